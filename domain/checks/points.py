"""Is of every point said what is done with it, before a next version leaves the house?"""

from collections.abc import Iterator, Sequence
from typing import Final

from gehoord.calendar.dutch import counted
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.answers import open_points_before
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()
OPEN_POINTS: Final = "punten-zonder-verwerking"


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
    if waiting := open_points_before(case.state, version):
        steps = steps_that_send(case.state, version)
        yield steps, f"Voor '{version.title}': {open_in_words(waiting)}."


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
