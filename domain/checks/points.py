# SPDX-License-Identifier: EUPL-1.2
"""Is of every point said what is done with it, before a next version leaves or is adopted?"""

from collections.abc import Iterator, Sequence
from typing import Final

from gehoord.calendar.dutch import counted
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.replies import little_time_to_weigh
from gehoord.domain.checks.wording import said, some
from gehoord.domain.dossier.answers import open_points_before
from gehoord.domain.dossier.late_answers import late_answers
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()
OPEN_POINTS: Final = "punten-zonder-verwerking"
UNANSWERED: Final = "zienswijze-zonder-antwoord"


@CHECKS.add(
    OPEN_POINTS,
    Severity.REASON,
    mistake=23,
    article=CAREFUL_PREPARATION,
    practice="S003: pas het verwerken van alle feedback op de 70%-versie gaf de 85%-versie",
    remedy="Leg per punt vast wat ermee is gedaan, en waarom.",
    offices=(REGIOBURGEMEESTER,),
)
def points_left_open(case: Case) -> Iterator[Observation]:
    """A next version is there, and of a point on one before it is not said what was done."""
    if case.state is None or case.state.final is None:
        return
    version = case.state.final
    councils = {zienswijze.id for zienswijze in unanswered(case.state)} if _is_due(case) else set()
    waiting = [p for p in open_points_before(case.state, version) if p.answer not in councils]
    if waiting:
        steps = steps_that_send(case.state, version)
        yield steps, f"Voor '{version.title}': {open_in_words(waiting)}."


@CHECKS.add(
    UNANSWERED,
    Severity.REASON,
    mistake=23,
    also=(24,),
    article=CAREFUL_PREPARATION,
    practice="S003: van alle feedback is aangegeven hoe die is verwerkt, of waarom niet, ook van "
    "wie na 13 juli 2018 reageerde",
    remedy="Leg per punt of zienswijze vast wat ermee is gedaan, en waarom.",
    offices=(REGIOBURGEMEESTER,),
)
def zienswijzen_left_unanswered(case: Case) -> Iterator[Observation]:
    """The plan is up for adoption, and a zienswijze or a point of it has no answer."""
    if case.state is None or not _is_due(case):
        return
    if waiting := unanswered(case.state):
        steps = tuple(s.id for s in (case.adoption,) if s)
        yield steps, f"{unanswered_in_words(case.state, waiting)}."


@CHECKS.add(
    "verwerkingstijd-loopt-af",
    Severity.WARN,
    mistake=23,
    article=CAREFUL_PREPARATION,
    remedy="Leg per punt of zienswijze vast wat ermee is gedaan, of stel het plan later vast.",
)
def time_to_answer_runs_out(case: Case) -> Iterator[Observation]:
    """Less than two weeks before the adoption a zienswijze or a point of it has no answer."""
    adoption, tight_from = case.dated_adoption, case.tight_from
    if case.state is None or case.on is None or adoption is None or tight_from is None:
        return
    if case.on < tight_from or _is_due(case) or any(little_time_to_weigh(case)):
        return
    if waiting := unanswered(case.state):
        yield (
            (adoption.id,),
            f"{unanswered_in_words(case.state, waiting)}. De vaststelling, {said(adoption.due)}, "
            "is binnen twee weken.",
        )


def _is_due(case: Case) -> bool:
    """Whether zienswijzen must be answered: the plan is up for adoption, or its text is made."""
    final = case.state.final if case.state else None
    return case.adoption_has_come() or (final is not None and _follows_hearing(case, final))


def _follows_hearing(case: Case, version: DraftVersion) -> bool:
    """Whether a version is the text made after the councils were heard on an ontwerp."""
    ontwerp = case.state.ontwerp if case.state else None
    return ontwerp is not None and not version.is_ontwerp and version.number > ontwerp.number


def unanswered(state: State) -> list[Zienswijze]:
    """Return the zienswijzen of which nothing, or not of each point, is said what is done with it.

    Also those that came late; not what came after the adoption.
    """
    return [zienswijze for zienswijze in state.zienswijzen if zienswijze.awaits_disposition]


def open_points(state: State, zienswijze: Zienswijze) -> int:
    """Return of how many points of a zienswijze it is not said what is done with them."""
    return sum(p.awaits_disposition for p in state.points.where(answer=zienswijze.id))


def unanswered_in_words(state: State, waiting: Sequence[Zienswijze]) -> str:
    """Return of which zienswijzen it is not said what is done with them, the late ones marked."""
    late = late_answers(state)
    names = [_with_points(state, z) + (" (te laat)" if z.id in late else "") for z in waiting]
    many = counted(len(waiting), "zienswijze", "zienswijzen")
    return f"Van {many} is niet vastgelegd wat ermee is gedaan: {some(names)}"


def _with_points(state: State, zienswijze: Zienswijze) -> str:
    """Return whose zienswijze it is, with how many of its points are open."""
    number = open_points(state, zienswijze)
    return f"{zienswijze.name}, {counted(number, 'punt', 'punten')}" if number else zienswijze.name


def steps_that_send(state: State, version: DraftVersion) -> tuple[str, ...]:
    """Return the steps in which a version goes to others; its own where the plan has none."""
    steps = [step for step in state.as_opened.steps if step.stands]
    if version.is_ontwerp:
        found = [step.id for step in steps if step.sends_ontwerp]
    else:
        found = [step.id for step in steps if is_round_on(step, version)]
    return tuple(found or [version.step])


def is_round_on(step: Step, version: DraftVersion) -> bool:
    """Whether responses to a version are asked for in a step."""
    return step.kind is StepKind.CONSULTATION and version.step in step.after


def open_in_words(points: Sequence[Point]) -> str:
    """Return of which points it is not said what is done with them."""
    many = counted(len(points), "punt heeft", "punten hebben")
    return f"{many} nog geen verwerking ({some([point.called for point in points])})"
