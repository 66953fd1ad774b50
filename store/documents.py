# SPDX-License-Identifier: EUPL-1.2
"""Finds how documents are called and how large they are, without reading what is in them."""

from collections.abc import Collection, Mapping
from typing import Final

import sqlalchemy as sa

from gehoord.store import tables_of_post
from gehoord.store.reader import Reader

_TABLE: Final[sa.Table] = tables_of_post.DocumentRow.__table__  # type: ignore[attr-defined]
_NAMES: Final = sa.select(_TABLE.c.sha256, _TABLE.c.name).where(
    _TABLE.c.sha256.in_(sa.bindparam("wanted", expanding=True))
)
_SIZES: Final = sa.select(_TABLE.c.sha256, sa.func.length(_TABLE.c.content).label("size")).where(
    _TABLE.c.sha256.in_(sa.bindparam("wanted", expanding=True))
)


def names_of_documents(reader: Reader, wanted: Collection[str]) -> Mapping[str, str]:
    """Return the name of each of these documents that the register has, by its SHA-256."""
    return {row.sha256: row.name for row in reader.rows(_NAMES, wanted=list(wanted))}


def sizes_of_documents(reader: Reader, wanted: Collection[str]) -> Mapping[str, int]:
    """Return the bytes of each of these documents that the register has, by its SHA-256."""
    return {row.sha256: row.size for row in reader.rows(_SIZES, wanted=list(wanted))}
