# SPDX-License-Identifier: EUPL-1.2
"""How a domain object becomes a row, and a row an object again."""

from typing import Any, TypeVar

import sqlalchemy as sa

from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import Frozen

T = TypeVar("T", bound=Frozen)

_UNDECODABLE = (LookupError, TypeError, ValueError, RecursionError)
"""What a column or a model raises on a value that nothing of ours can have written."""


class UnreadableRowError(GehoordError):
    """A row holds a value that no object can have: it was changed outside Gehoord."""


def objects(kind: type[T], rows: sa.Result[Any], table: str) -> list[T]:
    """Return the objects that rows hold, as they were when they were kept.

    Only what its model took ever became a row, so that no row is judged again when it is read;
    `checked` does that.

    Raises:
        UnreadableRowError: one of them holds a value that its column cannot have.
    """
    try:
        found = rows.all()
    except _UNDECODABLE:
        raise _unreadable(table) from None
    except sa.exc.OperationalError as error:
        if not _is_no_text(error):
            raise
        raise _unreadable(table) from None
    names = tuple(rows.keys())
    known = set(names)
    return [_as_kept(kind, dict(zip(names, row, strict=True)), known) for row in found]


def _as_kept(kind: type[T], values: dict[str, Any], names: set[str]) -> T:
    """Return an object as pickle would: what its model took before is not looked at again."""
    new = kind.__new__(kind)
    new.__setstate__(
        {
            "__dict__": values,
            "__pydantic_fields_set__": names,
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return new


def checked(kind: type[T], rows: sa.Result[Any], table: str) -> list[T]:
    """Return the objects that rows hold, each judged by its model: for rows that nobody trusts.

    Raises:
        UnreadableRowError: one of them holds a value that its column or its object cannot have.
    """
    try:
        return [kind.model_validate(dict(row._mapping)) for row in rows]
    except _UNDECODABLE:
        raise _unreadable(table) from None
    except sa.exc.OperationalError as error:
        if not _is_no_text(error):
            raise
        raise _unreadable(table) from None


def _is_no_text(error: sa.exc.OperationalError) -> bool:
    """Whether SQLite found bytes in a column of text that are none."""
    return "decode to UTF-8" in str(error.orig)


def _unreadable(table: str) -> UnreadableRowError:
    return UnreadableRowError(
        f"In de tabel '{table}' staat een waarde die Gehoord niet kent. "
        "Kijk met 'gehoord verify' wat buiten het journaal om is veranderd."
    )


def columns(item: Frozen) -> dict[str, Any]:
    """Return the values of an object as its table takes them."""
    return dict(item)
