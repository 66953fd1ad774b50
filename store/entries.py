"""Appending to the journal of a dossier: each entry seals the one before it."""

from collections.abc import Iterable

import sqlalchemy as sa

from gehoord.domain.dossier.journal import FIRST, JournalEntry, canonical
from gehoord.domain.frozen import Frozen
from gehoord.store.reader import table_of
from gehoord.store.rows import columns


def append(
    connection: sa.Connection, entry: JournalEntry, changed: Iterable[tuple[str, Frozen]]
) -> None:
    """Write an entry after the last one of its dossier.

    Args:
        connection: the transaction of the change itself.
        entry: says when, by whom and why; its number and hashes are given here.
        changed: the objects of the change, each with the name of its table.
    """
    table = table_of(JournalEntry)
    last = connection.execute(
        sa.select(table.c.number, table.c.hash)
        .where(table.c.dossier == entry.dossier)
        .order_by(table.c.number.desc())
        .limit(1)
    ).first()
    chained = entry.model_copy(
        update={
            "number": last.number + 1 if last else 1,
            "changes": canonical(changed),
            "previous": last.hash if last else FIRST,
        }
    )
    sealed = chained.model_copy(update={"hash": chained.expected_hash()})
    connection.execute(sa.insert(table), [columns(sealed)])
