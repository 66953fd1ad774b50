# SPDX-License-Identifier: EUPL-1.2
"""Finds whose a link is by its hash, and which links a dossier has."""

from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.access import Access
from gehoord.store import tables_of_post
from gehoord.store.reader import Reader

_IDENTITY: Final = sa.select(tables_of_post.RegisterRow.__table__)  # type: ignore[attr-defined]


def identity_in(reader: Reader) -> str:
    """Return the identity of the register that is read."""
    [(found,)] = reader.rows(_IDENTITY)
    return str(found)


def access_by_page(reader: Reader, page_hash: str) -> Access | None:
    """Return the access of which this is the hash of the page; valid or not."""
    return next(iter(reader.all(Access, page_hash=page_hash)), None)


def access_by_feed(reader: Reader, feed_hash: str) -> Access | None:
    """Return the access of which this is the hash of the calendar; valid or not."""
    return next(iter(reader.all(Access, feed_hash=feed_hash)), None)
