"""Reading dossiers: which table holds what, and the objects in it."""

from collections.abc import Iterator
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from sqlmodel import SQLModel

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import Frozen
from gehoord.store import tables
from gehoord.store.rows import UnreadableRowError, objects

T = TypeVar("T", bound=Frozen)

DOCUMENT: Final = "document"
"""The table with the bytes of documents; it belongs to no dossier."""

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
        return objects(kind, self._connection.execute(query), table.name)

    def each(self, kind: type[T], dossier: str) -> Iterator[tuple[str, T | None]]:
        """Give every object of a dossier with its key; nothing for a row that cannot be read."""
        table = table_of(kind)
        key = list(table.primary_key.columns)
        of_dossier = table.c.id if "dossier" not in table.c else table.c.dossier
        known = sa.select(*key).where(of_dossier == dossier).order_by(*key)
        for values in self._connection.execute(known).all():
            this = sa.select(table).where(*(c == v for c, v in zip(key, values, strict=True)))
            try:
                [found] = objects(kind, self._connection.execute(this), table.name)
            except UnreadableRowError:
                yield str(values[-1]), None
            else:
                yield str(values[-1]), found

    def one(self, kind: type[T], identifier: str) -> T | None:
        """Return one object by its key, or nothing."""
        table = table_of(kind)
        rows = self._connection.execute(sa.select(table).where(table.c.id == identifier))
        return next(iter(objects(kind, rows, table.name)), None)

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
        """Return the name and the bytes of a document.

        Raises:
            GehoordError: it is not in the register.
        """
        table = tables.DocumentRow.__table__  # type: ignore[attr-defined]
        row = self._connection.execute(sa.select(table).where(table.c.sha256 == sha256)).first()
        if row is None:
            raise GehoordError(
                f"Het stuk {sha256[:12]} is niet meer in het register. Zet een kopie terug."
            )
        # SQLite keeps text in a column of bytes when it is told to, and gives it back as text.
        content = row.content
        return row.name, content.encode() if isinstance(content, str) else bytes(content)
