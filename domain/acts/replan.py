"""Puts what is still owed on the days of a changed plan."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.action import Action, days_of
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import Plan, PlannedStep

Shift = tuple[Action, Action]
"""An action before and after."""
Given = Mapping[str, tuple[date, str]]
"""The day and the reason that were given for it, by step."""


def shifts(state: State, plan: Plan, on: date, again: Collection[str] = ()) -> list[Shift]:
    """Return each open action that shifts, in the order of the new days.

    Only the steps are looked at whose line in the register says otherwise than the plan, and those
    that are owed ``again``; a yearly duty has years of its own and stays.
    """
    pairs = [
        pair
        for line in state.lines
        if line.precision is not Precision.YEARLY
        and (line.step in again or not line.stands_as(plan[line.step]))
        for pair in _shifted(state.owed(line.step), plan[line.step], on)
    ]
    return sorted(pairs, key=lambda pair: (pair[1].due_on, pair[1].step, pair[1].owner_name))


def _shifted(actions: list[Action], planned: PlannedStep, on: date) -> Iterator[Shift]:
    """Yield the actions of one step that stand otherwise; many of them stand alike."""
    stands: dict[tuple[object, ...], bool] = {}
    days = days_of(planned)
    for action in actions:
        if action.days not in stands:
            stands[action.days] = action.stands_as(planned)
        if not stands[action.days]:
            yield action, action.on_other_days(days, on)


def replanned(state: State, plan: Plan, pairs: list[Shift], given: Given | None = None) -> Changes:
    """Return what changes with the actions that shift: their steps, and the days to answer.

    Args:
        state: the dossier before.
        plan: the plan on whose days they come.
        pairs: what shifts.
        given: the day and the reason that a person gave, by step.
    """
    shifted = {after.step for _, after in pairs}
    lines = [line for line in state.lines if line.step in shifted]
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


def _days_to_answer(state: State, pairs: list[Shift]) -> list[tuple[Hearing, Hearing]]:
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
