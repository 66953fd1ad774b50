"""How a domain object becomes a row, and a row an object again."""

from collections.abc import Iterable
from typing import Any, TypeVar

import sqlalchemy as sa

from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import Frozen

T = TypeVar("T", bound=Frozen)

_UNDECODABLE = (LookupError, TypeError, ValueError)
"""What a column or a model raises on a value that nothing of ours can have written."""


class UnreadableRowError(GehoordError):
    """A row holds a value that no object can have: it was changed outside Gehoord."""


def objects(kind: type[T], rows: Iterable[sa.Row[Any]], table: str) -> list[T]:
    """Return the objects that rows hold.

    Raises:
        UnreadableRowError: one of them holds a value that its column or its object cannot have.
    """
    try:
        return [kind.model_validate(dict(row._mapping)) for row in rows]
    except _UNDECODABLE:
        raise UnreadableRowError(
            f"In de tabel '{table}' staat een waarde die Gehoord niet kent. "
            "Kijk met 'gehoord verify' wat buiten het journaal om is veranderd."
        ) from None


def columns(item: Frozen) -> dict[str, Any]:
    """Return the values of an object as its table takes them; only lists become JSON."""
    values = dict(item)
    for name, value in values.items():
        if isinstance(value, tuple):
            values[name] = item.model_dump(mode="json", include={name})[name]
    return values
