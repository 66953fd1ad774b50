# SPDX-License-Identifier: EUPL-1.2
"""How it stands with a step: how many of its actions are open, done or lapsed, and since when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.kept import Kept


@dataclass(frozen=True, slots=True)
class Tally:
    """The actions of one step, counted; with the first and the last day on which one was done."""

    open: int = 0
    done: int = 0
    lapsed: int = 0
    first_done_on: date | None = None
    last_done_on: date | None = None

    @classmethod
    def of(cls, actions: Iterable[Action]) -> "Tally":
        """Count the actions of a step."""
        counts = dict.fromkeys(ActionState, 0)
        days = []
        for action in actions:
            counts[action.state] += 1
            if action.state is ActionState.DONE and action.done_on:
                days.append(action.done_on)
        return cls(
            counts[ActionState.OPEN],
            counts[ActionState.DONE],
            counts[ActionState.LAPSED],
            min(days, default=None),
            max(days, default=None),
        )

    @property
    def has_lapsed(self) -> bool:
        """Whether all that anybody owed lapsed."""
        return bool(self.lapsed) and not self.open and not self.done

    @property
    def is_finished(self) -> bool:
        """Whether somebody owed something and nobody does any more."""
        return not self.open and bool(self.done or self.lapsed)


Counted = Callable[[], Mapping[str, Tally]]
"""Counts every step that has actions."""


class Tallies:
    """How it stands with every step: as counted before, and anew for what has changed since.

    Args:
        actions: those of the dossier.
        counted: counts all steps at once, without looking at each action.
        touched: the steps of which that count is no longer right.
    """

    def __init__(
        self,
        actions: Kept[Action],
        counted: Counted | None = None,
        touched: frozenset[str] = frozenset(),
    ) -> None:
        self._actions = actions
        self._counted = counted
        self._touched = touched
        self._known: dict[str, Tally] = {}

    def of(self, step: str) -> Tally:
        """Return how it stands with one step; one without actions has none of anything."""
        if not self._known and self._counted:
            counted = self._counted().items()
            self._known = {s: tally for s, tally in counted if s not in self._touched}
        if step not in self._known:
            self._known[step] = Tally.of(self._actions.where(step=step))
        return self._known[step]

    def after(self, actions: Kept[Action], touched: Iterable[str]) -> "Tallies":
        """Return the same for actions of which these steps changed."""
        return Tallies(actions, self._counted, self._touched | frozenset(touched))
