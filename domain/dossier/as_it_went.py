# SPDX-License-Identifier: EUPL-1.2
"""The plan of a dossier, with what happened in the place of what was planned."""

from dataclasses import replace
from datetime import date, timedelta

from gehoord.calendar.derivation import Link
from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.written import Fixed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.plan.plan import Plan, in_order
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.part import OF_STRENGTH
from gehoord.domain.proposal.step import Standing, StepKind


def as_it_went(state: State, plan: Plan | None = None) -> Plan:
    """Return the plan in which every step that was carried out has the days on which it was.

    A version holds what was recorded as its contents; the table of the strength in it says whether
    that is provisional. What somebody still owes keeps its plan, but
    for the hearing: that began when the councils were asked. What lapsed has no day any more.

    Args:
        state: the dossier.
        plan: another plan of it than the present one.
    """
    steps = [_as_it_went(state, planned) for planned in (plan or state.plan).steps]
    return Plan((plan or state.plan).proposal, in_order(steps))


def _as_it_went(state: State, planned: PlannedStep) -> PlannedStep:
    if state.tally(planned.id).has_lapsed:
        gone = planned.step.model_copy(update={"standing": Standing.LAPSED})
        return replace(planned, step=gone, days=None)
    days = _days(state, planned)
    if not days:
        return _since_asked(state, planned)
    first, last = Due.on(min(days)), Due.on(max(days))
    precision = Precision.DAY if first == last else Precision.WINDOW
    rule = f"zo is het gegaan: {last.in_words}"
    written = Fixed(Stretch(first, last, precision, last.in_words), last.in_words, rule)
    changes: dict[str, object] = {"when": written, "not_before": None, "not_after": None}
    made = standing(v for v in state.versions if v.step == planned.id)
    if made:
        changes |= _of_version(state, max(made, key=lambda v: v.number), planned)
    return replace(
        planned,
        step=planned.step.model_copy(update=changes),
        days=written.stretch,
        first_links=(Link(last.day, rule),),
        last_links=(Link(last.day, rule),),
    )


def _of_version(state: State, version: DraftVersion, planned: PlannedStep) -> dict[str, object]:
    """Return what a version holds, and which of it is provisional, as its table itself says."""
    contains = version.contains
    table = state.strengths.one(version.strength) if version.strength else None
    if table is None:
        return {"contains": contains}
    others = [part for part in planned.step.provisional_parts if part not in OF_STRENGTH]
    own = [part for part in OF_STRENGTH if table.is_provisional]
    parts = tuple(part for part in contains if part in (*others, *own))
    return {"contains": contains, "provisional_parts": parts}


def _since_asked(state: State, planned: PlannedStep) -> PlannedStep:
    """Return a hearing that goes on from the day after which the last council was asked."""
    if planned.step.kind is not StepKind.HEARING or planned.days is None:
        return planned
    last = state.last_asked_on
    if last is None:
        return planned
    start = min(last + timedelta(days=1), planned.span.end)
    longest = state.longest_respite
    return replace(
        planned,
        days=replace(planned.days, first=Due.on(start)),
        longest=Due.on(longest) if longest and longest > planned.due_on else None,
    )


def _days(state: State, planned: PlannedStep) -> list[date]:
    """Return the days on which a step was carried out; none while somebody still owes it."""
    tally = state.tally(planned.id)
    if tally.open:
        return []
    days = [day for day in (tally.first_done_on, tally.last_done_on) if day]
    if days and planned.step.kind is StepKind.HEARING:
        days += [h.invited_on for h in state.hearings if h.invited_on]
    return days
