"""How it stands with a step: how many of its actions are open, done or lapsed, and since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.action import Action, ActionState


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
