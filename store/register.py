# SPDX-License-Identifier: EUPL-1.2
"""The register: changing a dossier in one transaction with its journal entry, and reading it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.errors import RefusedError
from gehoord.store.accesses import identity_in
from gehoord.store.change import Change
from gehoord.store.database import is_double
from gehoord.store.entries import append
from gehoord.store.reader import Reader
from gehoord.store.table_of import ROWS, table_of

__all__ = ["ROWS", "Change", "Reader", "Register", "table_of"]

_LOCK: Final = (
    sa.select(table_of(Dossier).c.id)
    .where(table_of(Dossier).c.id == sa.bindparam("dossier"))
    .with_for_update()
)
"""Lets the second of two changes wait; SQLite takes its one lock when the change begins."""


class Register:
    """All dossiers.

    Args:
        engine: the database, up to date.
        now: tells the moment in UTC, for the journal.
    """

    def __init__(self, engine: sa.Engine, now: Callable[[], datetime]) -> None:
        self.engine = engine
        self.now = now
        self._opened: dict[str, Dossier] = {}

    @cached_property
    def identity(self) -> str:
        """The identity that this register was given when it was made; a copy has the same."""
        with self.reading() as reader:
            return identity_in(reader)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Give one consistent view of the register: what changes meanwhile is not in it."""
        with self.snapshot() as connection:
            yield Reader(connection, self._opened)

    @contextmanager
    def snapshot(self) -> Iterator[sa.Connection]:
        """Give the same view as a connection: for who copies all of it."""
        with self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":  # SQLite gives that by itself
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

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

        Raises:
            RefusedError: somebody else recorded the same at the same moment; nothing is changed.
        """
        with self.together(dossier) as together, together.change(on, by, event, text) as change:
            yield change

    @contextmanager
    def together(self, dossier: str) -> "Iterator[Together]":
        """Change a dossier several times: all of it happens, or nothing.

        Raises:
            RefusedError: somebody else recorded the same at the same moment; nothing is changed.
        """
        try:
            with self._writing() as connection, connection.begin():
                if connection.dialect.name != "sqlite":
                    connection.execute(_LOCK, {"dossier": dossier})
                yield Together(connection, dossier, self.now, self._opened)
        except sa.exc.IntegrityError as error:
            if not is_double(error):
                raise
            raise RefusedError("Dit is er al. Bekijk de stand en probeer het opnieuw.") from None

    @contextmanager
    def delivering(self) -> Iterator[sa.Connection]:
        """Give a short transaction for the outbox alone; it leaves no journal entry."""
        with self._writing() as connection, connection.begin():
            yield connection

    def _writing(self) -> sa.Connection:
        return self.engine.connect().execution_options(writes=True)


class Together(Reader):
    """Several changes of one dossier in one transaction; it reads what the former ones did."""

    def __init__(
        self,
        connection: sa.Connection,
        dossier: str,
        now: Callable[[], datetime],
        opened: dict[str, Dossier],
    ) -> None:
        super().__init__(connection, opened)
        self.dossier_id = dossier
        self._now = now

    @contextmanager
    def change(self, on: date, by: str, event: str, text: str = "") -> Iterator[Change]:
        """Make one of these changes, with its own journal entry; arguments as `changing` has."""
        change = Change(self._connection, self.dossier_id, on, self._opened)
        yield change
        if change.changed:
            entry = JournalEntry(
                dossier=self.dossier_id,
                number=0,
                on=on,
                at=self._now(),
                by=by,
                event=event,
                text=text,
                changes="",
                previous="",
                hash="",
            )
            append(self._connection, entry, change.changed)
