# SPDX-License-Identifier: EUPL-1.2
"""What one council answered and what became of it, as the letter about the adoption tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.domain.dossier.nota import Said
from gehoord.domain.dossier.point import Point, PointOutcome
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class ToldPoint:
    """A point in the words of the council, and what is done with it; empty while that is open."""

    subject: str
    text: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ToldZienswijze:
    """One answer of the council.

    Attributes:
        council: whose it is, where that is not the reader's: of a municipality that went into his.
        on: the day on which it came; ``lateness`` how it came too late, empty for one in time.
        answer: what sort of answer it is.
        points: by the chapter or theme they are about; of an answer without any, ``disposition``
            says what is done with it as a whole.
        is_open: whether something of it still waits for what is done with it.
    """

    on: str
    lateness: str
    answer: str
    points: tuple[ToldPoint, ...]
    disposition: str
    is_open: bool
    council: str = ""


@dataclass(frozen=True, slots=True)
class ToldZienswijzen:
    """All answers of one council; ``in_short`` counts their points, and is empty without any."""

    each: tuple[ToldZienswijze, ...]
    in_short: str

    @property
    def has_others(self) -> bool:
        """Whether answers of councils are among them whose municipalities went into this one."""
        return any(one.council for one in self.each)


def told_zienswijzen(said: Iterable[Said], before: Iterable[Said] = ()) -> ToldZienswijzen:
    """Return what a letter says of the answers of one council, as readable text.

    Args:
        said: its own answers.
        before: those of the councils whose municipalities went into its own.
    """
    own, others = list(said), list(before)
    points = [point for one in (*own, *others) for point in one.by_subject]
    told = [_told(one) for one in own] + [_told(one, _council(one)) for one in others]
    return ToldZienswijzen(tuple(told), _in_short(points))


def _council(said: Said) -> str:
    return f"de gemeenteraad van {one_line(said.answered.sender)}"


def _told(said: Said, council: str = "") -> ToldZienswijze:
    answer, points = said.answered.answer, said.by_subject
    return ToldZienswijze(
        council=council,
        on=day_in_words(answer.received_on),
        lateness=said.answered.lateness,
        answer=one_line(said.kind),
        points=tuple(map(_point, points)),
        disposition="" if points else paragraphs(answer.disposition),
        is_open=said.answered.is_open,
    )


def _point(point: Point) -> ToldPoint:
    outcome = capital(point.outcome_in_words)
    return ToldPoint(one_line(point.subject), paragraphs(point.text), paragraphs(outcome))


def _in_short(points: list[Point]) -> str:
    if not points:
        return ""
    numbers = {
        outcome or "nog open": sum(point.outcome == outcome for point in points)
        for outcome in (*PointOutcome, None)
    }
    parts = enumeration([f"{number} {outcome}" for outcome, number in numbers.items() if number])
    return f"{counted(len(points), 'punt', 'punten')}: {parts}"
