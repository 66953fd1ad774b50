# SPDX-License-Identifier: EUPL-1.2
"""What was answered is split into points, and of each it is said what is done with it."""

import re
from collections.abc import Iterable
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import PointNoted, PointsDisposed, PointsSorted, StanceMarked
from gehoord.domain.dossier.answers import AnyAnswer, answer_named, in_turn, points_of, sender_of
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import spelled

NO_MAIN_LINE = "-"
"""In the place of a main line: to none."""


@decide.register
def point_noted(report: PointNoted, state: State) -> Act:
    """Keep a point of an answer; that is weighed once all of its points are (`following`)."""
    answer = answer_named(state, report.sender)
    known = points_of(state, answer)
    refuse_settled(state, answer)
    _refuse_whole(answer, known)
    _refuse_before(report.on, answer)
    point = _point(report, state, answer)
    _refuse_twice(point, known)
    if report.outcome:
        point = point.dispose(report.outcome, report.explanation, report.on)
    elif report.explanation:
        raise RefusedError("Kies bij de uitleg ook wat ermee is gedaan.", field="uitkomst")
    done = f" {report.outcome.capitalize()}." if report.outcome else ""
    said = f"Punt {point.number} vastgelegd, van {point.sender}: {point.subject}.{done}"
    return Act(said, Changes.adding(point))


def _point(report: PointNoted, state: State, answer: AnyAnswer) -> Point:
    number = (state.points.greatest("number") or 0) + 1
    known = state.points.values(("subject", "main_line", "withdrawn_on"))
    used = [(subject, line) for subject, line, withdrawn_on in known if withdrawn_on is None]
    return Point(
        id=f"{state.id}/punt/{number}",
        dossier=state.id,
        number=number,
        answer=answer.id,
        sender=sender_of(answer),
        version=answer.version or None,
        subject=_as_used(report.subject, (subject for subject, _ in used)),
        text=report.text.strip(),
        main_line=_as_used(report.main_line, (line for _, line in used)),
    )


def _as_used(said: str, used: Iterable[str]) -> str:
    """Return a heading as it was written before, in other capitals: else it would count as two."""
    meant = spelled(said)
    return next((one for one in dict.fromkeys(used) if spelled(one) == meant), _tidy(said))


def _tidy(said: str) -> str:
    return " ".join(said.split())


def refuse_settled(state: State, answer: AnyAnswer) -> None:
    """Refuse to split otherwise what was answered when the plan was adopted, that day included.

    A point that comes or goes weighs its answer anew, and on that the adoption rests.
    """
    if state.adoption and answer.received_on <= state.adoption.taken_on:
        refuse_after_adoption(state)


def _refuse_whole(answer: AnyAnswer, points: list[Point]) -> None:
    """Refuse to split what was weighed as a whole: two accounts of it could differ."""
    if answer.disposition and not points:
        raise RefusedError(
            f"Wat {sender_of(answer)} schreef, is al als geheel verwerkt. Neem dat eerst terug "
            "(herstel, melding 'verwerking').",
            field="van",
        )


def _refuse_before(on: date, answer: AnyAnswer) -> None:
    if on < answer.received_on:
        raise RefusedError(
            f"Het antwoord van {sender_of(answer)} kwam pas op "
            f"{day_in_words(answer.received_on)}. Verbeter de dag.",
            field="op",
        )


def _refuse_twice(point: Point, known: list[Point]) -> None:
    for other in known:
        if (other.text, other.subject) == (point.text, point.subject):
            raise RefusedError(f"Dit is al vastgelegd als punt {other.called}.", field="tekst")


@decide.register
def points_sorted(report: PointsSorted, state: State) -> Act:
    """Give points another subject or main line, in the words as given: so these are mended too.

    What is not named stays as it is.
    """
    found = points_named(state, report.points)
    subject, main_line = _tidy(report.subject), _tidy(report.main_line)
    if not subject and not main_line:
        raise RefusedError("Noem een onderwerp of een hoofdlijn.", field="hoofdlijn")
    given = {"subject": subject} if subject else {}
    if main_line:
        given["main_line"] = "" if main_line == NO_MAIN_LINE else main_line
    changes = Changes.replacing((p, p.model_copy(update=given)) for p in found)
    if not changes:
        raise RefusedError(
            f"Er verandert niets: zo is {_in_words(found)} al ingedeeld. Noem een ander onderwerp "
            "of een andere hoofdlijn.",
            field="hoofdlijn" if main_line else "onderwerp",
        )
    return Act(f"Ingedeeld: {_in_words(found)}.", changes)


@decide.register
def points_disposed(report: PointsDisposed, state: State) -> Act:
    """Keep what is done with points. Whoever is second to decide on one is told."""
    found = points_named(state, report.points)
    for point in found:
        if answer := state.zienswijzen.one(point.answer) or state.responses.one(point.answer):
            _refuse_before(report.on, answer)
    done = [(p, p.dispose(report.outcome, report.explanation, report.on)) for p in found]
    return Act(f"{report.outcome.capitalize()}: {_in_words(found)}.", Changes.replacing(done))


def points_named(state: State, named: Iterable[str]) -> list[Point]:
    """Return the points that people mean: each by its number, with more behind it or not.

    Raises:
        RefusedError: one of them is no point that counts.
    """
    known = {point.number: point for point in standing(state.points)}
    found = {}
    for said in named:
        number = re.match(r"\s*(?:punt\s+)?(\d{1,9})\b", said, re.IGNORECASE)
        point = known.get(int(number[1])) if number else None
        if point is None:
            raise RefusedError(
                f"'{said}' is geen punt. Noem het nummer, zoals het in het werkblad staat.",
                field="punten",
            )
        found[point.number] = point
    return in_turn(found.values())


def _in_words(points: list[Point]) -> str:
    if len(points) == 1:
        return f"punt {points[0].called}"
    numbers = enumeration([str(point.number) for point in points])
    return f"{counted(len(points), 'punt', 'punten')} ({numbers})"


@decide.register
def stance_marked(report: StanceMarked, state: State) -> Act:
    """Keep how a response stands to the draft; a council answers, and has no stance here."""
    answer = answer_named(state, report.sender)
    if not isinstance(answer, Response):
        raise RefusedError(
            f"{sender_of(answer)} gaf een zienswijze; een houding hoort bij een reactie.",
            field="van",
        )
    marked = answer.model_copy(update={"stance": report.stance})
    said = f"De reactie van {answer.sender} is {report.stance}."
    return Act(said, Changes.replacing([(answer, marked)]))
