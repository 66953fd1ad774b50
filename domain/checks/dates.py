"""Are the agreed days days on which people work? They are never moved; they only warn."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words, enumeration, full_day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError, statutory_holidays
from gehoord.calendar.offset import Offset
from gehoord.calendar.school import KNOWN_UNTIL
from gehoord.calendar.written import AtMeeting
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import said
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.step import StepKind, Window
from gehoord.law.kieswet import council_elections
from gehoord.law.termijnenwet import HOLIDAYS

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


@CHECKS.add(
    "vrije-dag",
    Severity.WARN,
    mistake=16,
    practice="S001: 'medio oktober' 2023, gelezen als de 15e, was een zondag",
    remedy="Kies een werkdag. Gehoord verschuift een afgesproken dag niet zelf.",
)
def ends_on_day_off(case: Case) -> Iterator[Observation]:
    """An agreed day is a Saturday, Sunday or holiday. Whole months and years name no day."""
    for planned in case.standing():
        if planned.step.kind not in _PROMISED or not _names_its_day(planned):
            continue
        if not case.is_done(planned) and (name := _day_off(planned.due_on)) is not None:
            yield (planned.id,), f"'{planned.step.title}' eindigt {_ends(planned)}{name}."


@CHECKS.add(
    "kalender-onbekend",
    Severity.WARN,
    mistake=18,
    article=HOLIDAYS,
    remedy="Vul de tabellen in law/ aan zodra de dagen bekend zijn, en toets dan opnieuw.",
)
def calendar_unknown(case: Case) -> Iterator[Observation]:
    """Days are judged in years of which the holidays or elections were not entered."""
    promised = [
        p.due_on
        for p in case.standing()
        if p.has_day and p.step.kind in _PROMISED and p.precision is not Precision.YEARLY
    ]
    if not promised:
        return
    last = max(promised)
    unknown = [
        f"{what} na {day_in_words(until)}"
        for what, until, day in (
            ("de feestdagen", statutory_holidays().known.end, last),
            ("de schoolvakanties", KNOWN_UNTIL, _last_to_hear(case)),
            ("de raadsverkiezingen", council_elections().known_until, last),
        )
        if day > until
    ]
    if unknown:
        yield (), f"Nog niet bekend zijn {enumeration(unknown)}; Gehoord toetst die dagen niet."


def _last_to_hear(case: Case) -> date:
    return case.hearing.due_on if case.hearing and case.hearing.has_day else date.min


def _names_its_day(planned: PlannedStep) -> bool:
    """Whether the last day is one that somebody wrote or counted, and no end of a month."""
    when = planned.step.when
    end = when.end if isinstance(when, Window) else when
    return end is not None and (isinstance(end, Offset | AtMeeting) or end.span.days == 1)


def _ends(planned: PlannedStep) -> str:
    """Return the last day with its weekday; of an approximation only how it is read."""
    day = full_day_in_words(planned.due_on)
    if planned.due.is_rough:
        return f"{said(planned.due)}, hier gelezen als {day}"
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
