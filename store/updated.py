# SPDX-License-Identifier: EUPL-1.2
"""After a migration each journal says what its dossier now holds, so that `verify` stays strict."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Final

import sqlalchemy as sa

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.journal import JournalEntry, said_in
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.queued import QueuedMessage, content_of
from gehoord.domain.frozen import Frozen
from gehoord.store.entries import append
from gehoord.store.reader import CheckedReader, Reader
from gehoord.store.table_of import ROWS, table_of

EVENT: Final = "bijgewerkt"
_UNREADABLE: Final = (LookupError, TypeError, ValueError)

Keys = set[tuple[str, str]]
"""The table and the id of objects."""


def agreeing(connection: sa.Connection) -> dict[str, Keys]:
    """Return by dossier what agrees with its journal, as the tables are before the migration.

    What was changed outside Gehoord is left out: no migration makes that right.
    """
    found = sa.inspect(connection)
    if not found.has_table("journal"):
        return {}
    said: dict[str, dict[tuple[str, str], dict[str, Any]]] = {}
    entries = sa.text("SELECT dossier, changes FROM journal ORDER BY dossier, number")
    for dossier, changes in connection.execute(entries):
        said.setdefault(dossier, {}).update(said_in(changes) or {})
    known = sa.MetaData()
    known.reflect(connection)
    return {
        dossier: {
            (name, key)
            for (name, key), content in objects.items()
            if name in known.tables
            and "id" in known.tables[name].c
            and _row(connection, known.tables[name], key) == content
        }
        for dossier, objects in said.items()
    }


def journal_update(connection: sa.Connection, agreed: dict[str, Keys], revision: str) -> None:
    """Write for each dossier one entry that holds all its objects as they now stand.

    Args:
        connection: the transaction of the migration.
        agreed: what agreed with the journal before it.
        revision: what the register was brought up to.
    """
    moment = connection.scalar(sa.select(sa.func.current_timestamp()))
    at = _in_utc(moment)
    for dossier, keys in agreed.items():
        entry = JournalEntry(
            dossier=dossier,
            number=0,
            on=at.astimezone(AMSTERDAM).date(),
            at=at,
            by="Gehoord",
            event=EVENT,
            text=f"Het register is bijgewerkt naar versie {revision}.",
            changes="",
            previous="",
            hash="",
        )
        append(connection, entry, list(_objects(CheckedReader(connection), dossier, keys)))


def _objects(reader: Reader, dossier: str, keys: Keys) -> Iterator[tuple[str, Frozen]]:
    for kind in ROWS:
        if kind is JournalEntry:
            continue
        name = table_of(kind).name
        for key, item in reader.each(kind, dossier):
            if item is not None and (name, key) in keys:
                yield name, QueuedMessage.of(item) if isinstance(item, Message) else item


def _row(connection: sa.Connection, table: sa.Table, key: str) -> dict[str, Any] | None:
    """Return a row as its journal entry has it, or nothing when it is gone or unreadable."""
    try:
        row = connection.execute(sa.select(table).where(table.c.id == key)).first()
        if row is None:
            return None
        content = json.loads(json.dumps(dict(row._mapping), default=_as_text))
    except _UNREADABLE:
        return None
    if table.name == table_of(Message).name:
        kept = {name: content[name] for name in ("id", "recipient", "address")}
        return kept | {"content": content_of(content)}
    return dict(content)


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is not in any object of the journal")


def _in_utc(moment: Any) -> datetime:
    """Return what the clock of the database says; SQLite gives UTC and does not say so."""
    found: datetime = moment
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
