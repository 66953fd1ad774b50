# SPDX-License-Identifier: EUPL-1.2
"""A whole procedure as it may go with as many councils as asked for, to be played again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from benchmarks.dossier import ASKED, HEARD, ONTWERP, OPENED, code, procedure
from gehoord.domain.acts.report import (
    CLIENTS_THAT_AGREE,
    Adopted,
    Agreed,
    CouncilHeard,
    Disposed,
    Report,
    StepDone,
    SurveyAnswered,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import Event, History, StageStarted, history_of

LAST_DAY: Final = date(2027, 11, 30)
ADOPTED: Final = date(2027, 11, 4)
EVERY: Final = 3
"""One in so many councils gives a zienswijze."""


@dataclass(frozen=True, slots=True)
class Story:
    """A procedure and what happened in it."""

    proposal: Proposal
    eenheid: Eenheid
    text: str
    history: History


def past(name: str) -> Story:
    """Return a procedure of the past."""
    return Story(*proposal_of(name), history_of(name))


def whole(councils: int) -> Story:
    """Return a procedure from its first day to its adoption in which every council answers."""
    events = tuple(Event(event=event, source="benchmark") for event in _events(councils))
    history = History(procedure="benchmark", start=OPENED, end=LAST_DAY, events=events)
    return Story(*procedure(councils), history)


def _events(councils: int) -> Iterator[Report | StageStarted]:
    yield StepDone(step="opdracht", on=date(2026, 12, 10))
    yield StageStarted(on=date(2026, 12, 17), stage=Stage.START)
    yield from _priorities(councils)
    yield ThemesChosen(on=date(2027, 3, 18), themes=("Ondermijning", "Jeugd"))
    yield VersionMade(on=ONTWERP, step="ontwerp")
    for client in CLIENTS_THAT_AGREE:
        yield Agreed.model_validate({"op": ONTWERP, "van": client})
    yield StageStarted(on=ASKED, stage=Stage.HEARING)
    yield from _answers(councils)
    yield StepDone(step="raadsbehandeling", on=date(2027, 9, 30))
    for number in range(0, councils, EVERY):
        yield Disposed(on=date(2027, 10, 20), sender=f"Gemeente {number}", disposition="Verwerkt.")
    yield StepDone(step="verwerking", on=date(2027, 10, 26))
    yield VersionMade(on=date(2027, 10, 28), step="definitief", contains=tuple(Part))
    yield Adopted(on=ADOPTED, basis="39-1", hoofdofficier=True, burgemeesters="alle", body="rbop")
    yield StageStarted(on=date(2027, 11, 11), stage=Stage.ADOPTION)


def _priorities(councils: int) -> Iterator[SurveyAnswered]:
    for number in range(councils):
        yield SurveyAnswered(
            on=date(2027, 2, 5), municipality=code(number), priorities=("Ondermijning", "Jeugd")
        )


def _answers(councils: int) -> Iterator[CouncilHeard]:
    for number in range(councils):
        gives = number % EVERY == 0
        yield CouncilHeard(
            on=HEARD,
            municipality=code(number),
            answer=Answer.ZIENSWIJZE if gives else Answer.AGREES,
            text="De raad vraagt aandacht voor de wijkagent." if gives else "",
        )
