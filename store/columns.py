"""The columns of the tables: tuples, words, and the dossier that a row belongs to."""

from collections.abc import Callable
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field

from gehoord.domain.frozen import Frozen

ROW: Final[Any] = {"frozen": False, "extra": "ignore"}
"""How a row differs from its domain object: the database may fill it."""


class TupleOf(sa.TypeDecorator[tuple[Any, ...]]):
    """A tuple of words or of small models, kept as a list in JSON.

    Args:
        kind: what it is a tuple of.
    """

    impl = sa.JSON
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:
        """Return the list that is kept."""
        if value is None:
            return None
        return [v.model_dump(mode="json") if isinstance(v, Frozen) else str(v) for v in value]

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> tuple[Any, ...]:
        """Return the tuple again.

        Raises:
            TypeError: it is no list; nothing of ours wrote it.
        """
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is no list")
        is_model = issubclass(self.kind, Frozen)
        return tuple(self.kind.model_validate(v) if is_model else self.kind(v) for v in value)


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
