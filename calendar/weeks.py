# SPDX-License-Identifier: EUPL-1.2
"""Raadsweken: counting in weeks in which a council can meet."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.derivation import Link
from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.calendar.recess import Recess

_WEEK: Final = timedelta(weeks=1)
_WORKING_WEEK: Final = 5


@dataclass(frozen=True, slots=True)
class WeeksAway:
    """The day that lies so many council weeks away, and how it was counted.

    ``skipped`` are the Mondays of the weeks that lay in recess and did not count.
    """

    links: tuple[Link, ...]
    skipped: tuple[date, ...]

    @property
    def day(self) -> date:
        """The day counted to; the same weekday as the day counted from."""
        return self.links[-1].day


def is_council_week(day: date, recess: Recess) -> bool:
    """Tell whether no day from Monday to Friday in the week of ``day`` is recess.

    Raises:
        RecessUnknownError: the week lies outside the window of the recess.
    """
    monday = day - timedelta(days=day.weekday())
    return not any(monday + timedelta(days=number) in recess for number in range(_WORKING_WEEK))


def weeks_after(day: date, weeks: int, recess: Recess) -> WeeksAway:
    """Return the same weekday, ``weeks`` council weeks later; the week of ``day`` does not count.

    Raises:
        RecessUnknownError: the count runs out of the window of the recess.
        ValueError: the number of weeks is negative.
    """
    return _count(day, weeks, recess, _WEEK, "na")


def weeks_before(day: date, weeks: int, recess: Recess) -> WeeksAway:
    """Return the same weekday, ``weeks`` council weeks earlier; the week of ``day`` is not counted.

    Raises:
        RecessUnknownError: the count runs out of the window of the recess.
        ValueError: the number of weeks is negative.
    """
    return _count(day, weeks, recess, -_WEEK, "voor")


def _count(day: date, weeks: int, recess: Recess, step: timedelta, word: str) -> WeeksAway:
    if weeks < 0:
        raise ValueError(f"Tel met 0 of meer raadsweken, niet met {weeks}.")
    left, end, skipped = weeks, day, list[date]()
    while left:
        end += step
        if is_council_week(end, recess):
            left -= 1
        else:
            skipped.append(end - timedelta(days=end.weekday()))
    counted = f"{weeks} {'raadsweek' if weeks == 1 else 'raadsweken'} {word} {day_in_words(day)}"
    links = [Link(end, counted)]
    if skipped:
        names = enumeration(sorted({_name(monday, recess) for monday in skipped}))
        number = f"{len(skipped)} {'week' if len(skipped) == 1 else 'weken'}"
        links.append(Link(end, f"{number} in het reces niet meegeteld: {names}"))
    return WeeksAway(tuple(links), tuple(skipped))


def _name(monday: date, recess: Recess) -> str:
    days = (monday + timedelta(days=number) for number in range(_WORKING_WEEK))
    return next(period.name for day in days if (period := recess.period_on(day)))
