"""A newer ontwerp starts a new round: its sending, agreement and hearing have days of their own."""

from datetime import date, timedelta

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.replan import on_plan_again, replanned, shifts
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import lay_out
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
    plan, given = state.plan, {}
    for step in again:
        planned = plan[step]
        if planned.step.kind is StepKind.HEARING or planned.due_on >= on or state.is_done(step):
            continue
        later = max(planned.due_on - plan[ontwerp.id].due_on, timedelta(0))
        given[step] = (reading_day(on + later), f"nieuw ontwerp van {day_in_words(on)}")
    if not given:
        return on_plan_again(state, reopened, on)
    proposal = state.with_what_is_done(state.proposal)
    for step, (day, _) in given.items():
        proposal = proposal.moved(step, day)
    plan = lay_out(proposal, state.eenheid)
    return reopened + replanned(state, plan, shifts(state, plan, on), given)


_AGAIN = (StepKind.AGREEMENT, StepKind.HEARING)
