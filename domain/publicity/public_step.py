# SPDX-License-Identifier: EUPL-1.2
"""What happens when, as everybody may know it: the steps of the proposal."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gehoord.calendar.derivation import Link
from gehoord.calendar.due import Precision, Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    CLIENTS,
    COUNCILS,
    GRIFFIES,
    OFFICES,
    SAFETY_OFFICIALS,
    Eenheid,
)
from gehoord.domain.outgoing.courses import StepCourse, courses_of
from gehoord.domain.plan.account import account_of
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.domain.publicity.masking import Masking


@dataclass(frozen=True, slots=True)
class PublicStep:
    """One step of the procedure.

    Attributes:
        owner: whose it is, in words; empty when that is nobody who is known to everybody.
        when: its days as they are planned; ``done`` as it went, empty until it is over.
        is_main: whether it is one of the moments that matter to who does not take part.
        is_approximate: whether the planned days are no days that people wrote.
        because: why it is planned on these days; nothing of a step whose day a person moved.
    """

    step: str
    title: str
    stage: Stage
    owner: str
    when: str
    done: str
    has_lapsed: bool
    is_main: bool
    is_approximate: bool
    because: tuple[Link, ...]


def public_steps(state: State, masked: Masking) -> tuple[PublicStep, ...]:
    """Return the steps of the proposal as it was opened, in their order.

    What came to the dossier later (a step for one burgemeester, a request, what is too late) is not
    in it, and neither is why a person moved a day.
    """
    opened = {step.id for step in state.as_opened.steps} - _added(state)
    courses = [c for c in courses_of(state, state.dossier.opened_on) if c.step in opened]
    courses.sort(key=lambda course: (list(Stage).index(course.stage), _last_day(course)))
    return tuple(_public(state, course, masked) for course in courses)


def _last_day(course: StepCourse) -> date:
    """Return the day by which a step has its place among others: as it went, else as planned."""
    if course.is_finished and course.done:
        return course.done.end
    return course.planned.last.day if course.planned else date.max


def _added(state: State) -> set[str]:
    """Return the steps that came after the opening."""
    if not state.dossier.added:
        return set()
    without = state.dossier.model_copy(update={"added": ""})
    then = {step.id for step in State(without).as_opened.steps}
    return {step.id for step in state.as_opened.steps} - then


def _public(state: State, course: StepCourse, masked: Masking) -> PublicStep:
    planned = state.plan[course.step]
    title = masked(course.title, f"de stap '{course.step}'")
    is_over = course.is_finished and not course.is_yearly
    return PublicStep(
        step=course.step,
        title=title,
        stage=course.stage,
        owner=_adopter(state, planned.step) or _whose(state.eenheid, planned.step, course.owner),
        when=masked(_when(course.planned), f"de dagen van de stap '{course.step}'")
        if course.planned
        else "",
        done=_done(course) if is_over else "",
        has_lapsed=course.has_lapsed,
        is_main=_is_main(planned.step),
        is_approximate=bool(course.planned and not course.planned.names_day),
        because=tuple(
            replace(link, rule=masked(link.rule, f"de reden van de stap '{course.step}'"))
            for link in _because(state, planned)
        ),
    )


def _adopter(state: State, step: Step) -> str:
    """Return who adopted, which may be another than was planned; nothing of any other step.

    Law: Politiewet 2012, art. 39 lid 2 and 3.
    """
    if step.kind is not StepKind.ADOPTION or state.adoption is None:
        return ""
    return _whose(state.eenheid, step, state.adoption.by)


def _whose(eenheid: Eenheid, step: Step, owner: str) -> str:
    """Return whose a step is; a body adopts nothing, it is where those meet who do.

    Law: Politiewet 2012, art. 39 lid 1.
    """
    name = owner_in_public(eenheid, owner)
    is_adopted_there = step.kind is StepKind.ADOPTION or step.is_jaarverslag
    if not (is_adopted_there and eenheid.party(owner)):
        return name
    return f"{_ADOPT_TOGETHER}, in de vergadering van {name}"


def _when(days: Stretch) -> str:
    """Return the days of a step; who does not know the plan cannot count them from another one."""
    if Precision.RELATIVE not in (days.precision, days.first.precision, days.last.precision):
        return days.words
    start, last = days.start_in_words, days.last_in_words
    return f"van {start} tot en met {last}" if start and start != last else last


def _is_main(step: Step) -> bool:
    is_of_all = step.kind in (StepKind.HEARING, StepKind.ADOPTION)
    return is_of_all or step.chooses_themes or step.brings_ontwerp or step.is_jaarverslag


def _done(course: StepCourse) -> str:
    span = course.done
    if span is None:
        return ""
    if span.start == span.end:
        return day_in_words(span.end)
    return f"van {day_in_words(span.start)} tot en met {day_in_words(span.end)}"


def _because(state: State, planned: PlannedStep) -> tuple[Link, ...]:
    if any(line.moved_to for line in state.lines.where(step=planned.id)):
        return ()
    if account := account_of(state.plan, planned):
        return (account.link,)
    return state.opened.plan[planned.id].derivation


_ADOPT_TOGETHER: Final = "de burgemeesters en de hoofdofficier van justitie"
_MANY: Final = {
    COUNCILS: "alle gemeenteraden",
    GRIFFIES: "de griffies van alle gemeenten",
    BURGEMEESTERS: "alle burgemeesters",
    SAFETY_OFFICIALS: "de gemeenten",
    CLIENTS: "de regioburgemeester en de hoofdofficier van justitie",
}


def owner_in_public(eenheid: Eenheid, owner: str) -> str:
    """Return who owes a step: an office, a body, or one in each municipality; never a person."""
    if owner in _MANY:
        return _MANY[owner]
    if owner in OFFICES:
        return f"de {OFFICES[owner]}"
    party = eenheid.party(owner)
    return party.name if party else ""
