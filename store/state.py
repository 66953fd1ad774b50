# SPDX-License-Identifier: EUPL-1.2
"""The state of a dossier as the register has it: each object is fetched when it is asked for."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.facts import FACTS
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.tally import Tally
from gehoord.domain.frozen import Frozen
from gehoord.store.reader import Reader
from gehoord.store.table_of import table_of

T = TypeVar("T", bound=Frozen)


class Stored(Kept[T]):
    """The objects of one kind of a dossier in the register, in one view of it."""

    def __init__(self, reader: Reader, kind: type[T], dossier: str) -> None:
        super().__init__()
        self._items = None
        self._reader, self._kind, self._dossier = reader, kind, dossier
        self._asked: dict[tuple[tuple[str, Any], ...], list[T]] = {}

    def _fetch(self) -> list[T]:
        return self._reader.all(self._kind, self._dossier)

    def where(self, **equal: Any) -> list[T]:
        """Return the objects of which every named field has the given value, in order."""
        if self._items is not None:
            return super().where(**equal)
        asked = tuple(equal.items())
        if asked not in self._asked:
            self._asked[asked] = self._reader.all(self._kind, self._dossier, **equal)
        return self._asked[asked]

    def place(self, item: T) -> tuple[Any, ...]:
        """Return where an object stands: the register has them in the order of their keys."""
        return (item.id,)  # type: ignore[attr-defined]

    def values(self, names: Sequence[str], **equal: Any) -> Sequence[Sequence[Any]]:
        """Return these fields of the objects with the given values, and fetch no other."""
        if self._items is not None or tuple(equal.items()) in self._asked:
            return super().values(names, **equal)
        return self._reader.values(self._kind, names, self._dossier, **equal)

    def greatest(self, name: str, **equal: Any) -> Any:
        """Return the greatest value of a field among those with the given values, if it has any."""
        if self._items is not None:
            return super().greatest(name, **equal)
        return self._reader.greatest(self._kind, name, self._dossier, **equal)


def state_of(reader: Reader, dossier: str) -> State:
    """Return everything that the register knows of a dossier, at once.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    held: dict[str, Any] = {name: reader.all(kind, dossier) for name, kind in FACTS.items()}
    drafts = {"kind": MessageKind.DRAFT, "rung": ""}
    mails = reader.all(Message, dossier, **drafts) if held["circulations"] else []
    return State(reader.dossier(dossier), mails=mails, **held)


def state_in(reader: Reader, dossier: str) -> State:
    """Return the same, but fetch only what is asked for: while the transaction is open.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    held: dict[str, Any] = {name: Stored(reader, kind, dossier) for name, kind in FACTS.items()}
    return State(
        reader.dossier(dossier),
        counted=lambda: _tallies(reader, dossier),
        mails=Stored(reader, Message, dossier),
        **held,
    )


def _tallies(reader: Reader, dossier: str) -> Mapping[str, Tally]:
    """Count the actions of every step in one statement."""
    return {step: Tally(*counts) for step, *counts in reader.rows(_COUNTED, dossier=dossier)}


def _number_in(state: ActionState) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((_C.state == state, 1), else_=0)), 0)


_C: Final = table_of(Action).c
_DONE_ON: Final = sa.case((_C.state == ActionState.DONE, _C.done_on), else_=None)
_COUNTED: Final = (
    sa.select(
        _C.step,
        *(_number_in(state) for state in ActionState),
        sa.func.min(_DONE_ON, type_=sa.Date()),
        sa.func.max(_DONE_ON, type_=sa.Date()),
    )
    .where(_C.dossier == sa.bindparam("dossier"))
    .group_by(_C.step)
)
