# SPDX-License-Identifier: EUPL-1.2
"""Reading dossiers: which table holds what, and the objects in it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from gehoord.domain.dossier.dossier import Dossier, DossierState
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import unknown
from gehoord.store import tables_of_post
from gehoord.store.rows import UnreadableRowError, checked, objects
from gehoord.store.table_of import table_of

T = TypeVar("T", bound=Frozen)

DOCUMENT: Final = "document"
"""The table with the bytes of documents; it belongs to no dossier."""


@cache
def _selected(kind: type[Frozen], names: tuple[str, ...]) -> sa.Select[Any]:
    """Return the statement that selects objects by these columns, made and compiled once."""
    table = table_of(kind)
    fields = [table.c[name] for name in kind.model_fields]  # in the order in which they were kept
    query = sa.select(*fields).order_by(*table.primary_key.columns)
    return query.where(*(table.c[name] == sa.bindparam(name) for name in names))


@cache
def _values(
    kind: type[Frozen], selected: tuple[str, ...], names: tuple[str, ...]
) -> sa.Select[Any]:
    columns = [table_of(kind).c[name] for name in selected]
    return _selected(kind, names).with_only_columns(*columns)


@cache
def _greatest(kind: type[Frozen], name: str, names: tuple[str, ...]) -> sa.Select[Any]:
    table = table_of(kind)
    query = sa.select(sa.func.max(table.c[name]))
    return query.where(*(table.c[name] == sa.bindparam(name) for name in names))


class Reader:
    """Reads domain objects of dossiers, in one view of the register.

    Args:
        connection: an open transaction.
        opened: dossiers as they were read before; of these little can have changed.
    """

    def __init__(self, connection: sa.Connection, opened: dict[str, Dossier] | None = None) -> None:
        self._connection = connection
        self._opened = {} if opened is None else opened

    @property
    def is_sqlite(self) -> bool:
        """Whether the register is a file of SQLite."""
        return self._connection.dialect.name == "sqlite"

    def apart(self) -> sa.NestedTransaction:
        """Let a statement fail without the others: for a register that may be damaged."""
        return self._connection.begin_nested()

    def rows(self, query: sa.Select[Any], /, **values: Any) -> Sequence[sa.Row[Any]]:
        """Return the rows of a query of one's own, with these values for its parameters."""
        return self._connection.execute(query, values).all()

    def those(self, kind: type[T], query: sa.Select[Any], /, **values: Any) -> list[T]:
        """Return the objects of one kind that a query of one's own selects."""
        return self.parts(kind, kind, query, **values)

    def parts(
        self, part: type[T], kind: type[Frozen], query: sa.Select[Any], /, **values: Any
    ) -> list[T]:
        """Return of objects of one kind the part that a query of one's own selects."""
        return self._objects(part, self._connection.execute(query, values), table_of(kind).name)

    def _objects(self, kind: type[T], rows: sa.Result[Any], table: str) -> list[T]:
        return objects(kind, rows, table)

    def all(self, kind: type[T], dossier: str | None = None, /, **equal: Any) -> list[T]:
        """Return every object of one kind, of one dossier, in the order of its key."""
        asked = equal if dossier is None else {"dossier": dossier, **equal}
        return self.those(kind, _selected(kind, tuple(asked)), **asked)

    def values(
        self, kind: type[Frozen], names: Sequence[str], dossier: str, /, **equal: Any
    ) -> Sequence[sa.Row[Any]]:
        """Return these columns of the objects of one kind of a dossier, in the order of its key."""
        asked = {"dossier": dossier, **equal}
        return self.rows(_values(kind, tuple(names), tuple(asked)), **asked)

    def greatest(self, kind: type[Frozen], name: str, dossier: str, /, **equal: Any) -> Any:
        """Return the greatest value of a column among objects of one kind in a dossier."""
        asked = {"dossier": dossier, **equal}
        return self._connection.scalar(_greatest(kind, name, tuple(asked)), asked)

    def each(self, kind: type[T], dossier: str) -> Iterator[tuple[str, T | None]]:
        """Give every object of a dossier with its key; nothing for a row that cannot be read."""
        table = table_of(kind)
        key = list(table.primary_key.columns)
        of_dossier = table.c.id if "dossier" not in table.c else table.c.dossier
        known = sa.select(*key).where(of_dossier == dossier).order_by(*key)
        for values in self._connection.execute(known).all():
            this = sa.select(table).where(*(c == v for c, v in zip(key, values, strict=True)))
            try:
                [found] = self._objects(kind, self._connection.execute(this), table.name)
            except UnreadableRowError:
                yield str(values[-1]), None
            else:
                yield str(values[-1]), found

    def one(self, kind: type[T], identifier: str) -> T | None:
        """Return one object by its key, or nothing."""
        return next(iter(self.all(kind, id=identifier)), None)

    def dossier(self, identifier: str) -> Dossier:
        """Return a dossier.

        Raises:
            GehoordError: there is none by that name.
        """
        if there := self._opened.get(identifier):
            now = _as_now(there, self.rows(_CHANGING, id=identifier))
            if now is not None:
                return now
            del self._opened[identifier]  # it was deleted meanwhile, or can no longer be read
        if dossier := self.one(Dossier, identifier):
            self._opened[identifier] = dossier
            return dossier
        what = f"Dossier '{identifier}' bestaat niet"
        if names := self.names():
            raise GehoordError(unknown(what, identifier, names))
        raise GehoordError(f"{what}. Open er eerst een met 'gehoord open'.")

    def names(self) -> list[str]:
        """Return the name of every dossier, in order."""
        return [name for (name,) in self.rows(_NAMES)]

    def document(self, sha256: str) -> tuple[str, bytes]:
        """Return the name and the bytes of a document.

        Raises:
            GehoordError: it is not in the register.
        """
        table = tables_of_post.DocumentRow.__table__  # type: ignore[attr-defined]
        row = self._connection.execute(sa.select(table).where(table.c.sha256 == sha256)).first()
        if row is None:
            raise GehoordError(
                f"Het stuk {sha256[:12]} is niet meer in het register. Zet een kopie terug."
            )
        # SQLite keeps text in a column of bytes when it is told to, and gives it back as text.
        content = row.content
        return row.name, content.encode() if isinstance(content, str) else bytes(content)


_NAMES: Final = sa.select(table_of(Dossier).c.id).order_by(table_of(Dossier).c.id)
_C: Final = table_of(Dossier).c
_TEXTS: Final = ("added", "addresses", "meetings", "letterhead")
_CHANGING: Final = sa.select(
    sa.type_coerce(_C.state, sa.String),
    sa.type_coerce(_C.mode, sa.String),
    _C.erased,
    *(_C[name] for name in _TEXTS),
).where(_C.id == sa.bindparam("id"))
"""What can change of a dossier; the rest stays as at the opening, until words are erased."""


def _as_now(there: Dossier, rows: Sequence[sa.Row[Any]]) -> Dossier | None:
    """Return a dossier as it is by now; nothing when that cannot be told."""
    try:
        [(state, mode, erased, *texts)] = [
            (DossierState(s), Mode(m), *rest) for s, m, *rest in rows
        ]
    except ValueError:
        return None
    if erased != there.erased:
        return None  # then also what else it was opened with
    now = {"state": state, "mode": mode, **dict(zip(_TEXTS, texts, strict=True))}
    is_same = all(getattr(there, name) == value for name, value in now.items())
    return there if is_same else there.model_copy(update=now)


class CheckedReader(Reader):
    """A reader that trusts no row: each object is judged by its model again."""

    def parts(
        self, part: type[T], kind: type[Frozen], query: sa.Select[Any], /, **values: Any
    ) -> list[T]:
        """Return of objects of one kind the part that a query of one's own selects."""
        return self._objects(part, self._connection.execute(query, values), table_of(kind).name)

    def _objects(self, kind: type[T], rows: sa.Result[Any], table: str) -> list[T]:
        return checked(kind, rows, table)
