# SPDX-License-Identifier: EUPL-1.2
"""The days of a rule of repetition (RFC 5545 3.3.10), with a limit on the work that it may ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, tzinfo
from typing import TYPE_CHECKING, Final

from gehoord.calendar.incoming.clock import on_clock

if TYPE_CHECKING:  # it takes long to load; few files repeat anything
    from icalendar import vRecur

MOST_DAYS: Final = 1_000_000
"""Days that may be looked at for one file: 70 series without end since 2014."""
RULE: Final = 100
"""What a rule costs before it gives a day, in days looked at."""
VALUE: Final = 25
"""What each value in a rule costs."""
OCCURRENCE: Final = 5
"""What an occurrence costs, in days looked at: it takes room as well."""
MOST_A_DAY: Final = 24
"""Occurrences of one rule on one day."""
LONGEST_RULE: Final = 2_000
_OFTEN: Final = {"SECONDLY", "MINUTELY", "HOURLY"}
_AS_USUAL: Final = {"RSCALE=GREGORIAN", "SKIP=OMIT"}
"""What a rule may say of other calendars (RFC 7529) and means what it meant without."""
_HOURS: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")
_CYCLE: Final = 400
"""Years after which the calendar is the same again, weekdays included."""
_SHORT_CYCLE: Final = 28
"""The same, as long as no year that ends in 00 goes without its leap day."""
_NO_GAP: Final = range(1901, 2100)
_TWENTY_CYCLES: Final = 8000
_LAST_CENTURY: Final = range(9901, MAXYEAR + 1)


class TooMuchWorkError(ValueError):
    """A file asks for more days than councils ever meet on."""


class TooOftenError(ValueError):
    """A rule repeats within the day, as no meeting does."""


@dataclass(slots=True)
class Budget:
    """The work that is left for one file."""

    days: int = MOST_DAYS

    def spend(self, days: int) -> None:
        """Take off days that are looked at.

        Raises:
            TooMuchWorkError: there is nothing left.
        """
        self.days -= days
        if self.days < 0:
            raise TooMuchWorkError

    def must_bear(self, days: int) -> None:
        """Refuse work that may look at more days than are left, before it begins.

        Raises:
            TooMuchWorkError: it may.
        """
        if days > self.days:
            raise TooMuchWorkError


def repeated(
    rule: str, start: datetime, clock: tzinfo, until: date, budget: Budget
) -> Iterator[datetime]:
    """Yield what a rule makes of a start, in order, on the clock of the start.

    A rule that never comes true is looked for by the library up to the last year that Python
    knows. The rule is therefore worked out whole cycles of the calendar later, just before that
    year, where nothing else differs; and the days up to there must be left in the budget.

    Args:
        rule: the value of RRULE.
        start: the first occurrence, without a zone.
        clock: the one that ``start`` was read from.
        until: no day after it is looked at, included itself.
        budget: what the whole file may ask still.

    Raises:
        ValueError: the rule cannot be read.
        TooOftenError: it repeats within the day.
        TooMuchWorkError: the file asks too much.
    """
    from dateutil.rrule import rrulestr

    budget.spend(RULE + VALUE * rule.count(","))
    parts = _parts(rule)
    last = datetime.combine(until, time.max)
    for limit in parts.pop("UNTIL", []):
        last = min(last, _last(limit, clock))
    later = years_later(start.year, max(until.year, start.year))
    before = moved = start.replace(year=start.year + later)
    effort = 1 + len(parts.get("BYSETPOS", []))  # each place is sought anew in every period
    budget.must_bear(effort * (date.max - moved.date()).days)
    given = 0
    for moment in rrulestr(parts.to_ical().decode(), dtstart=moved):
        budget.spend(effort * (moment - before).days + OCCURRENCE)
        before, occurrence = moment, moment.replace(year=moment.year - later)
        if occurrence > last:
            return
        given += 1
        yield occurrence
    if [given] != parts.get("COUNT"):
        budget.spend(effort * (date.max - before.date()).days)


def years_later(first: int, last: int) -> int:
    """Return after how many years the calendar of these years comes back, as late as Python knows.

    >>> years_later(2014, 2027), years_later(1601, 2027)
    (7972, 7600)
    """
    short = _TWENTY_CYCLES + (MAXYEAR - _TWENTY_CYCLES - last) // _SHORT_CYCLE * _SHORT_CYCLE
    if first in _NO_GAP and last in _NO_GAP and first + short in _LAST_CENTURY:
        return short
    return (MAXYEAR - last) // _CYCLE * _CYCLE


def _parts(rule: str) -> "vRecur":
    """Return the parts of a rule that asks for days.

    Raises:
        ValueError: it cannot be read, or asks for more.
    """
    from icalendar import vRecur

    if len(rule) > LONGEST_RULE:
        raise ValueError("The rule is too long.")
    parts: vRecur = vRecur.from_ical(_of_usual_calendar(rule).strip("; "))
    if any(number < 1 for name in ("INTERVAL", "COUNT") for number in parts.get(name, [])):
        raise ValueError("Nothing comes back zero times.")
    times = 1
    for name in _HOURS:
        times *= len(set(parts.get(name, []))) or 1
    if times > MOST_A_DAY or _OFTEN.intersection(parts["FREQ"]):
        raise TooOftenError
    return parts


def _of_usual_calendar(rule: str) -> str:
    """Return a rule without the words that say that it goes by the calendar of everybody."""
    return ";".join(part for part in rule.split(";") if part.strip().upper() not in _AS_USUAL)


def _last(limit: date, clock: tzinfo) -> datetime:
    """Return the last moment of a rule; a day counts whole, also for meetings at an hour."""
    if isinstance(limit, datetime):
        return on_clock(limit, clock)
    return datetime.combine(limit, time.max)
