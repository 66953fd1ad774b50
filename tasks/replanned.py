"""Puts the actions that are still open on the days of a changed plan."""

from collections.abc import Mapping
from datetime import date

from gehoord.calendar.span import Span
from gehoord.calendar.written import Precision
from gehoord.domain.action import Action
from gehoord.domain.dossier import PlanLine
from gehoord.domain.facts import Facts
from gehoord.domain.hearing import HearingState
from gehoord.domain.plan import Plan, PlannedStep
from gehoord.store.facts import facts_of
from gehoord.store.register import Change

Shift = tuple[Action, Action]
"""An action before and after."""


def shifts(facts: Facts, plan: Plan, on: date) -> list[Shift]:
    """Return each open action that shifts, in the order of the new days.

    A yearly duty has years of its own and stays.
    """
    pairs = [
        (action, action.planned_anew(plan[action.step], on))
        for action in facts.open_actions()
        if action.precision is not Precision.YEARLY and _stands_otherwise(action, plan[action.step])
    ]
    return sorted(pairs, key=lambda pair: (pair[1].due_on, pair[1].step, pair[1].owner_name))


def _stands_otherwise(action: Action, planned: PlannedStep) -> bool:
    """Whether the plan has other days, or knows now for sure what was an approximation."""
    same_days = Span(action.start_on, action.due_on) == planned.span
    return not same_days or action.names_day != planned.names_day


def keep_on_plan(change: Change, dossier: str, on: date) -> Facts:
    """Put what is owed again on the days of the plan: while it was done it had those of then.

    Returns: the facts afterwards.
    """
    facts = facts_of(change, dossier)
    if pairs := shifts(facts, facts.plan, on):
        replan(change, facts, facts.plan, pairs)
        return facts_of(change, dossier)
    return facts


def replan(
    change: Change,
    facts: Facts,
    plan: Plan,
    pairs: list[Shift],
    given: Mapping[str, tuple[date, str]] | None = None,
) -> None:
    """Keep the shifted actions, the lines of their steps, and the days to answer of the councils.

    Args:
        change: in which it is kept.
        facts: the dossier before.
        plan: the plan on whose days they come.
        pairs: what shifts.
        given: the day and the reason that a person gave, by step.
    """
    change.replace(pairs)
    shifted = {after.step for _, after in pairs}
    lines = [line for line in facts.lines if line.step in shifted]
    change.replace([(line, _on_plan(line, plan, (given or {}).get(line.step))) for line in lines])
    hearing = facts.proposal.hearing
    respond_by = {a.municipality: a.due_on for _, a in pairs if hearing and a.step == hearing.id}
    change.replace(
        [
            (h, h.model_copy(update={"respond_by": respond_by[h.municipality]}))
            for h in facts.hearings
            if h.state is HearingState.INVITED and h.municipality in respond_by
        ]
    )


def _on_plan(line: PlanLine, plan: Plan, given: tuple[date, str] | None) -> PlanLine:
    planned = plan[line.step]
    by_a_person = {"moved_to": given[0], "moved_because": given[1]} if given else {}
    return line.model_copy(
        update={
            "start_on": planned.span.start,
            "end_on": planned.span.end,
            "precision": planned.precision,
            "words": planned.words,
            **by_a_person,
        }
    )
