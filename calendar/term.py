# SPDX-License-Identifier: EUPL-1.2
"""The last day of a term, with the reasons that lead to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from gehoord.calendar.derivation import Link
from gehoord.calendar.dutch import day_in_words, enumeration, full_day_in_words
from gehoord.calendar.holidays import Holidays, statutory_holidays
from gehoord.calendar.span import Span
from gehoord.law import awb, termijnenwet
from gehoord.law.term import Term, TermUnit

_DAY: Final = timedelta(days=1)
_STEPS: Final[dict[TermUnit, Callable[[int], relativedelta]]] = {
    TermUnit.DAYS: lambda amount: relativedelta(days=amount),
    TermUnit.WEEKS: lambda amount: relativedelta(weeks=amount),
    TermUnit.MONTHS: lambda amount: relativedelta(months=amount),
    TermUnit.YEARS: lambda amount: relativedelta(years=amount),
}


@dataclass(frozen=True, slots=True)
class TermEnd:
    """Where a term ends: plainly counted, and in the end.

    ``links`` tell step by step how the last day came about; the last day is the day of the last
    link, so that the reasons can tell no other story than the outcome.
    """

    term: Term
    plain_end: date
    links: tuple[Link, ...]

    @property
    def last_day(self) -> date:
        """The last day of the term; that day still counts."""
        return self.links[-1].day


def last_day(after: date, term: Term, holidays: Holidays) -> TermEnd:
    """Return the last day of a term that runs forward.

    A term set in a law is extended as the Algemene termijnenwet says; a term people agreed on
    (no article) ends where it ends. Of 29 February a month or year without that day leaves the
    28th.

    Args:
        after: the day of the event; it does not count itself.
        term: in days, weeks, months or years.
        holidays: asked only when the Act holds for the term.

    Raises:
        HolidaysUnknownError: an extendable term runs into a year not entered yet.
        ValueError: the term is in hours; such a term ends at an hour, not on a day.

    Law: Algemene termijnenwet, art. 1 lid 1, 2 and 4.

    >>> end = last_day(date(2023, 6, 20), awb.TERM_TO_LODGE, statutory_holidays())
    >>> end.last_day
    datetime.date(2023, 8, 1)
    """
    plain = after + _step(term)
    links = [Link(plain, f"{term} na {day_in_words(after)}, die dag niet meegeteld", term.article)]
    if not term.is_statutory:
        links.append(Link(plain, "een afgesproken termijn wordt niet verlengd"))
    elif not may_be_extended(term):
        links.append(Link(plain, _why_not_extended(term), termijnenwet.NOT_EXTENDED))
    else:
        links += _extension(plain, holidays)
        too_few = _two_working_days(after, links[-1].day, term, holidays)
        links += too_few
        end = links[-1].day
        for day in Span(after + _DAY if too_few else plain, end):
            if caution := holidays.caution(day):
                links.append(Link(end, f"let op: {caution}"))
    return TermEnd(term, plain, tuple(links))


def may_be_extended(term: Term) -> bool:
    """Tell whether the Algemene termijnenwet holds for the term.

    Law: Algemene termijnenwet, art. 1 lid 1 and art. 4.
    """
    return term.is_statutory and term.amount <= termijnenwet.LONGEST_EXTENDED[term.unit]


@dataclass(frozen=True, slots=True)
class AppealClock:
    """The days that follow from the announcement of a lid-2 adoption.

    Each day is worked out when it is asked for, so that an appeal can be lodged in time although
    the days of its decision lie in a year not entered yet.
    """

    announced_on: date
    holidays: Holidays

    @property
    def lodge(self) -> TermEnd:
        """The term for lodging the appeal (Awb 6:7 and 6:8)."""
        return last_day(self.announced_on, awb.TERM_TO_LODGE, self.holidays)

    @property
    def receive(self) -> TermEnd:
        """The term within which an appeal posted in time must be received (Awb 6:9 lid 2)."""
        return last_day(self.lodge_by, awb.TERM_TO_RECEIVE_POST, self.holidays)

    @property
    def decide(self) -> TermEnd:
        """The term for the minister's decision (Awb 7:24 lid 1)."""
        return last_day(self.lodge_by, awb.TERM_TO_DECIDE, self.holidays)

    @property
    def postpone(self) -> TermEnd:
        """The term when the decision is postponed (Awb 7:24 lid 4)."""
        return last_day(self.decide_by, awb.TERM_TO_POSTPONE, self.holidays)

    def is_in_time(self, received_on: date, posted_on: date | None = None) -> bool:
        """Tell whether an appeal that came in on a day was lodged in time.

        One that came before the announcement is (Awb 6:10); the besluit must have been taken.

        Args:
            received_on: the day on which it came in.
            posted_on: the day on which it was posted, if it came by post.

        Law: Awb, art. 6:9 (posted in time, and received no later than a week after the term).
        """
        if received_on <= self.lodge_by:
            return True
        was_posted_in_time = posted_on is not None and posted_on <= self.lodge_by
        return was_posted_in_time and received_on <= self.receive.last_day

    @property
    def lodge_by(self) -> date:
        """The last day to lodge the appeal."""
        return self.lodge.last_day

    @property
    def decide_by(self) -> date:
        """The last day to decide, without postponement."""
        return self.decide.last_day


def appeal_clock(announced_on: date, holidays: Holidays | None = None) -> AppealClock:
    """Return the appeal clock of a besluit announced on that day (the day itself not counted).

    Without ``holidays`` the statutory ones count.

    Law: Awb, art. 6:7, 6:8, 6:9 and 7:24.

    >>> appeal_clock(date(2023, 6, 20)).postpone.last_day
    datetime.date(2024, 1, 30)
    """
    return AppealClock(announced_on, holidays or statutory_holidays())


def _step(term: Term) -> relativedelta:
    if term.unit not in _STEPS:
        raise ValueError(
            f"Een termijn van {term} eindigt op een uur, niet op een dag: "
            "geef de termijn in dagen, weken, maanden of jaren."
        )
    return _STEPS[term.unit](term.amount)


def _extension(plain: date, holidays: Holidays) -> list[Link]:
    end = holidays.next_working_day(plain)
    if end == plain:
        return []
    rule = f"{_days_off(Span(plain, end - _DAY), holidays)}; de termijn loopt door tot en met"
    return [Link(end, f"{rule} {full_day_in_words(end)}", termijnenwet.END_ON_DAY_OFF)]


def _two_working_days(after: date, end: date, term: Term, holidays: Holidays) -> list[Link]:
    least = termijnenwet.LEAST_WORKING_DAYS
    if term.unit is TermUnit.DAYS and term.amount < termijnenwet.SHORTEST_WITH_WORKING_DAYS:
        return []
    working, day = 0, after
    while working < least:
        day += _DAY
        working += not holidays.is_day_off(day)
    if day <= end:
        return []
    rule = f"de termijn moet {least} werkdagen bevatten en loopt door tot en met"
    return [Link(day, f"{rule} {full_day_in_words(day)}", termijnenwet.TWO_WORKING_DAYS)]


def _days_off(span: Span, holidays: Holidays) -> str:
    reasons = [f"{day_in_words(day)} is {_article(holidays.why_off(day))}" for day in span]
    return enumeration(reasons)


def _article(reason: str | None) -> str:
    return f"een {reason}" if reason and reason[0].islower() else f"{reason}"


def _why_not_extended(term: Term) -> str:
    longest = termijnenwet.LONGEST_EXTENDED[term.unit]
    if not longest:
        return "een termijn in jaren wordt niet verlengd"
    return f"een termijn van meer dan {Term(longest, term.unit)} wordt niet verlengd"
