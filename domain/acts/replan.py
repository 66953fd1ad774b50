"""Puts what is still owed on the days of a changed plan."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import attrgetter

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.action import Action, days_of
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import Plan, PlannedStep

Given = Mapping[str, tuple[date, str]]
"""The day and the reason that were given for it, by step."""


@dataclass(frozen=True, slots=True)
class Shift:
    """The open actions of one step that come on other days: in groups that stood on the same."""

    planned: PlannedStep
    alike: list[list[Action]]
    on: date

    @property
    def pairs(self) -> list[tuple[Action, Action]]:
        """Each action as it stood and as it comes on the days of the plan, by its owner's name."""
        days = days_of(self.planned)
        actions = sorted(chain.from_iterable(self.alike), key=attrgetter("owner_name", "id"))
        return [(action, action.on_other_days(days, self.on)) for action in actions]


def shifts(state: State, plan: Plan, on: date, again: Collection[str] = ()) -> list[Shift]:
    """Return the open actions that shift, step by step in the order of the new days.

    Only the steps are looked at whose line in the register says otherwise than the plan, and those
    that are owed ``again``; a yearly duty has years of its own and stays.
    """
    found = [
        Shift(plan[line.step], _elsewhere(state.owed(line.step), plan[line.step]), on)
        for line in state.lines
        if line.precision is not Precision.YEARLY
        and (line.step in again or not line.stands_as(plan[line.step]))
    ]
    shifted = [shift for shift in found if shift.alike]
    return sorted(shifted, key=lambda shift: (shift.planned.due_on, shift.planned.id))


def _elsewhere(actions: list[Action], planned: PlannedStep) -> list[list[Action]]:
    """Return the actions of a step that do not stand on its days; many of them stand alike."""
    alike: dict[tuple[object, ...], list[Action]] = {}
    for action in actions:
        alike.setdefault(action.days, []).append(action)
    return [those for those in alike.values() if not those[0].stands_as(planned)]


def replanned(
    state: State, plan: Plan, shifted: list[Shift], given: Given | None = None
) -> Changes:
    """Return what changes with the actions that shift: their steps, and the days to answer.

    Args:
        state: the dossier before.
        plan: the plan on whose days they come.
        shifted: what shifts.
        given: the day and the reason that a person gave, by step.
    """
    pairs = [pair for shift in shifted for pair in shift.pairs]
    steps = {shift.planned.id for shift in shifted}
    lines = [line for line in state.lines if line.step in steps]
    return (
        Changes.replacing(pairs)
        + Changes.replacing((n, _on_plan(n, plan, (given or {}).get(n.step))) for n in lines)
        + Changes.replacing(_days_to_answer(state, pairs))
    )


def on_plan_again(state: State, changes: Changes, on: date) -> Changes:
    """Put what these changes make owed again on the days of the plan as it now is.

    While it was done it kept the days of then; what counts from it follows.

    Returns: the changes, with the days in them.
    """
    replaced, added = changes.of(Action)
    again = {action.step for action in (*replaced, *added) if action.is_open}
    if not again:
        return changes
    after = state.after(changes)
    return changes + replanned(after, after.plan, shifts(after, after.plan, on, again))


def _days_to_answer(
    state: State, pairs: list[tuple[Action, Action]]
) -> list[tuple[Hearing, Hearing]]:
    hearing = state.as_opened.hearing
    due = {a.municipality: a for _, a in pairs if hearing and a.step == hearing.id}
    if not due:
        return []
    return [
        (h, h.due_anew(due[h.municipality].due))
        for h in state.hearings
        if h.state is HearingState.INVITED and h.municipality in due
    ]


def _on_plan(line: PlanLine, plan: Plan, given: tuple[date, str] | None) -> PlanLine:
    on_plan = line.planned_anew(plan[line.step])
    return on_plan.moved(*given) if given else on_plan
