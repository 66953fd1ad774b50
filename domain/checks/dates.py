# SPDX-License-Identifier: EUPL-1.2
"""Are the agreed days days on which people work? They are never moved; they only warn."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words, enumeration, full_day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError, statutory_holidays
from gehoord.calendar.offset import Offset
from gehoord.calendar.school import KNOWN_FROM, KNOWN_UNTIL
from gehoord.calendar.span import Span
from gehoord.calendar.written import AtMeeting
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import said
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind, Window
from gehoord.law.kieswet import Elections, council_elections
from gehoord.law.mergers import Mergers, mergers

CHECKS = Checks()

_PROMISED = (
    StepKind.MEETING,
    StepKind.DECISION,
    StepKind.CONSULTATION,
    StepKind.HEARING,
    StepKind.ADOPTION,
    StepKind.NOTICE,
    StepKind.AGREEMENT,
)
_ANSWERED = (StepKind.CONSULTATION, StepKind.HEARING)


@CHECKS.add(
    "vrije-dag",
    Severity.WARN,
    mistake=16,
    practice="S001: 'medio oktober' 2023, gelezen als de 15e, was een zondag",
    remedy="Kies een werkdag. Gehoord verschuift een afgesproken dag niet zelf.",
)
def ends_on_day_off(case: Case) -> Iterator[Observation]:
    """An agreed day is a Saturday, Sunday or holiday. Whole months and years name no day.

    Nor does an approximation: it has no weekday. But by when an answer is asked is watched on the
    day that it is read as, and of that day S001 asks to be told ("medio oktober" 2023).
    """
    for planned in case.standing():
        if not _names_its_day(planned) or case.is_done(planned):
            continue
        kinds = _ANSWERED if planned.due.is_rough else _PROMISED
        if planned.step.kind in kinds and (name := _day_off(planned.due_on)) is not None:
            yield (planned.id,), f"'{planned.step.title}' eindigt {_ends(planned, name)}."


@CHECKS.add(
    "kalender-onbekend",
    Severity.WARN,
    mistake=18,
    practice="wat buiten de bekende jaren valt, is niet beoordeeld, en dus ook niet goed bevonden",
    remedy="Kijk die dagen zelf na: een feestdag, een vakantie, een verkiezing of een herindeling "
    "kan in de weg staan. Toets opnieuw met een Gehoord dat deze jaren wel kent.",
)
def calendar_unknown(case: Case) -> Iterator[Observation]:
    """Days are judged in years of which holidays, elections or mergers were not entered."""
    hearing = case.hearing.span if case.hearing and case.hearing.has_day else None
    whole = _promised(case)
    unknown = [
        f"{what} {words}"
        for what, known, asked in (
            ("de feestdagen", statutory_holidays().known, whole),
            ("de schoolvakanties", Span(KNOWN_FROM, KNOWN_UNTIL), hearing),
            ("de raadsverkiezingen", _span(council_elections()), whole),
            ("de herindelingen van gemeenten", _span(mergers()), whole),
        )
        if asked
        for words in _outside(asked, known)
    ]
    if unknown:
        yield (), f"Niet bekend zijn {enumeration(unknown)}; Gehoord toetst die dagen niet."


def _promised(case: Case) -> Span | None:
    """Return the days from the first to the last that is promised; the reference date counts."""
    promised = [p for p in case.standing() if p.has_day and p.step.kind in _PROMISED]
    lasts = [p.due_on for p in promised if p.precision is not Precision.YEARLY]
    if not lasts:
        return None
    first = min([case.proposal.reference_date, *(p.span.start for p in promised)])
    return Span(first, max(first, *lasts))


def _span(table: Elections | Mergers) -> Span:
    return Span(table.known_from, table.known_until)


def _outside(asked: Span, known: Span) -> Iterator[str]:
    """Yield in Dutch before which day and after which day nothing is known of what is asked."""
    if asked.start < known.start:
        yield f"voor {day_in_words(known.start)}"
    if asked.end > known.end:
        yield f"na {day_in_words(known.end)}"


def _names_its_day(planned: PlannedStep) -> bool:
    """Whether the last day is one that somebody wrote or counted, and no end of a month."""
    when = planned.step.when
    end = when.end if isinstance(when, Window) else when
    return end is not None and (isinstance(end, Offset | AtMeeting) or end.span.days == 1)


def _ends(planned: PlannedStep, name: str) -> str:
    """Return the last day with its weekday; of an approximation only on which day it is watched."""
    day = full_day_in_words(planned.due_on) + name
    if planned.due.is_rough:
        return f"{said(planned.due)}. Dat is geen dag; Gehoord bewaakt het antwoord op {day}"
    plain = planned.precision is Precision.DAY or not planned.words
    return f"op {day}" if plain else f"op {day} ('{planned.words}')"


def _day_off(day: date) -> str | None:
    """Return the name of a holiday, nothing more for a weekend, or None for a working day."""
    if day.weekday() >= 5:
        return ""
    try:
        name = statutory_holidays().name_of(day)
    except HolidaysUnknownError:
        return None
    return None if name is None else f", {name}"
