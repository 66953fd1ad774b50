"""A newer ontwerp starts a new round: its sending, agreement and hearing have days of their own."""

from collections.abc import Mapping
from datetime import date, timedelta

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.replan import on_plan_again, replanned, shifts
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import ProposalError
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.step import Letter, Step, StepKind


def new_round(state: State, ontwerp: Step, on: date) -> Changes:
    """Return what a newer ontwerp of ``on`` makes owed again, and on which days.

    What was agreed and heard on the older one no longer counts, and the newer one is yet to be
    sent. Agreement and sending whose day in the plan has passed come as many days after the new
    ontwerp as they came after the first one, on a working day; the last day to answer is one that
    people agreed on, and stays until somebody moves it.
    """
    again = [
        step.id
        for step in state.as_opened.steps
        if step.stands and (step.kind in _AGAIN or step.letter is Letter.ONTWERP)
    ]
    done = [a for step in again for a in state.actions.where(step=step, state=ActionState.DONE)]
    reopened = Changes.replacing((a, a.reopened(on)) for a in done)
    state = state.after(reopened)
    because = f"nieuw ontwerp van {day_in_words(on)}"
    own = _own_days(state, again, ontwerp, on)
    given = {step: (day, because) for step, day in own.items()}
    for days in (given, {s: d for s, d in given.items() if _is_agreement(state, s)}):
        plan = _plan_with(state, days)
        if days and plan:
            return reopened + replanned(state, plan, shifts(state, plan, on, again), days)
    return on_plan_again(state, reopened, on)


def _own_days(state: State, again: list[str], ontwerp: Step, on: date) -> dict[str, date]:
    """Return the day in this round of each step whose day in the plan has passed."""
    plan, first = state.plan, state.plan[ontwerp.id].due_on
    passed = [
        plan[step]
        for step in again
        if plan[step].step.kind is not StepKind.HEARING
        and plan[step].due_on < on
        and not state.is_done(step)
    ]
    return {p.id: reading_day(on + max(p.due_on - first, timedelta(0))) for p in passed}


def _is_agreement(state: State, step: str) -> bool:
    return state.as_opened.step(step).kind is StepKind.AGREEMENT


def _plan_with(state: State, given: Mapping[str, tuple[date, str]]) -> Plan | None:
    """Return the plan on these days, or nothing when another step must be moved first."""
    proposal = state.with_what_is_done(state.proposal)
    for step, (day, _) in given.items():
        proposal = proposal.moved(step, day)
    try:
        return lay_out(proposal, state.eenheid)
    except ProposalError:  # the councils would be heard before they are asked
        return None


_AGAIN = (StepKind.AGREEMENT, StepKind.HEARING)
