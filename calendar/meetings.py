# SPDX-License-Identifier: EUPL-1.2
"""The meetings of a council: by rhythm or by list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import WEEKDAYS, full_day_in_words
from gehoord.calendar.holidays import Holidays
from gehoord.calendar.recess import Recess
from gehoord.calendar.span import Span

UNTITLED: Final = "raadsvergadering"
"""What a meeting is called of a council whose meetings alone were given."""
NAMELESS: Final = "afspraak zonder naam"
"""What an entry of a calendar is called that has no name: it may be of anything."""


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """One meeting of a council: its day in Europe/Amsterdam, and its title."""

    day: date
    title: str = UNTITLED


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A meeting every so many weeks, on the weekday of ``anchor``.

    ``anchor`` is any day of the series; meetings before it belong to the series as well.

    Raises:
        ValueError: the anchor is no such weekday (0 is Monday), or the weeks are fewer than one.
    """

    weekday: int
    every_weeks: int
    anchor: date
    title: str = UNTITLED

    def __post_init__(self) -> None:
        if self.every_weeks < 1:
            raise ValueError("Een vergaderritme telt 1 week of meer.")
        if not 0 <= self.weekday < len(WEEKDAYS):
            raise ValueError("Een weekdag is 0 (maandag) tot en met 6 (zondag).")
        if self.anchor.weekday() != self.weekday:
            raise ValueError(
                f"Het vergaderritme is op {WEEKDAYS[self.weekday]}, maar de beginvergadering valt "
                f"op {full_day_in_words(self.anchor)}. Pas een van de twee aan."
            )


def meetings_by_rhythm(
    rhythm: Rhythm, window: Span, recess: Recess, holidays: Holidays | None = None
) -> tuple[Meeting, ...]:
    """Return the meetings of the series in the window, both ends included, outside recess.

    With ``holidays``, meetings on a day off drop out as well. A meeting that drops out is not
    moved: only the council can do that.

    Raises:
        RecessUnknownError: the recess does not cover the window.
        HolidaysUnknownError: the window reaches into a year not entered.
    """
    return tuple(
        Meeting(day, rhythm.title) for day in days_by_rhythm(rhythm, window, recess, holidays)
    )


def days_by_rhythm(
    rhythm: Rhythm, window: Span, recess: Recess, holidays: Holidays | None = None
) -> Iterator[date]:
    """Yield the days of these meetings one by one, for whoever needs but the first."""
    step = timedelta(weeks=rhythm.every_weeks)
    day = window.start + (rhythm.anchor - window.start) % step
    while day <= window.end:
        if day not in recess and not (holidays and holidays.is_day_off(day)):
            yield day
        day += step


def meetings_in(meetings: Iterable[Meeting], window: Span) -> tuple[Meeting, ...]:
    """Return the meetings of an explicit list that lie in the window, in order, each once."""
    return tuple(sorted({meeting for meeting in meetings if meeting.day in window}))
