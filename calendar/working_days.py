# SPDX-License-Identifier: EUPL-1.2
"""Counting in working days, through a table, so that one step costs one look-up."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from gehoord.calendar.holidays import Holidays, HolidaysUnknownError, statutory_holidays
from gehoord.calendar.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class WorkingDays:
    """Every working day of a stretch, and for each of its days how many came before it.

    ``before[n]`` counts the working days strictly before the n-th day of ``known``; its last entry
    counts all of them.
    """

    known: Span
    days: tuple[date, ...]
    before: tuple[int, ...]
    first_ordinal: int

    def add(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day`` (before it when negative).

        ``day`` itself never counts; a count of 0 gives ``day`` back as it is.

        Raises:
            HolidaysUnknownError: the day or the result lies outside the years entered.
        """
        place = day.toordinal() - self.first_ordinal
        if count > 0 and place >= 0:
            try:
                return self.days[self.before[place + 1] + count - 1]
            except IndexError:
                raise self._unknown() from None
        if count == 0:
            return day
        if not 0 <= place < len(self.before) - 1 or self.before[place] + count < 0:
            raise self._unknown()
        return self.days[self.before[place] + count]

    def count(self, span: Span) -> int:
        """Count the working days in ``span``, both ends included.

        Raises:
            HolidaysUnknownError: the span reaches outside the years entered.
        """
        if span.start not in self.known or span.end not in self.known:
            raise self._unknown()
        start, end = span.start.toordinal(), span.end.toordinal()
        return self.before[end - self.first_ordinal + 1] - self.before[start - self.first_ordinal]

    def _unknown(self) -> HolidaysUnknownError:
        return HolidaysUnknownError(
            f"De feestdagen zijn bekend van {self.known.start.year} tot en met "
            f"{self.known.end.year}. Kies een andere dag, of reken die dag zelf na."
        )


def working_days_of(holidays: Holidays) -> WorkingDays:
    """Return the table for all days these holidays cover.

    Law: Algemene termijnenwet, art. 3.
    """
    days: list[date] = []
    before = [0]
    for day in holidays.known:
        if not holidays.is_day_off(day):
            days.append(day)
        before.append(len(days))
    return WorkingDays(holidays.known, tuple(days), tuple(before), holidays.known.start.toordinal())


@cache
def statutory_working_days() -> WorkingDays:
    """Return the table for all years entered.

    >>> statutory_working_days().add(date(2026, 4, 2), 1)
    datetime.date(2026, 4, 7)
    """
    return working_days_of(statutory_holidays())
