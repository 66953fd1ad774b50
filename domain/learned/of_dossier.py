# SPDX-License-Identifier: EUPL-1.2
"""An earlier procedure as the register tells it: a dossier whose plan was adopted."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.domain.dossier.dossier import Dossier, DossierState
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.state import State
from gehoord.domain.learned.leg import Leg, Moment, lengths, moment_of, reads_draft
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.past_course import PastAnswer, PastCourse, PastLeg, PastStep
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind


def is_past(dossier: Dossier) -> bool:
    """Whether something can be learned from a dossier: it was adopted, and it was no exercise."""
    return dossier.state is DossierState.ADOPTED and dossier.mode is Mode.LIVE


def course_in(state: State) -> PastCourse:
    """Return how the procedure of a dossier went, beside its plan of the opening.

    What was done before the opening had no plan then. What came to the dossier later had none.
    """
    done = [(planned, day) for planned in _steps(state) if (day := _done_on(state, planned))]
    return PastCourse(
        eenheid=state.eenheid.id,
        name=state.id,
        title=state.dossier.title,
        plan_starts_on=state.as_opened.beleidsplan.start,
        steps=tuple(_past_step(state, planned, day) for planned, day in done),
        legs=(*_legs(state, done), *_rounds(state, done)),
        answers=tuple(_answers(state)),
        is_dossier=True,
    )


def _steps(state: State) -> list[PlannedStep]:
    """Return the steps of the plan of the opening that do not come back every year."""
    known = [p for p in state.opened.plan.steps if p.step.stands and not p.is_yearly]
    return [p for p in known if not (p.step.is_outside_plan or p.step.day_is_proposed)]


def _done_on(state: State, planned: PlannedStep) -> date | None:
    """Return the day on which a step was done; nothing while somebody owes it, or it lapsed."""
    kind = planned.step.kind
    if kind is StepKind.ADOPTION and state.adoption:
        return state.adoption.taken_on
    if kind is StepKind.HEARING:
        return max(_days_heard(state), default=None)
    tally = state.tally(planned.id)
    return tally.last_done_on if not tally.open else None


def _days_heard(state: State) -> list[date]:
    """Return when each council was heard; a silence that a person judged is no answer."""
    heard = state.hearings.where(state=HearingState.HEARD)
    return [hearing.heard_on for hearing in heard if hearing.heard_on]


def _plan_of(state: State, planned: PlannedStep, day: date) -> Stretch | None:
    """Return the days that the opening gave a step, if it was still to be done."""
    return None if day < state.dossier.opened_on else planned.days


def _past_step(state: State, planned: PlannedStep, day: date) -> PastStep:
    step, plan = planned.step, _plan_of(state, planned, day)
    return PastStep(step.id, step.title, step.stage, step.kind, plan, day)


def _legs(state: State, done: list[tuple[PlannedStep, date]]) -> Iterator[PastLeg]:
    was: dict[Moment, Due] = {}
    to_be: dict[Moment, Due] = {}
    for planned, day in done:
        if moment := moment_of(planned.step):
            was[moment] = Due.on(day)
            plan = _plan_of(state, planned, day)
            if plan and plan.precision is not Precision.UNDATED:
                to_be[moment] = plan.last
    planned_legs = dict(lengths(to_be))
    for leg, length in lengths(was):
        yield PastLeg(leg, planned_legs.get(leg), length, f"dossier {state.id}")


def _rounds(state: State, done: list[tuple[PlannedStep, date]]) -> Iterator[PastLeg]:
    """Yield how long each round on a draft took, from the day on which the draft was there."""
    steps = {planned.id: planned.step for planned, _ in done}
    days = {planned.id: day for planned, day in done}
    for planned, day in done:
        if not reads_draft(planned.step, steps):
            continue
        begun = max(days[before] for before in planned.step.after if before in days)
        plan = _plan_of(state, planned, day)
        to_be = Length.between(plan.first, plan.last) if plan else None
        if took := Length.between(Due.on(begun), Due.on(day)):
            yield PastLeg(Leg.READING, to_be, took, f"dossier {state.id}")


def _answers(state: State) -> Iterator[PastAnswer]:
    for hearing in state.hearings.where(state=HearingState.HEARD):
        if hearing.invited_on and hearing.heard_on:
            days = (hearing.heard_on - hearing.invited_on).days
            yield PastAnswer(hearing.municipality, hearing.name, days)
