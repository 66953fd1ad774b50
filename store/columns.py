# SPDX-License-Identifier: EUPL-1.2
"""The columns of the tables: tuples, words, and the dossier that a row belongs to."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field

from gehoord.domain.frozen import Frozen

ROW: Final[Any] = {"frozen": False, "extra": "ignore"}
"""How a row differs from its domain object: the database may fill it."""


class TupleOf(sa.TypeDecorator[tuple[Any, ...]]):
    """A tuple of words, of days (or none) or of small models, kept as a list in JSON.

    Args:
        kind: what it is a tuple of.
    """

    impl = sa.JSON
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind
        self._read = _reader_of(kind)

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:
        """Return the list that is kept."""
        if value is None:
            return None
        return list(map(_in_json, value))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> tuple[Any, ...]:
        """Return the tuple again.

        Raises:
            TypeError: it is no list; nothing of ours wrote it.
        """
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is no list")
        return tuple(map(self._read, value))


def _reader_of(kind: type[Any]) -> Callable[[Any], Any]:
    """Return what makes of a value in JSON the word, day or small model that it was."""
    if issubclass(kind, Frozen):
        return kind.model_validate
    return _day if kind is date else kind


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _in_json(value: Any) -> Any:
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    return None if value is None else str(value)


class WordOf(sa.Enum):
    """A word of an enumeration, looked up by its text: a dossier is read in thousands of these."""

    cache_ok = True

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[Any], Any]:
        """Return what finds the word; it raises LookupError on any other text."""
        words: dict[str | None, Enum | None] = {None: None}
        words |= {word.value: word for word in self.enum_class or ()}
        return words.__getitem__


@sa.event.listens_for(sa.Column, "before_parent_attach")
def _words_as_text(column: "sa.Column[Any]", table: Any) -> None:
    """Store a word as its text, so that a new word needs no new type in PostgreSQL."""
    if isinstance(column.type, sa.Enum) and (words := column.type.enum_class):
        column.type = WordOf(
            words, native_enum=False, length=40, values_callable=lambda e: [w.value for w in e]
        )


def of_dossier() -> Any:
    """Return the column that says to which dossier a row belongs."""
    return Field(foreign_key="dossier.id", index=True)
