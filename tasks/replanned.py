"""Puts the actions that are still open on the days of a changed plan."""

from collections.abc import Mapping
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import Plan, PlannedStep
from gehoord.store.register import Change
from gehoord.store.state import state_of

Shift = tuple[Action, Action]
"""An action before and after."""


def shifts(state: State, plan: Plan, on: date) -> list[Shift]:
    """Return each open action that shifts, in the order of the new days.

    A yearly duty has years of its own and stays.
    """
    pairs = [
        (action, action.planned_anew(plan[action.step], on))
        for action in state.open_actions()
        if action.precision is not Precision.YEARLY and _stands_otherwise(action, plan[action.step])
    ]
    return sorted(pairs, key=lambda pair: (pair[1].due_on, pair[1].step, pair[1].owner_name))


def _stands_otherwise(action: Action, planned: PlannedStep) -> bool:
    """Whether the plan has other days, or knows now for sure what was an approximation."""
    return action.stretch.span != planned.span or action.names_day != planned.names_day


def keep_on_plan(change: Change, dossier: str, on: date) -> State:
    """Put what is owed again on the days of the plan: while it was done it had those of then.

    Returns: the state afterwards.
    """
    state = state_of(change, dossier)
    if pairs := shifts(state, state.plan, on):
        replan(change, state, state.plan, pairs)
        return state_of(change, dossier)
    return state


def replan(
    change: Change,
    state: State,
    plan: Plan,
    pairs: list[Shift],
    given: Mapping[str, tuple[date, str]] | None = None,
) -> None:
    """Keep the shifted actions, the lines of their steps, and the days to answer of the councils.

    Args:
        change: in which it is kept.
        state: the dossier before.
        plan: the plan on whose days they come.
        pairs: what shifts.
        given: the day and the reason that a person gave, by step.
    """
    change.replace(pairs)
    shifted = {after.step for _, after in pairs}
    lines = [line for line in state.lines if line.step in shifted]
    change.replace([(line, _on_plan(line, plan, (given or {}).get(line.step))) for line in lines])
    hearing = state.proposal.hearing
    due = {a.municipality: a.due for _, a in pairs if hearing and a.step == hearing.id}
    change.replace(
        [
            (h, h.due_anew(due[h.municipality]))
            for h in state.hearings
            if h.state is HearingState.INVITED and h.municipality in due
        ]
    )


def _on_plan(line: PlanLine, plan: Plan, given: tuple[date, str] | None) -> PlanLine:
    anew = line.planned_anew(plan[line.step])
    if given is None:
        return anew
    return anew.model_copy(update={"moved_to": given[0], "moved_because": given[1]})
