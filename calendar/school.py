# SPDX-License-Identifier: EUPL-1.2
"""School holidays by region, as the Ministry of Education lays them down.

The dates come from the package ``holidays``, which takes them from the ministry's regulations.
The autumn and spring holidays are advice; schools may choose another week.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.span import Span

KNOWN_FROM: Final = date(2014, 1, 1)
KNOWN_UNTIL: Final = date(2030, 9, 1)
"""The regulation in force ends with the summer of 2030."""


class SchoolRegion(StrEnum):
    """The three regions over which the ministry spreads the school holidays."""

    NORTH = "noord"
    MIDDLE = "midden"
    SOUTH = "zuid"


class SchoolBreak(StrEnum):
    """The five school holidays of a year."""

    SPRING = "voorjaarsvakantie"
    MAY = "meivakantie"
    SUMMER = "zomervakantie"
    AUTUMN = "herfstvakantie"
    CHRISTMAS = "kerstvakantie"


class SchoolHolidaysUnknownError(ValueError):
    """The window reaches past the years laid down; the text says what to do."""


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """One school holiday of one region, Saturday up to and including Sunday."""

    name: SchoolBreak
    region: SchoolRegion
    span: Span


def school_holidays(region: SchoolRegion, window: Span) -> tuple[SchoolHoliday, ...]:
    """Return the school holidays that touch the window, whole and in order.

    Raises:
        SchoolHolidaysUnknownError: the window starts before 2014 or ends after the summer of 2030.

    >>> year = Span(date(2023, 1, 1), date(2023, 12, 31))
    >>> school_holidays(SchoolRegion.NORTH, year)[3].span
    Span(start=datetime.date(2023, 7, 22), end=datetime.date(2023, 9, 3))
    """
    if window.start < KNOWN_FROM or window.end > KNOWN_UNTIL:
        raise SchoolHolidaysUnknownError(
            f"De schoolvakanties zijn bekend van {day_in_words(KNOWN_FROM)} tot en met "
            f"{day_in_words(KNOWN_UNTIL)}. Kies een periode daarbinnen, of leg het reces van de "
            "raad zelf vast met begin- en einddatum."
        )
    return tuple(holiday for holiday in _all_of(region) if holiday.span.overlap(window))


@cache
def _all_of(region: SchoolRegion) -> tuple[SchoolHoliday, ...]:
    from holidays import SCHOOL, country_holidays  # late: it takes long to load

    named = country_holidays(
        "NL",
        subdiv=region.value.capitalize(),
        years=range(KNOWN_FROM.year, KNOWN_UNTIL.year + 1),
        categories=(SCHOOL,),
        language="nl",
    )
    days = sorted((day, str(name)) for day, name in named.items() if day <= KNOWN_UNTIL)
    return tuple(
        SchoolHoliday(SchoolBreak(name.lower()), region, span) for name, span in _stretches(days)
    )


def _stretches(days: list[tuple[date, str]]) -> Iterator[tuple[str, Span]]:
    """Join days that follow each other under one name."""
    start, name = days[0]
    end = start
    for day, other in days[1:]:
        if other != name or day != end + timedelta(days=1):
            yield name, Span(start, end)
            start, name = day, other
        end = day
    yield name, Span(start, end)
