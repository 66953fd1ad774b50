"""The register: reading a dossier, and changing it in one transaction with its journal entry."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlmodel import SQLModel

from gehoord.domain.action import Action
from gehoord.domain.besluit import Besluit
from gehoord.domain.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.hearing import Hearing
from gehoord.domain.journal import FIRST, JournalEntry, canonical
from gehoord.domain.message import Message
from gehoord.domain.reading import Frozen
from gehoord.domain.reason import Reason
from gehoord.domain.version import DraftVersion
from gehoord.domain.zienswijze import Response, Zienswijze
from gehoord.store import tables

T = TypeVar("T", bound=Frozen)

ROWS: dict[type[Frozen], type[SQLModel]] = {
    Dossier: tables.DossierRow,
    FrozenMunicipality: tables.MunicipalityRow,
    PlanLine: tables.PlanLineRow,
    Action: tables.ActionRow,
    DraftVersion: tables.DraftVersionRow,
    Hearing: tables.HearingRow,
    Zienswijze: tables.ZienswijzeRow,
    Response: tables.ResponseRow,
    Besluit: tables.BesluitRow,
    Reason: tables.ReasonRow,
    Message: tables.MessageRow,
    JournalEntry: tables.JournalRow,
}


def table_of(kind: type[Frozen]) -> sa.Table:
    """Return the table that holds one kind of domain object."""
    return ROWS[kind].__table__  # type: ignore[attr-defined,no-any-return]


class Reader:
    """Reads domain objects of dossiers."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self, kind: type[T], dossier: str | None = None, **equal: Any) -> list[T]:
        """Return every object of one kind, of one dossier, in the order of its key."""
        table = table_of(kind)
        query = sa.select(table).order_by(*table.primary_key.columns)
        if dossier is not None:
            query = query.where(table.c.dossier == dossier)
        for name, value in equal.items():
            query = query.where(table.c[name] == value)
        return [kind.model_validate(dict(row._mapping)) for row in self._connection.execute(query)]

    def one(self, kind: type[T], identifier: str) -> T | None:
        """Return one object by its key, or nothing."""
        table = table_of(kind)
        row = self._connection.execute(sa.select(table).where(table.c.id == identifier)).first()
        return kind.model_validate(dict(row._mapping)) if row else None

    def dossier(self, identifier: str) -> Dossier:
        """Return a dossier.

        Raises:
            GehoordError: there is none by that name.
        """
        if dossier := self.one(Dossier, identifier):
            return dossier
        names = ", ".join(d.id for d in self.all(Dossier))
        known = f"Kies uit: {names}." if names else "Open er eerst een met 'gehoord open'."
        raise GehoordError(f"Dossier '{identifier}' bestaat niet. {known}")

    def document(self, sha256: str) -> tuple[str, bytes]:
        """Return the name and the bytes of a document."""
        table = tables.DocumentRow.__table__  # type: ignore[attr-defined]
        row = self._connection.execute(sa.select(table).where(table.c.sha256 == sha256)).one()
        return row.name, row.content


class Change(Reader):
    """A change of one dossier: everything in it happens, with its journal entry, or nothing."""

    def __init__(self, connection: sa.Connection, dossier: str, on: date) -> None:
        super().__init__(connection)
        self.dossier_id = dossier
        self.on = on
        self.changed: list[tuple[str, Frozen]] = []

    def add(self, objects: Iterable[Frozen]) -> None:
        """Add new objects of one kind."""
        rows = list(objects)
        if not rows:
            return
        table = table_of(type(rows[0]))
        self._connection.execute(sa.insert(table), [_columns(o) for o in rows])
        self._note(rows)

    def replace(self, pairs: Sequence[tuple[T, T]]) -> None:
        """Replace objects of one kind, each only if it still is what the caller saw.

        Raises:
            RefusedError: somebody else changed one of them in the meantime; nothing is changed.
        """
        if not pairs:
            return
        table = table_of(type(pairs[0][0]))
        for before, after in pairs:
            old, new = _columns(before), _columns(after)
            changes = {name: value for name, value in new.items() if old[name] != value}
            unchanged = [table.c[name] == old[name] for name in ("id", *changes)]
            done = self._connection.execute(sa.update(table).where(*unchanged).values(changes))
            if done.rowcount != 1:
                raise RefusedError(
                    "Iemand anders heeft dit net veranderd. Bekijk de stand en probeer het opnieuw."
                )
        self._note([after for _, after in pairs])

    def send(self, messages: Iterable[Message]) -> int:
        """Put messages in the outbox; one that is there already stays as it is.

        Returns: how many are new.
        """
        wanted = {m.id: m for m in messages}
        table = table_of(Message)
        known = set(
            self._connection.scalars(sa.select(table.c.id).where(table.c.id.in_(wanted))).all()
        )
        new = [m for m in wanted.values() if m.id not in known]
        if new:
            self._connection.execute(sa.insert(table), [_columns(m) for m in new])
        return len(new)

    def redirect(self, messages: Iterable[Message], address: str) -> None:
        """Give messages that have not left yet another address."""
        table = table_of(Message)
        for message in messages:
            self._connection.execute(
                sa.update(table)
                .where(table.c.id == message.id, table.c.state == message.state)
                .values(address=address)
            )

    def keep_document(self, name: str, content: bytes) -> str:
        """Keep the bytes of a document and return their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        table = tables.DocumentRow.__table__  # type: ignore[attr-defined]
        if not self._connection.scalar(sa.select(table.c.name).where(table.c.sha256 == sha256)):
            row = {"sha256": sha256, "name": name, "content": content}
            self._connection.execute(sa.insert(table), [row])
        return sha256

    def _note(self, objects: Iterable[Frozen]) -> None:
        self.changed += [(table_of(type(o)).name, o) for o in objects]


class Register:
    """All dossiers.

    Args:
        engine: the database, up to date.
        now: tells the moment in UTC, for the journal.
    """

    def __init__(self, engine: sa.Engine, now: Callable[[], datetime]) -> None:
        self.engine = engine
        self.now = now

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Give a consistent view of the register."""
        with self.engine.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def changing(
        self, dossier: str, on: date, by: str, event: str, text: str = ""
    ) -> Iterator[Change]:
        """Change a dossier. Of two at once the second waits and sees what the first did.

        Args:
            dossier: its name.
            on: the day the change is about.
            by: the office that makes it.
            event: one Dutch word or two, the same for every change of this sort.
            text: what happened, in a Dutch sentence.
        """
        with self._writing() as connection, connection.begin():
            table = table_of(Dossier)
            lock = sa.select(table.c.id).where(table.c.id == dossier).with_for_update()
            connection.execute(lock)
            change = Change(connection, dossier, on)
            yield change
            if change.changed:
                self._journal(connection, change, by, event, text)

    @contextmanager
    def delivering(self) -> Iterator[sa.Connection]:
        """Give a short transaction for the outbox alone; it leaves no journal entry."""
        with self._writing() as connection, connection.begin():
            yield connection

    def _writing(self) -> sa.Connection:
        return self.engine.connect().execution_options(writes=True)

    def _journal(
        self, connection: sa.Connection, change: Change, by: str, event: str, text: str
    ) -> None:
        table = table_of(JournalEntry)
        last = connection.execute(
            sa.select(table.c.number, table.c.hash)
            .where(table.c.dossier == change.dossier_id)
            .order_by(table.c.number.desc())
            .limit(1)
        ).first()
        entry = JournalEntry(
            dossier=change.dossier_id,
            number=last.number + 1 if last else 1,
            on=change.on,
            at=self.now(),
            by=by,
            event=event,
            text=text,
            changes=canonical(change.changed),
            previous=last.hash if last else FIRST,
            hash="",
        )
        entry = entry.model_copy(update={"hash": entry.expected_hash()})
        connection.execute(sa.insert(table), [_columns(entry)])


def _columns(item: Frozen) -> dict[str, Any]:
    """Return the values of an object as its table takes them; only lists become JSON."""
    values = dict(item)
    for name, value in values.items():
        if isinstance(value, tuple):
            values[name] = item.model_dump(mode="json", include={name})[name]
    return values
