# SPDX-License-Identifier: EUPL-1.2
"""Appending to the journal of a dossier: each entry seals the one before it."""

import secrets
from collections.abc import Iterable
from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.journal import FIRST, JournalEntry, canonical
from gehoord.domain.frozen import Frozen
from gehoord.store.rows import columns
from gehoord.store.table_of import table_of

_TABLE: Final = table_of(JournalEntry)
_LAST: Final = (
    sa.select(_TABLE.c.number, _TABLE.c.hash)
    .where(_TABLE.c.dossier == sa.bindparam("dossier"))
    .order_by(_TABLE.c.number.desc())
    .limit(1)
)
_ADDED: Final = sa.insert(_TABLE)


def append(
    connection: sa.Connection, entry: JournalEntry, changed: Iterable[tuple[str, Frozen]]
) -> None:
    """Write an entry after the last one of its dossier.

    Args:
        connection: the transaction of the change itself.
        entry: says when, by whom and why; its number and hashes are given here.
        changed: the objects of the change, each with the name of its table.
    """
    last = connection.execute(_LAST, {"dossier": entry.dossier}).first()
    chained = entry.model_copy(
        update={
            "number": last.number + 1 if last else 1,
            "changes": canonical(changed),
            "previous": last.hash if last else FIRST,
            "salt": secrets.token_hex(16),
        }
    )
    sealed = chained.model_copy(update={"hash": chained.expected_hash()})
    connection.execute(_ADDED, [columns(sealed)])
