# SPDX-License-Identifier: EUPL-1.2
"""Puts what is still owed on the days of a changed plan."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from gehoord.calendar.due import Precision, Stretch
from gehoord.domain.dossier.action import DAYS, Action, ActionState, days_of, stretch_of
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind

Given = Mapping[str, tuple[date, str]]
"""The day and the reason that were given for it, by step."""


class Owed(NamedTuple):
    """Who owes what: of an action what a person must know to follow that it shifts."""

    owner_name: str
    id: str
    title: str
    owner: str
    municipality: str | None


Alike = list[tuple[Stretch | None, list[Owed]]]
"""What is owed, by the days on which it stood."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What is owed of one step and comes on other days, by the days on which it stood.

    ``planned`` is the step as it is for those who owe this.
    """

    planned: PlannedStep
    alike: Alike
    on: date


def shifts(state: State, plan: Plan, on: date, again: Collection[str] = ()) -> list[Shift]:
    """Return what is owed and shifts, step by step in the order of the new days.

    Only the steps are looked at whose line in the register says otherwise than the plan, and those
    that are owed ``again``; a yearly duty has years of its own and stays.
    """
    found = [
        Shift(own, alike, on)
        for line in state.lines
        if line.precision is not Precision.YEARLY
        and (line.step in again or not plan[line.step].stands_on(line.days))
        for own, alike in _elsewhere(state, plan[line.step])
    ]
    return sorted(found, key=_place)


def _place(shift: Shift) -> tuple[date, str]:
    planned = shift.planned
    return planned.due_on if planned.has_day else date.max, planned.id


def _elsewhere(state: State, planned: PlannedStep) -> Iterator[tuple[PlannedStep, Alike]]:
    """Yield what is owed of a step on other days than its own; much of it stands alike.

    Who was given a later last day alone has days of his own.
    """
    respites = _respites(state, planned)
    alike: dict[date | None, dict[Sequence[Any], list[Owed]]] = {}
    who = 1 + len(DAYS)
    for row in state.actions.values(("state", *DAYS, *Owed._fields), step=planned.id):
        if row[0] is ActionState.OPEN:
            owed = Owed._make(row[who:])
            days = alike.setdefault(respites.get(owed.owner), {})
            days.setdefault(row[1:who], []).append(owed)
    for respite, by_days in alike.items():
        own = planned.until(respite) if respite else planned
        found = [(stretch_of(days), those) for days, those in by_days.items()]
        if shifted := [(was, those) for was, those in found if not own.stands_on(was)]:
            yield own, shifted


def _respites(state: State, planned: PlannedStep) -> dict[str, date]:
    """Return the last day that a council was given alone, by its code."""
    if planned.step.kind is not StepKind.HEARING:
        return {}
    return {h.municipality: h.respite_until for h in state.hearings if h.respite_until}


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
    pairs = [pair for shift in shifted for pair in _pairs(state, shift)]
    steps = {shift.planned.id for shift in shifted} | _of_all_councils(state)
    lines = [line for line in state.lines if line.step in steps]
    return (
        Changes.replacing(pairs)
        + Changes.replacing((n, _on_plan(n, plan, (given or {}).get(n.step))) for n in lines)
        + Changes.replacing(_days_to_answer(state, pairs))
    )


def _of_all_councils(state: State) -> set[str]:
    """Return the hearing when its step may move while no council does: each has its own day."""
    step = state.as_opened.hearing
    return {step.id} if step and state.longest_respite and state.owed(step.id) else set()


def _pairs(state: State, shift: Shift) -> list[tuple[Action, Action]]:
    """Return each action as it stood and as it comes on the days of the plan, by its owner."""
    ids = {owed.id for _, those in shift.alike for owed in those}
    actions = [action for action in state.owed(shift.planned.id) if action.id in ids]
    days = days_of(shift.planned)
    by_owner = sorted(actions, key=attrgetter("owner_name", "id"))
    return [(action, action.on_other_days(days, shift.on)) for action in by_owner]


def on_plan_again(state: State, changes: Changes, on: date) -> Changes:
    """Put what these changes make owed again on the days of the plan as it now is.

    While it was done it kept the days of then; what counts from it follows.

    Returns: the changes, with the days in them.
    """
    replaced, added = changes.of(Action)
    owed = [action for action in (*replaced, *added) if action.is_open]
    again = {action.step for action in owed if not action.is_outside_plan}
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
