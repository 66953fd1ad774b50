# SPDX-License-Identifier: EUPL-1.2
"""Proof that a dossier is as its journal says: the chain is whole, and the tables agree."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.erasing import is_erased_of
from gehoord.domain.dossier.journal import JournalEntry, broken_at, changes_of, erased_lines
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.queued import QueuedMessage
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import Frozen
from gehoord.store.database import reason
from gehoord.store.papers import changed_papers
from gehoord.store.reader import DOCUMENT, CheckedReader, Reader
from gehoord.store.rows import UnreadableRowError
from gehoord.store.table_of import ROWS, table_of

T = TypeVar("T", bound=Frozen)
_Said = dict[tuple[str, str], dict[str, Any]]
"""What the journal last said of each object, by table and id."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found. ``faults`` are Dutch sentences; none means that all is well.

    ``erased`` are the numbers of the lines of which words were erased, as a later line says.
    """

    entries: int
    last_hash: str
    faults: tuple[str, ...]
    erased: tuple[int, ...] = ()

    def said_of(self, dossier: str) -> tuple[str, ...]:
        """Return in Dutch what was found, a line each."""
        if self.faults:
            found = (f"- {fault}" for fault in self.faults)
            return (f"Het journaal van '{dossier}' klopt niet:", *found)
        return (
            f"Het journaal van '{dossier}' is heel: {counted(self.entries, 'regel', 'regels')}.",
            "Het register klopt ermee.",
            *self._told_erased(),
            f"Laatste controlegetal: {self.last_hash}",
        )

    def _told_erased(self) -> tuple[str, ...]:
        """Return that words were erased, and in which lines; nothing when none were."""
        if not self.erased:
            return ()
        lines = enumeration([str(number) for number in self.erased])
        said = "regel is een woord" if len(self.erased) == 1 else "regels zijn woorden"
        return (
            f"In {len(self.erased)} {said} gewist, en dat is vastgelegd: {lines}. Wat daar eerst "
            "stond, is niet meer na te gaan.",
        )


def verify(reader: Reader, dossier: str, known_hash: str | None = None) -> Verification:
    """Check the journal of a dossier, and what the tables hold against what it last said of it.

    Every row is checked, the content of every message that was queued, and the bytes of every
    document and of every letter as it left. Whether a message has left is not in the journal: the
    outbox alone knows that.

    Somebody who takes the last entries away together with all that they changed cannot be seen
    from inside: what is left is whole. Only a hash that was kept elsewhere shows that.

    Args:
        reader: a consistent view of the register.
        dossier: its name.
        known_hash: a ``last_hash`` of earlier, kept elsewhere; it must still be in the chain.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    reader = CheckedReader(reader._connection)
    entries, faults = _readable(reader, JournalEntry, dossier)
    if not entries and not faults:
        reader.dossier(dossier)
    faults += _damage(reader)
    faults += _breaks(entries, known_hash)
    said, unread = _last_said(entries)
    faults += unread
    for kind in ROWS:
        if kind is not JournalEntry:
            faults += _compared(reader, kind, dossier, said)
    faults += _documents(reader, dossier, said)
    faults += _papers(reader, dossier)
    last_hash = entries[-1].hash if entries else ""
    return Verification(
        len(entries), last_hash, tuple(faults), tuple(sorted(erased_lines(entries)))
    )


def _breaks(entries: list[JournalEntry], known_hash: str | None) -> Iterator[str]:
    """Yield what is wrong with the chain: a link that does not fit, or a known one that is gone."""
    if fault := broken_at(entries):
        yield fault
    if known_hash is not None and known_hash.strip().lower() not in {e.hash for e in entries}:
        yield (
            f"Het controlegetal '{known_hash.strip()[:64]}' staat niet in het journaal: "
            "regels zijn weg of veranderd."
        )


def _last_said(entries: list[JournalEntry]) -> tuple[_Said, list[str]]:
    """Return what the journal last said, and a sentence for each entry that cannot be read."""
    said: _Said = {}
    faults = []
    for entry in entries:
        changes = changes_of(entry)
        if changes is None:
            faults.append(f"Wat regel {entry.number} van het journaal vastlegt, is onleesbaar.")
        said |= changes or {}
    return said, faults


def _readable(reader: Reader, kind: type[T], dossier: str) -> tuple[list[T], list[str]]:
    """Return the objects of a dossier, and a sentence for each row that cannot be read."""
    name = table_of(kind).name
    try:
        try:
            with reader.apart():
                return reader.all(kind, **{"id" if kind is Dossier else "dossier": dossier}), []
        except UnreadableRowError:
            with reader.apart():
                found = dict(reader.each(kind, dossier))
    except sa.exc.DBAPIError as error:
        return [], [_lost(name, error)]
    return (
        [item for item in found.values() if item is not None],
        [_unreadable(key, name) for key, item in found.items() if item is None],
    )


def _lost(table: str, error: Exception) -> str:
    return f"{_LOST} '{table}' is niet te lezen ({reason(error)})."


_LOST: Final = "De tabel"
"""How a sentence on a whole table begins."""


def _damage(reader: Reader) -> Iterator[str]:
    """Yield what SQLite itself finds wrong with its file."""
    if reader.is_sqlite:
        try:
            found = [row for (row,) in reader.rows(_QUICK_CHECK)]
        except sa.exc.DBAPIError as error:
            found = [reason(error)]
        if found != ["ok"]:
            yield "Het bestand van het register is beschadigd. Zet een kopie terug."


_QUICK_CHECK: Final[Any] = sa.text("PRAGMA quick_check(1)")


def _unreadable(key: str, table: str) -> str:
    return f"'{key}' ({table}) is buiten het journaal om veranderd en niet meer te lezen."


def _compared(reader: Reader, kind: type[Frozen], dossier: str, said: _Said) -> Iterator[str]:
    """Check the rows of one table against what the journal last said of each."""
    name = table_of(kind).name
    missing = {key for table, key in said if table == name}
    items, unreadable = _readable(reader, kind, dossier)
    for content in map(_as_said, items):
        if content["id"] not in missing:
            yield f"'{content['id']}' ({name}) staat niet in het journaal."
        elif said[name, content["id"]] != content:
            yield f"'{content['id']}' ({name}) is buiten het journaal om veranderd."
        missing.discard(content["id"])
    yield from unreadable
    if not any(fault.startswith(_LOST) for fault in unreadable):
        yield from _gone(missing, name, unreadable)


def _as_said(item: Frozen) -> dict[str, Any]:
    """Return an object as the journal has it."""
    kept = QueuedMessage.of(item) if isinstance(item, Message) else item
    return kept.model_dump(mode="json")


def _gone(missing: set[str], name: str, unreadable: list[str]) -> Iterator[str]:
    for key in sorted(missing):
        if _unreadable(key, name) not in unreadable:
            yield f"'{key}' ({name}) is weg, maar staat in het journaal."


def _documents(reader: Reader, dossier: str, said: _Said) -> Iterator[str]:
    """Check every document that the journal or a version names, byte by byte."""
    named = {
        key: content.get("name") for (table, key), content in said.items() if table == DOCUMENT
    }
    versions, _ = _readable(reader, DraftVersion, dossier)
    unsaid = {v.document for v in versions if v.document} - named.keys()
    try:
        for key in sorted({*named, *unsaid}):
            yield from _of_document(reader, key, named)
    except sa.exc.DBAPIError as error:
        yield _lost(DOCUMENT, error)


def _papers(reader: Reader, dossier: str) -> Iterator[str]:
    """Check every PDF with which a letter left against the SHA-256 that its message holds."""
    try:
        for message in changed_papers(reader, dossier):
            yield (
                f"De PDF van de brief in bericht '{message}' is veranderd of weg nadat hij is "
                "verzonden."
            )
    except sa.exc.DBAPIError as error:
        yield _lost("paper", error)


def _of_document(reader: Reader, key: str, named: dict[str, Any]) -> Iterator[str]:
    what = f"Het stuk '{named.get(key, key[:12])}'"
    try:
        with reader.apart():
            name, content = reader.document(key)
    except GehoordError:
        yield f"{what} is weg, maar hoort bij dit dossier."
        return
    if hashlib.sha256(content).hexdigest() != key:
        yield f"{what} heeft een andere inhoud dan toen het is vastgelegd."
    if key not in named:
        yield f"{what} staat niet in het journaal."
    elif name != named[key] and not is_erased_of(name, str(named[key])):
        yield f"{what} heet nu '{name}': dat is buiten het journaal om veranderd."
