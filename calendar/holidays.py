# SPDX-License-Identifier: EUPL-1.2
"""The days that are no working day for the Algemene termijnenwet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from dateutil.easter import easter

from gehoord.calendar.dutch import WEEKDAYS
from gehoord.calendar.span import Span
from gehoord.law import termijnenwet
from gehoord.law.termijnenwet import Decree

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_SUNDAY: Final = 6


class HolidaysUnknownError(ValueError):
    """The equated days of that year were not entered; the text says what to do."""


@dataclass(frozen=True, slots=True, eq=False)
class Holidays:
    """The holidays of the Algemene termijnenwet between two days, both included.

    ``names`` maps each holiday to its Dutch name (weekends are no holidays by themselves).
    ``doubtful`` are equated days taken from a source about the decree, not from the decree;
    ``gaps`` are stretches of which no decree was found at all.

    Law: Algemene termijnenwet, art. 3.
    """

    names: dict[date, str]
    known: Span
    doubtful: frozenset[date] = frozenset()
    gaps: tuple[Span, ...] = ()

    def is_day_off(self, day: date) -> bool:
        """Tell whether the day is a Saturday, a Sunday or a holiday.

        Raises:
            HolidaysUnknownError: the day lies outside the years entered.
        """
        self._require(day)
        return day.weekday() >= _SATURDAY or day in self.names

    def name_of(self, day: date) -> str | None:
        """Return the Dutch name of the holiday, or nothing on any other day.

        Raises:
            HolidaysUnknownError: the day lies outside the years entered.
        """
        self._require(day)
        return self.names.get(day)

    def why_off(self, day: date) -> str | None:
        """Return in Dutch why the day is a day off, or nothing when it is a working day.

        Raises:
            HolidaysUnknownError: the day lies outside the years entered.
        """
        weekend = WEEKDAYS[day.weekday()] if day.weekday() >= _SATURDAY else None
        return self.name_of(day) or weekend

    def caution(self, day: date) -> str | None:
        """Return in Dutch what is not certain about the day, or nothing."""
        if day in self.doubtful:
            return f"{self.names[day]}: de tekst van het besluit zelf is niet ingezien"
        if any(day in gap for gap in self.gaps) and not self.is_day_off(day):
            return f"de gelijkgestelde dagen van {day.year} zijn niet gevonden"
        return None

    def next_working_day(self, day: date) -> date:
        """Return the day itself, or the first working day after it.

        Raises:
            HolidaysUnknownError: that day lies outside the years entered.
        """
        while self.is_day_off(day):
            day += _DAY
        return day

    def _require(self, day: date) -> None:
        if day > self.known.end:
            first = self.known.end.year + 1
            years = f"{first}" if day.year <= first else f"{first} tot en met {day.year}"
            raise HolidaysUnknownError(
                f"Gehoord kent de gelijkgestelde dagen van {years} nog niet; reken die dag zelf na."
            )
        if day < self.known.start:
            raise HolidaysUnknownError(
                f"Gehoord kent de feestdagen vanaf {self.known.start.year}; "
                f"controleer het jaartal {day.year}."
            )


@cache
def statutory_holidays() -> Holidays:
    """Return the holidays as far as they are known: 1990 up to and including 2028.

    Law: Algemene termijnenwet, art. 3.

    >>> statutory_holidays().name_of(date(2026, 5, 5))
    'Bevrijdingsdag'
    """
    entered = termijnenwet.equated_days()
    return holidays_in(
        Span(entered.known_from, entered.known_until),
        entered.decrees,
        tuple(Span(first, last) for first, last in entered.gaps),
    )


@cache
def expected_holidays() -> Holidays:
    """Return the holidays of 1990 up to and including 2100, for laying out a plan.

    Of years for which no equated days were entered yet only the fixed ones count: good enough to
    choose a day, not to end a statutory term (use ``statutory_holidays`` for that).

    Law: Algemene termijnenwet, art. 3 lid 1 and 2.

    >>> expected_holidays().name_of(date(2029, 5, 10))
    'Hemelvaartsdag'
    """
    return holidays_in(
        Span(date(1990, 1, 1), date(2100, 12, 31)), termijnenwet.equated_days().decrees
    )


def holidays_in(
    known: Span, decrees: Iterable[Decree] = (), gaps: tuple[Span, ...] = ()
) -> Holidays:
    """Return the holidays of every day in ``known``, with the equated days of ``decrees``.

    Law: Algemene termijnenwet, art. 3 lid 1, 2 and 3.
    """
    names: dict[date, str] = {}
    doubtful: set[date] = set()
    for decree in decrees:
        names |= dict.fromkeys(decree.days, f"gelijkgestelde dag ({decree.name})")
        if not decree.was_read:
            doubtful.update(decree.days)
    for year in range(known.start.year, known.end.year + 1):
        names |= _of_year(year)
    return Holidays(
        {day: name for day, name in sorted(names.items()) if day in known},
        known,
        frozenset(day for day in doubtful if day in known),
        gaps,
    )


def _of_year(year: int) -> dict[date, str]:
    names = {
        easter(year) + timedelta(days=days): name
        for days, name in termijnenwet.HOLIDAYS_AFTER_EASTER.items()
    }
    good_friday = easter(year) + timedelta(days=termijnenwet.GOOD_FRIDAY_AFTER_EASTER)
    names[good_friday] = termijnenwet.GOOD_FRIDAY_NAME
    day, name = _royal_day(year)
    names[day] = name
    for (month, number), fixed in termijnenwet.FIXED_HOLIDAYS.items():
        fixed_day = date(year, month, number)
        names[fixed_day] = f"{names[fixed_day]} en {fixed}" if fixed_day in names else fixed
    return names


def _royal_day(year: int) -> tuple[date, str]:
    since = termijnenwet.FIRST_YEAR_OF_KONINGSDAG
    royal = termijnenwet.KONINGSDAG if year >= since else termijnenwet.KONINGINNEDAG
    day = date(year, royal.month, royal.day)
    return (day - _DAY if day.weekday() == _SUNDAY else day), royal.name
