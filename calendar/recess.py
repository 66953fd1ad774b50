# SPDX-License-Identifier: EUPL-1.2
"""When a council does not meet: its own recess, or the school holidays of its region."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.school import SchoolBreak, SchoolRegion, school_holidays
from gehoord.calendar.span import Span


class RecessUnknownError(ValueError):
    """A day was asked outside the window for which the recess was worked out."""


@dataclass(frozen=True, slots=True, order=True)
class RecessPeriod:
    """One stretch without meetings, with its name and, in Dutch, why it is one."""

    span: Span
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecessSetting:
    """How one council sets its recess.

    A school holiday in ``observed`` counts, with ``days_before`` and ``days_after`` around it,
    unless one of the ``own`` stretches (name, days) touches that holiday: what the council laid
    down itself always goes first. Without ``region`` only ``own`` counts.
    """

    region: SchoolRegion | None
    days_before: int = 0
    days_after: int = 0
    observed: frozenset[SchoolBreak] = frozenset(SchoolBreak)
    own: tuple[tuple[str, Span], ...] = ()

    def __post_init__(self) -> None:
        if self.days_before < 0 or self.days_after < 0:
            raise ValueError("Een marge rond een schoolvakantie is 0 dagen of meer.")


@dataclass(frozen=True, slots=True)
class Usability:
    """What a window leaves a council: days of recess and days that can be used.

    ``shares`` are the periods with the days each of them takes from the window; a day in two
    periods is counted once in ``recess_days``. ``council_weeks`` are the raadsweken: weeks of which
    Monday up to and including Friday lie in the window and none of these is a day of recess.
    """

    window: Span
    recess_days: int
    shares: tuple[tuple[RecessPeriod, int], ...]
    council_weeks: int

    @property
    def usable_days(self) -> int:
        """The days of the window outside recess, weekends included."""
        return self.window.days - self.recess_days

    @property
    def reasons(self) -> tuple[str, ...]:
        """One Dutch sentence for each period that takes days from the window."""
        return tuple(
            f"{period.name}: {days} {'dag' if days == 1 else 'dagen'} "
            f"({day_in_words(period.span.start)} tot en met {day_in_words(period.span.end)}; "
            f"{period.reason})"
            for period, days in self.shares
        )


@dataclass(frozen=True, slots=True)
class Recess:
    """The recess of one council over a window; it knows nothing outside that window."""

    window: Span
    periods: tuple[RecessPeriod, ...]
    _runs: tuple[Span, ...]

    def period_on(self, day: date) -> RecessPeriod | None:
        """Return the first period that holds the day, or nothing when the council can meet.

        Raises:
            RecessUnknownError: the day lies outside the window.
        """
        if day not in self:
            return None
        return next(period for period in self.periods if day in period.span)

    def __contains__(self, day: date) -> bool:
        if day not in self.window:
            raise self._unknown(day)
        place = bisect_right(self._runs, day, key=_start)
        return place > 0 and day <= self._runs[place - 1].end

    def weigh(self, window: Span) -> Usability:
        """Return how many days of ``window`` are recess and how many can be used.

        Raises:
            RecessUnknownError: the window reaches outside the one worked out.
        """
        for end in (window.start, window.end):
            if end not in self.window:
                raise self._unknown(end)
        taken = [shared for run in self._runs if (shared := window.overlap(run))]
        return Usability(
            window,
            sum(shared.days for shared in taken),
            tuple(
                (period, shared.days)
                for period in self.periods
                if (shared := window.overlap(period.span))
            ),
            sum(not any(week.overlap(run) for run in taken) for week in _working_weeks(window)),
        )

    def _unknown(self, day: date) -> RecessUnknownError:
        return RecessUnknownError(
            f"Het reces is uitgerekend van {day_in_words(self.window.start)} tot en met "
            f"{day_in_words(self.window.end)}; {day_in_words(day)} valt daarbuiten. "
            "Neem een ruimere periode."
        )


_start: Final = attrgetter("start")


def _working_weeks(window: Span) -> Iterator[Span]:
    """Yield Monday up to and including Friday of the weeks in which these lie in the window."""
    monday = window.start + timedelta(days=-window.start.weekday() % 7)
    while monday + _TO_FRIDAY <= window.end:
        yield Span(monday, monday + _TO_FRIDAY)
        monday += timedelta(weeks=1)


_TO_FRIDAY: Final = timedelta(days=4)


def council_recess(setting: RecessSetting, window: Span) -> Recess:
    """Return the recess of a council over a window.

    Raises:
        SchoolHolidaysUnknownError: the setting follows school holidays that are not known yet.

    >>> window = Span(date(2023, 6, 15), date(2023, 10, 15))
    >>> council_recess(RecessSetting(SchoolRegion.NORTH), window).weigh(window).recess_days
    44
    """
    own = [RecessPeriod(span, name, "door de raad vastgesteld") for name, span in setting.own]
    periods = tuple(sorted(own + _from_school(setting, window)))
    touching = tuple(period for period in periods if period.span.overlap(window))
    return Recess(window, touching, _joined(period.span for period in touching))


def _from_school(setting: RecessSetting, window: Span) -> list[RecessPeriod]:
    if setting.region is None:
        return []
    before, after = timedelta(days=setting.days_before), timedelta(days=setting.days_after)
    reason = f"schoolvakantie regio {setting.region}{_with_margins(setting)}"
    asked = Span(window.start - after, window.end + before)
    return [
        RecessPeriod(Span(days.start - before, days.end + after), holiday.name.value, reason)
        for holiday in school_holidays(setting.region, asked)
        for days in [holiday.span]
        if holiday.name in setting.observed and not _has_own_instead(setting, days)
    ]


def _with_margins(setting: RecessSetting) -> str:
    """Return in Dutch how many days around a school holiday are recess too; may be empty."""
    margins = [
        f"{days} {'dag' if days == 1 else 'dagen'} {side}"
        for days, side in ((setting.days_before, "ervoor"), (setting.days_after, "erna"))
        if days
    ]
    return f", met {' en '.join(margins)}" if margins else ""


def _has_own_instead(setting: RecessSetting, holiday: Span) -> bool:
    """Whether what the council laid down itself takes the place of a school holiday."""
    return any(span.overlap(holiday) for _, span in setting.own)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join stretches that overlap, in order."""
    runs: list[Span] = []
    for span in sorted(spans):
        if runs and span.start <= runs[-1].end:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return tuple(runs)
