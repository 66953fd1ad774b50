# SPDX-License-Identifier: EUPL-1.2
"""The timeline as a picture: for each step where its days lie, counted in units of the picture.

What the picture says stands in the table beside it as well; here are places alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from gehoord.calendar.dutch import counted
from gehoord.calendar.ical.text import one_line
from gehoord.calendar.span import Span
from gehoord.domain.outgoing.courses import StepCourse
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.wording import capital, shortened

WIDTH: Final = 960.0
LABELS: Final = 330.0
"""Units at the left, in which the names of the steps stand."""
NOTES: Final = 110.0
"""Units at the right, in which stands what slipped."""
ROW: Final = 26.0
HEAD: Final = 40.0
"""Units above the first row, in which the years and the months stand."""
SOON_AFTER: Final = timedelta(days=92)
"""So long after the last step before it a step of the account is in the picture still."""
LEAST: Final = 4.0
"""Units of one day at least: a narrower bar is not seen."""
_LONGEST_LABEL: Final = 50
_FEWEST_UNITS: Final = 26.0
"""Between the names of two months: of a longer procedure not every month is named."""
MINUS: Final = "\N{MINUS SIGN}"
_MONTHS: Final = (
    "jan",
    "feb",
    "mrt",
    "apr",
    "mei",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """Some days in a row, from ``x`` on."""

    x: float
    width: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One step.

    Attributes:
        y: the top of its row.
        label: its name, short enough for the picture.
        how: ``gedaan``, ``te-laat``, ``open`` or ``vervallen``; a class in the picture.
        baseline: its days at the opening; ``planned`` now, ``done`` as it was done.
        note: that it is late, or what slipped, with a sign: "+7 dagen".
    """

    y: float
    label: str
    how: str
    baseline: TimelineBar | None
    planned: TimelineBar | None
    done: TimelineBar | None
    note: str


@dataclass(frozen=True, slots=True)
class TimelineStage:
    """The heading of a stage at ``y``, with the rows under it."""

    y: float
    heading: str
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """Where a month begins; ``year`` is named in its first month and at the beginning."""

    x: float
    name: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture.

    Attributes:
        height: of it; it is `WIDTH` wide.
        today: where the line of today stands; nothing when today lies outside the picture.
    """

    height: float
    months: tuple[TimelineMonth, ...]
    stages: tuple[TimelineStage, ...]
    today: float | None

    @property
    def notes_from(self) -> float:
        """Where the notes begin."""
        return WIDTH - NOTES + 10

    @property
    def rows(self) -> list[TimelineRow]:
        """Every row, from top to bottom."""
        return [row for stage in self.stages for row in stage.rows]


def timeline(courses: Sequence[StepCourse], on: date) -> Timeline | None:
    """Return the picture of these courses; nothing when none of them has a day.

    What comes back each year, or comes long after the adoption, stands in the table alone: it
    would make all else too small to see.

    Args:
        courses: stage by stage.
        on: today.
    """
    shown = _shown(courses)
    if not shown:
        return None
    scale = _Scale.of(shown)
    stages = tuple(_stages(shown, scale))
    return Timeline(
        height=stages[-1].rows[-1].y + ROW + 4,
        months=tuple(_months(scale)),
        stages=stages,
        today=scale.middle(on) if on in scale.span else None,
    )


def _shown(courses: Sequence[StepCourse]) -> list[StepCourse]:
    """Return the steps in the picture: of those of the account what soon follows the others."""
    dated = [course for course in courses if not course.is_yearly and _days_of(course)]
    before = [_last_day(course) for course in dated if course.stage is not Stage.ACCOUNT]
    until = max(before) + SOON_AFTER if before else date.max
    return [c for c in dated if c.stage is not Stage.ACCOUNT or _last_day(c) <= until]


def _last_day(course: StepCourse) -> date:
    return max(span.end for span in _days_of(course))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns days into units: whole months, from the first day to the last of the picture."""

    span: Span

    @classmethod
    def of(cls, courses: Sequence[StepCourse]) -> "_Scale":
        days = [
            day for course in courses for span in _days_of(course) for day in (span.start, span.end)
        ]
        last = max(days)
        month_after = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
        return cls(Span(min(days).replace(day=1), month_after - timedelta(days=1)))

    def x(self, day: date) -> float:
        """Return where a day begins."""
        room = WIDTH - LABELS - NOTES
        return LABELS + room * (day - self.span.start).days / self.span.days

    def middle(self, day: date) -> float:
        """Return where the middle of a day is."""
        return round((self.x(day) + self.x(day + timedelta(days=1))) / 2, 1)

    def bar(self, span: Span | None) -> TimelineBar | None:
        """Return the bar of some days, which is never too narrow to be seen."""
        if span is None:
            return None
        x, end = self.x(span.start), self.x(span.end + timedelta(days=1))
        width = max(end - x, LEAST)
        return TimelineBar(round(min(x, WIDTH - NOTES - width), 1), round(width, 1))


def _stages(courses: Sequence[StepCourse], scale: _Scale) -> Iterator[TimelineStage]:
    y = HEAD
    for stage, those in groupby(courses, key=lambda course: course.stage):
        rows = tuple(_row(each, y + ROW * (n + 1), scale) for n, each in enumerate(those))
        yield TimelineStage(y, Stage(stage).heading, rows)
        y += ROW * (len(rows) + 1)


def _row(course: StepCourse, y: float, scale: _Scale) -> TimelineRow:
    baseline = course.baseline.span if course.baseline else None
    planned = course.planned.span if course.planned else None
    return TimelineRow(
        y=y,
        label=shortened(capital(one_line(course.title)), _LONGEST_LABEL),
        how=how_it_stands(course),
        baseline=scale.bar(baseline if baseline != planned else None),
        planned=scale.bar(planned),
        done=scale.bar(course.done),
        note=_note(course),
    )


def how_it_stands(course: StepCourse) -> str:
    """Return how a step stands in one word, which is a class in the picture and the table."""
    if course.has_lapsed:
        return "vervallen"
    if course.late:
        return "te-laat"
    return "gedaan" if course.is_finished else "open"


def _note(course: StepCourse) -> str:
    if course.late:
        return "! voorbij" if course.is_proposed or course.late_since is None else "! te laat"
    if course.has_lapsed:
        return ""
    days = course.off_plan if course.is_finished else course.moved
    if not days:
        return ""
    return f"{'+' if days > 0 else MINUS}{counted(abs(days), 'dag', 'dagen')}"


def _days_of(course: StepCourse) -> list[Span]:
    stretches = [each.span for each in (course.baseline, course.planned) if each]
    return [*stretches, course.done] if course.done else stretches


def _months(scale: _Scale) -> Iterator[TimelineMonth]:
    """Yield each month, or of a long procedure every second, third, fourth or sixth."""
    first, last = scale.span.start, scale.span.end
    number = (last.year - first.year) * 12 + last.month - first.month + 1
    room = (WIDTH - LABELS - NOTES) / number
    every = next((n for n in (1, 2, 3, 4, 6) if n * room >= _FEWEST_UNITS), 12)
    for n in range(number):
        year, month = divmod(first.year * 12 + first.month - 1 + n, 12)
        if n == 0 or month % every == 0:
            named = str(year) if n == 0 or month == 0 else ""
            yield TimelineMonth(round(scale.x(date(year, month + 1, 1)), 1), _MONTHS[month], named)
