# SPDX-License-Identifier: EUPL-1.2
"""A newer ontwerp starts a new round: its sending, agreement and hearing have days of their own."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.replan import replanned, shifts
from gehoord.domain.dossier.action import DAYS, Action, ActionState, days_of_line
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.errors import ProposalError
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import Step, StepKind

Days = dict[str, date]
"""The last day in this round, by step."""


def new_round(state: State, ontwerp: Step, on: date) -> Changes:
    """Return what a newer ontwerp of ``on`` makes owed again, and on which days.

    What was agreed and heard on the older one no longer counts, and the newer one is yet to be
    sent. Agreement and sending that were done for the older one, or whose day has passed, come as
    many days after the new ontwerp as they were to come after the first one. The last day to
    answer is one that people agreed on, and stays until somebody moves it.
    """
    done = [a for a in _of_each_round(state) if a.state is ActionState.DONE]
    reopened = Changes.replacing((action, action.reopened(on)) for action in done)
    state = state.after(reopened)
    days, plan = _that_fit(state, _own_days(state, {a.step for a in done}, ontwerp, on))
    given = {step: (day, because(on)) for step, day in days.items()}
    pairs = shifts(state, plan, on, _steps_of_each_round(state))
    return reopened + replanned(state, plan, pairs, given)


def because(on: date) -> str:
    """Return why a step moves in a round of which the ontwerp was made on a day."""
    return f"nieuw ontwerp van {day_in_words(on)}"


def displaced(round_: Changes) -> tuple[PlanLine, ...]:
    """Return the steps that a new round moves, as they stood, from what it changes."""
    return tuple(before for before, _ in round_.replaced if isinstance(before, PlanLine))


def reopened(state: State, round_: Changes) -> tuple[Action, ...]:
    """Return what a new round makes owed again and was done on other days than its step has.

    What was done keeps the days of then, whatever moved since.
    """
    lines = {line.step: days_of_line(line) for line in state.lines}
    befores = (before for before, _ in round_.replaced if isinstance(before, Action))
    done = [before for before in befores if before.state is ActionState.DONE]
    return tuple(a for a in done if any(getattr(a, n) != d for n, d in lines[a.step].items()))


def round_undone(state: State, ontwerp: DraftVersion, on: date) -> Changes:
    """Return what changes when an ontwerp no longer counts that started a round.

    Each step stands where it stood, unless a person moved it since. What was agreed, sent and heard
    on the ontwerp before it counts again.

    Args:
        state: the dossier, in which ``ontwerp`` was withdrawn.
        ontwerp: the one that was.
        on: the day on which it was.
    """
    given = because(ontwerp.made_on)
    former = {line.step: line for line in ontwerp.displaced}
    changes = Changes.replacing(
        (line, former[line.step])
        for line in state.lines
        if line.step in former and line.moved_because in (given, former[line.step].moved_because)
    )
    changes += _not_done_on_it(state, on)
    changes += _done_on_it(state.after(changes), {a.id: a for a in ontwerp.reopened}, on)
    after = state.after(changes)
    return changes + replanned(after, after.plan, shifts(after, after.plan, on, former))


def _not_done_on_it(state: State, on: date) -> Changes:
    """Open what was not done on the ontwerp that counts now, or on another day than it was."""
    done = [a for a in _of_each_round(state) if a.state is ActionState.DONE]
    return Changes.replacing((a, a.reopened(on)) for a in done if _done_on(state, a) != a.done_on)


def _done_on_it(state: State, former: Mapping[str, Action], on: date) -> Changes:
    """Close what was done on the ontwerp that counts now, each on its own day.

    Args:
        state: the dossier.
        former: what had days of its own when it was done, by its id.
        on: the day of this.
    """
    lines = {line.step: days_of_line(line) for line in state.lines}

    def days(action: Action) -> Mapping[str, Any]:
        was = former.get(action.id)
        return {name: getattr(was, name) for name in DAYS} if was else lines[action.step]

    done = [(a, _done_on(state, a)) for a in _of_each_round(state) if a.is_open]
    return Changes.replacing((a, a.on_other_days(days(a), on).done(day)) for a, day in done if day)


def _of_each_round(state: State) -> list[Action]:
    """Return what each round asks anew; of a council that ceased to exist nothing."""
    there = {None, *(municipality.code for municipality in state.living)}
    actions = [a for step in _steps_of_each_round(state) for a in state.actions.where(step=step)]
    return [action for action in actions if action.municipality in there]


def _steps_of_each_round(state: State) -> list[str]:
    return [step.id for step in state.as_opened.steps if step.stands and step.is_of_each_round]


def _done_on(state: State, action: Action) -> date | None:
    """Return when an action was done on the ontwerp that counts now, if it was."""
    ontwerp = state.ontwerp
    if ontwerp is None:
        return None
    if action.kind is StepKind.AGREEMENT:
        return state.agreements_with(ontwerp).get(action.owner)
    asked = [h for h in state.hearings if h.version == ontwerp.content_id]
    if action.kind is StepKind.HEARING:
        return next((h.settled_on for h in asked if h.municipality == action.municipality), None)
    return min((h.invited_on for h in asked if h.invited_on), default=None)


def _own_days(state: State, done: set[str], ontwerp: Step, on: date) -> Days:
    """Return the day of each agreement and sending that keeps no day of the round before.

    It is a working day, in time for what is still to follow, and later than it was. What had no
    day has none now.

    Args:
        state: the dossier, with these steps owed again.
        done: those that were done in the round before.
        ontwerp: the step that makes the ontwerp.
        on: the day of the new one.
    """
    first = state.opened.plan
    owed = [p for p in state.plan.steps if p.step.stands and not state.is_finished(p.id)]
    days: Days = {}
    for planned in _sendings_then_agreements(owed):
        if planned.has_day and (planned.id in done or planned.due_on < on):
            wait = _days_between(first[ontwerp.id], first[planned.id])
            latest = min(_limits(planned.step, owed, days, on), default=date.max)
            day = min(reading_day(on + wait), latest)
            if day > planned.due_on:
                days[planned.id] = day
    return days


def _days_between(one: PlannedStep, other: PlannedStep) -> timedelta:
    """Return how long after one step another was to come; nothing when either has no day."""
    if not one.has_day or not other.has_day:
        return timedelta(0)
    return max(other.due_on - one.due_on, timedelta(0))


def _sendings_then_agreements(owed: list[PlannedStep]) -> list[PlannedStep]:
    sendings = [p for p in owed if p.step.sends_ontwerp]
    return sendings + [p for p in owed if p.step.kind is StepKind.AGREEMENT]


def _limits(step: Step, owed: list[PlannedStep], days: Days, on: date) -> Iterator[date]:
    """Yield the last day on which a step is in time for each one that is still to follow it."""
    for later in owed:
        if not later.has_day:
            continue
        is_hearing = later.step.kind is StepKind.HEARING
        last = days.get(later.id, later.span.end) - timedelta(days=is_hearing)
        if _follows(later.step, step) and last >= on:
            yield last


def _follows(later: Step, step: Step) -> bool:
    """Whether a step rests on another, or sends what that other agrees to."""
    is_agreed_first = later.sends_ontwerp and step.kind is StepKind.AGREEMENT
    return is_agreed_first or step.id in later.after


def _that_fit(state: State, days: Days) -> tuple[Days, Plan]:
    """Return as many of these days as the plan has room for, and the plan with them.

    Where the councils would be heard before they are asked, only the agreement gets its day: the
    last day to answer must be moved first.
    """
    kinds = {step.id: step.kind for step in state.as_opened.steps}
    agreements = {s: day for s, day in days.items() if kinds[s] is StepKind.AGREEMENT}
    for found in (days, agreements):
        proposal = state.with_what_is_done(state.proposal)
        for step, day in found.items():
            proposal = proposal.moved(step, day)
        try:
            return found, state.laid_out(proposal)
        except ProposalError:
            continue
    return {}, state.plan
