# SPDX-License-Identifier: EUPL-1.2
"""Erases names from a dossier: from what it holds now, and from what its journal once said."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.erasing import DELIVERY, FREE_TEXT, MARK, Eraser, Erasure
from gehoord.domain.dossier.journal import ERASED, ErasedLine, JournalEntry
from gehoord.domain.dossier.message import CAN_LEAVE, LEFT, Message
from gehoord.domain.dossier.opened import opened
from gehoord.domain.dossier.queued import KeptDocument, QueuedMessage
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import Frozen
from gehoord.store.backup import TABLES
from gehoord.store.change import Change
from gehoord.store.documents import names_of_documents
from gehoord.store.reader import DOCUMENT, Reader
from gehoord.store.register import Register
from gehoord.store.rows import columns
from gehoord.store.table_of import table_of
from gehoord.store.tables_of_post import DocumentRow, PaperRow
from gehoord.store.verify import verify

_JOURNAL: Final = table_of(JournalEntry)
_DOCUMENTS: Final[sa.Table] = DocumentRow.__table__  # type: ignore[attr-defined]
_PAPERS: Final[sa.Table] = PaperRow.__table__  # type: ignore[attr-defined]
_FIELDS: Final = {table_of(kind).name: names for kind, names in FREE_TEXT.items()}
_MESSAGE: Final = table_of(Message).name


def erasure(reader: Reader, dossier: str, eraser: Eraser) -> Erasure:
    """Return what would be erased from a dossier.

    Raises:
        RefusedError: mail with one of the words still waits, the register is not as its journal
            says, or what is left could not be read any more.
    """
    if verify(reader, dossier).faults:
        raise RefusedError(
            "Het register klopt niet met het journaal. Kijk eerst met 'gehoord verify' wat er is; "
            "er is niets gewist."
        )
    messages = reader.all(Message, dossier)
    _refuse_waiting(messages, eraser)
    rows = list(_rows(reader, dossier, eraser))
    unsent = _unsent(rows)
    entries = reader.all(JournalEntry, dossier)
    lines = [(entry, _line_without(entry, eraser, unsent)) for entry in entries]
    return Erasure(
        rows,
        [(before, after) for before, after in lines if before != after],
        list(_renamed(reader, entries, eraser)),
        sum(_left(message) and _says(message, eraser) for message in messages),
    )


def _rows(reader: Reader, dossier: str, eraser: Eraser) -> Iterator[tuple[Frozen, Frozen]]:
    for kind in FREE_TEXT:
        there = [reader.dossier(dossier)] if kind is Dossier else reader.all(kind, dossier)
        for item in there:
            yield from _erased(item, eraser)


def erase(register: Register, dossier: str, eraser: Eraser, reason: str, on: date) -> Erasure:
    """Erase words from a dossier in one transaction, and let the journal say that it was done.

    Raises:
        RefusedError: as `erasure` has it, or there is nothing to erase; nothing is changed.
    """
    if eraser.finds(reason):
        raise RefusedError("De reden noemt zelf wat u wilt wissen. Geef een reden zonder die naam.")
    with register.together(dossier) as together:
        with together.change(on, "adviseur", ERASED, f"Gewist: {reason}") as change:
            found = erasure(change, dossier, eraser)
            if not found:
                raise RefusedError("Die woorden staan niet in dit dossier. Er is niets gewist.")
            _apply(change, found)
        if faults := verify(together, dossier).faults:
            raise RefusedError(f"Er is niets gewist: daarna zou gelden: {faults[0]}")
    return replace(found, is_rewritten=_is_rewritten(register))


def _apply(change: Change, found: Erasure) -> None:
    connection = change._connection
    if change.is_sqlite:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
    rows = [*found.rows, *_counted(change, found)]
    for before, after in rows:
        _put(connection, before, after)
    for document in found.documents:
        renamed = sa.update(_DOCUMENTS).where(_DOCUMENTS.c.sha256 == document.id)
        connection.execute(renamed.values(name=document.name))
    with _journal_open(connection):
        for _, after in found.lines:
            this = sa.update(_JOURNAL).where(
                _JOURNAL.c.dossier == after.dossier, _JOURNAL.c.number == after.number
            )
            left = {name: getattr(after, name) for name in ("by", "text", "changes", "salt")}
            connection.execute(this.values(**left))
    change.changed += [
        (table_of(type(o)).name, QueuedMessage.of(o) if isinstance(o, Message) else o)
        for _, o in rows
    ]
    change.changed += [(DOCUMENT, document) for document in found.documents]
    change.changed += [
        (ERASED, ErasedLine(id=str(o.number), hash=o.expected_hash())) for _, o in found.lines
    ]


def _counted(change: Change, found: Erasure) -> Iterator[tuple[Dossier, Dossier]]:
    """Yield the dossier as erased once more, unless it is among what changes: `Reader` asks it."""
    if not any(isinstance(before, Dossier) for before, _ in found.rows):
        dossier = change.dossier(change.dossier_id)
        yield dossier, dossier.model_copy(update={"erased": dossier.erased + 1})


def _put(connection: sa.Connection, before: Frozen, after: Frozen) -> None:
    old, new = columns(before), columns(after)
    table = table_of(type(after))
    changed = {name: value for name, value in new.items() if old[name] != value}
    connection.execute(sa.update(table).where(table.c.id == new["id"]).values(**changed))
    if isinstance(before, Message) and before.paper and not _left(before):
        connection.execute(sa.delete(_PAPERS).where(_PAPERS.c.message == before.id))


def _erased(item: Frozen, eraser: Eraser) -> Iterator[tuple[Frozen, Frozen]]:
    """Yield an object with what it becomes, if one of the words stands in it."""
    kind = type(item)
    names = FREE_TEXT[kind]
    if isinstance(item, Message) and _left(item):
        names = DELIVERY
    content = item.model_dump(mode="json")
    without = eraser.of(content, names)
    if without == content:
        return
    if isinstance(item, Dossier):
        without["erased"] = item.erased + 1
    if isinstance(item, Message) and not _left(item):
        without["paper"] = ""
    after = _read_again(kind, without)
    yield item, after


def _read_again(kind: type[Frozen], content: dict[str, Any]) -> Frozen:
    """Return an object from its JSON.

    Raises:
        RefusedError: without the words it cannot be read.
    """
    try:
        after = kind.model_validate(content)
        if isinstance(after, Dossier):
            read = opened(after.id, after.proposal, after.eenheid, after.added, after.addresses,
                          after.meetings)  # fmt: skip
            _ = read.eenheid, read.plan
    except ValueError:
        raise RefusedError(
            "Zo blijft het dossier niet leesbaar: het woord staat ook op een plaats die gevuld "
            "moet zijn, zoals een naam in het voorstel. Noem meer woorden, zodat het alleen "
            "daar staat waar u het bedoelt."
        ) from None
    return after


def _line_without(entry: JournalEntry, eraser: Eraser, unsent: set[str]) -> JournalEntry:
    """Return a line of the journal without the words and without its salt; else as it is.

    The SHA-256 of a message that never left goes too: whoever guesses the name could prove it.
    """
    said: list[list[Any]] = json.loads(entry.changes)
    after = [[table, _said_without(table, content, eraser, unsent)] for table, content in said]
    by, text = eraser.without(entry.by), eraser.without(entry.text)
    if (by, text) == (entry.by, entry.text) and after == said:
        return entry
    changes = json.dumps(after, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return entry.model_copy(update={"by": by, "text": text, "changes": changes, "salt": ""})


def _said_without(
    table: str, content: dict[str, Any], eraser: Eraser, unsent: set[str]
) -> dict[str, Any]:
    if table == DOCUMENT:
        return eraser.of(content, ("name",))
    if table == _MESSAGE and content.get("id") in unsent:
        content = content | {"content": MARK}
    return eraser.of(content, _FIELDS.get(table, ()))


def _renamed(
    reader: Reader, entries: Iterable[JournalEntry], eraser: Eraser
) -> Iterator[KeptDocument]:
    keys = {
        content["id"]
        for entry in entries
        for table, content in json.loads(entry.changes)
        if table == DOCUMENT
    }
    for key, name in sorted(names_of_documents(reader, keys).items()):
        if eraser.finds(name):
            yield KeptDocument(id=key, name=eraser.without(name))


def _refuse_waiting(messages: Iterable[Message], eraser: Eraser) -> None:
    waits = [m for m in messages if m.state in CAN_LEAVE and not m.has_left]
    told = [m for m in waits if any(_erased(m, eraser))]
    if told:
        raise RefusedError(
            f"Er wacht nog mail waarin dit staat ({len(told)}). Verzend die eerst, of geef met "
            "'gehoord record adres' een ander adres; er is niets gewist."
        )


def _left(message: Message) -> bool:
    return message.has_left or message.state in LEFT


def _unsent(rows: Iterable[tuple[Frozen, Frozen]]) -> set[str]:
    """Return the ids of the messages among what changes that never left."""
    changed = [after for _, after in rows if isinstance(after, Message)]
    return {message.id for message in changed if not _left(message)}


def _says(message: Message, eraser: Eraser) -> bool:
    """Whether one of the words stands in what a message says, not in where it went."""
    said = [message.subject, message.body, *(part.content for part in message.attachments)]
    return any(map(eraser.finds, said))


@contextmanager
def _journal_open(connection: sa.Connection) -> Iterator[None]:
    """Let lines of the journal be changed in this transaction, and by nobody else."""
    if connection.dialect.name == "sqlite":
        kept = sa.text("SELECT sql FROM sqlite_master WHERE name = 'journal_no_update'")
        made = connection.scalars(kept).all()
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS journal_no_update")
        yield
        for statement in made:
            connection.exec_driver_sql(statement)
    else:
        connection.exec_driver_sql("ALTER TABLE journal DISABLE TRIGGER journal_append_only")
        yield
        connection.exec_driver_sql("ALTER TABLE journal ENABLE TRIGGER journal_append_only")


def _is_rewritten(register: Register) -> bool:
    """Let the database write its files anew, so that no byte stays; tell whether it could.

    It cannot while somebody else is at work in it all the time.
    """
    engine = register.engine
    try:
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("VACUUM")
                [(is_busy, *_)] = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                return not is_busy
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for name in TABLES:
                connection.exec_driver_sql(f'VACUUM FULL "{name}"')
    except (sqlite3.OperationalError, sa.exc.OperationalError):
        return False
    return True
