# SPDX-License-Identifier: EUPL-1.2
"""When a council or body meets, as its unit's file gives it: a rhythm, days, or a calendar."""

from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Annotated, Final, Self

from pydantic import Field, StringConstraints, model_validator

from gehoord.calendar.dutch import WEEKDAYS, full_day_in_words
from gehoord.calendar.holidays import expected_holidays
from gehoord.calendar.incoming.agenda import MeetingsUnreadableError, agenda_in
from gehoord.calendar.meetings import (
    Meeting,
    Rhythm,
    days_by_rhythm,
    meetings_by_rhythm,
    meetings_in,
)
from gehoord.calendar.recess import Recess, RecessSetting, Usability, council_recess
from gehoord.calendar.school import KNOWN_FROM, KNOWN_UNTIL
from gehoord.calendar.span import Span
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import Day, Frozen
from gehoord.domain.nearby import Choice

_SEARCHED: Final = timedelta(days=400)
"""How far a meeting is looked for; whoever meets less often than once a year has no rhythm."""
_READ: Final = Span(date(2014, 1, 1), date(2035, 12, 31))
"""The days of which the meetings in a calendar file are taken over."""


class Weekday(Choice):
    """A day of the week as it stands in a file."""

    MONDAY = "maandag"
    TUESDAY = "dinsdag"
    WEDNESDAY = "woensdag"
    THURSDAY = "donderdag"
    FRIDAY = "vrijdag"
    SATURDAY = "zaterdag"
    SUNDAY = "zondag"


class RecessDays(Frozen):
    """A stretch that a council laid down as its recess, both days included."""

    name: str = Field("reces", alias="naam", min_length=1, max_length=100)
    start: Day = Field(alias="van")
    end: Day = Field(alias="tot_en_met")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError("het reces eindigt voordat het begint; draai 'van' en 'tot_en_met' om")
        return self


class Schedule(Frozen):
    """The deciding meetings of a council or body: in one of three ways.

    Attributes:
        weekday: with ``every_weeks`` and ``since`` (any day of the series) a rhythm, which leaves
            out recess and holidays. It has no end.
        days: the meetings themselves. They say everything of the years in which they lie, or of
            the stretches of ``whole``, both ends included, where these are known.
        ics: a calendar file beside the unit's file; whoever reads the file replaces it by ``days``.
        only: of a calendar file only meetings with this in their title count.
        remarks: in Dutch, what of a calendar file was left out or read otherwise; whoever reads the
            file fills it in.
    """

    weekday: Weekday | None = Field(None, alias="weekdag")
    every_weeks: int | None = Field(None, alias="om_de_weken", ge=1, le=52)
    since: Day | None = Field(None, alias="vanaf")
    days: tuple[Day, ...] = Field((), alias="dagen")
    whole: tuple[tuple[Day, Day], ...] | None = Field(None, alias="volledig")
    ics: Annotated[str, StringConstraints(pattern=r"^[\w][\w .-]*\.ics$")] | None = None
    only: str = Field("", alias="alleen", max_length=100)
    remarks: tuple[str, ...] = Field((), alias="opmerkingen")

    @model_validator(mode="after")
    def _in_one_way(self) -> Self:
        rhythm = [self.weekday, self.every_weeks, self.since]
        ways = [any(part is not None for part in rhythm), bool(self.days), self.ics is not None]
        if sum(ways) != 1:
            raise ValueError(
                "geef vergaderingen op een manier op: 'weekdag', 'om_de_weken' en 'vanaf', of "
                "'dagen', of 'ics'"
            )
        if ways[0] and (self.weekday is None or self.every_weeks is None or self.since is None):
            raise ValueError("een ritme heeft 'weekdag', 'om_de_weken' en 'vanaf' alle drie nodig")
        if self.weekday and self.since and WEEKDAYS[self.since.weekday()] != self.weekday:
            raise ValueError(
                f"de vergaderingen zijn op {self.weekday}, maar 'vanaf' is "
                f"{full_day_in_words(self.since)}; pas een van de twee aan"
            )
        if self.only and not self.ics:
            raise ValueError("'alleen' hoort bij 'ics'")
        if self.whole is not None and not self.days:
            raise ValueError("'volledig' hoort bij 'dagen'")
        if any(last < first for first, last in self.whole or ()):
            raise ValueError("'volledig' eindigt voordat het begint; draai de twee dagen om")
        return self

    def covers(self, window: Span) -> bool:
        """Whether the schedule says which meetings there are on every day of the window."""
        if self.whole is not None:
            return any(first <= window.start and window.end <= last for first, last in self.whole)
        years = {day.year for day in self.days}
        asked = range(window.start.year, window.end.year + 1)
        return self.weekday is not None or years.issuperset(asked)

    def meetings(self, window: Span, recess: Recess) -> tuple[Meeting, ...]:
        """Return the meetings in the window, in order; of a rhythm those outside recess.

        Where the recess is not known a rhythm has no meetings.
        """
        rhythm, known = self._rhythm, window.overlap(recess.window)
        if rhythm is None:
            return meetings_in((Meeting(day) for day in self.days), window)
        return meetings_by_rhythm(rhythm, known, recess, expected_holidays()) if known else ()

    def last_by(self, day: date, recess: Recess) -> date | None:
        """Return the last meeting day on or before ``day``, or nothing within a year."""
        found = self.meetings(Span(day - _SEARCHED, day), recess)
        return found[-1].day if found else None

    def first_from(self, day: date, recess: Recess) -> date | None:
        """Return the first meeting day on or after ``day``, or nothing within a year."""
        rhythm, window = self._rhythm, Span(day, day + _SEARCHED)
        if rhythm is None:
            return min((day for day in self.days if day in window), default=None)
        known = window.overlap(recess.window)
        days = days_by_rhythm(rhythm, known, recess, expected_holidays()) if known else ()
        return next(iter(days), None)

    @property
    def _rhythm(self) -> Rhythm | None:
        if self.weekday is None or self.every_weeks is None or self.since is None:
            return None
        return Rhythm(self.since.weekday(), self.every_weeks, self.since)

    def read_from(self, content: bytes) -> "Schedule":
        """Return this schedule with the meetings that its calendar file holds.

        Raises:
            ProposalError: the file cannot be read, or holds no meeting that counts.
        """
        name = self.ics or ""
        try:
            found = agenda_in(content, name, _READ)
        except MeetingsUnreadableError as error:
            raise ProposalError(str(error)) from None
        wanted = self.only.casefold()
        days = sorted(
            {meeting.day for meeting in found.meetings if wanted in meeting.title.casefold()}
        )
        if not days:
            titled = f" met '{self.only}' in de titel" if self.only else ""
            raise ProposalError(
                f"In de vergaderagenda {name} staat van {_READ.start.year} tot en met "
                f"{_READ.end.year} geen vergadering{titled}. Vraag de griffie om een nieuwe "
                "export (.ics), of geef de vergaderdagen zelf op."
            )
        return Schedule(days=tuple(days), remarks=found.remarks)


@cache
def whole_recess(setting: RecessSetting) -> Recess:
    """Return the recess of a council as far as the school holidays are known."""
    before, after = timedelta(days=setting.days_before), timedelta(days=setting.days_after)
    return council_recess(setting, Span(KNOWN_FROM + after, KNOWN_UNTIL - before))


@lru_cache(maxsize=4096)
def weighed_recess(setting: RecessSetting, window: Span) -> Usability:
    """Return what a recess leaves of a window; most councils of a unit have the same recess."""
    return whole_recess(setting).weigh(window)
