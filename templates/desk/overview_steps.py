# SPDX-License-Identifier: EUPL-1.2
"""The steps of a procedure in a table: planned at the opening and now, done, and how far off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from gehoord.calendar.due import NO_DAY, Precision, Stretch
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    CLIENTS,
    COUNCILS,
    GRIFFIES,
    SAFETY_OFFICIALS,
)
from gehoord.domain.outgoing.courses import StepCourse
from gehoord.templates.desk.overview_links import RowLink, RowLinks
from gehoord.templates.desk.timeline import how_it_stands
from gehoord.templates.standing.late import since_in_words
from gehoord.templates.wording import capital

_PARTIES: Final[Mapping[str, str]] = {
    COUNCILS: "de raden",
    GRIFFIES: "de griffies",
    BURGEMEESTERS: "de burgemeesters",
    SAFETY_OFFICIALS: "de ambtenaren openbare orde en veiligheid",
    CLIENTS: "beide opdrachtgevers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step, in Dutch words.

    Attributes:
        what: its title, and ``who`` owes it.
        opening: its days at the opening, ``now`` those of today; the last is empty when the same.
        done: when it was done, or how many are.
        off: how far it is off what was planned, or how late it is.
        how: a class: ``gedaan``, ``te-laat``, ``open`` or ``vervallen``.
    """

    what: str
    who: str
    opening: str
    now: str
    done: str
    off: str
    how: str
    links: tuple[RowLink, ...]


@dataclass(frozen=True, slots=True)
class StageSteps:
    """The steps of one stage."""

    heading: str
    rows: tuple[StepRow, ...]


def stage_steps(
    courses: Sequence[StepCourse], names: Mapping[str, str], links: RowLinks, on: date
) -> Iterator[StageSteps]:
    """Yield the steps, stage by stage.

    Args:
        courses: in that order.
        names: how each owner is called, by its key.
        links: where each row leads to.
        on: today.
    """
    for stage, those in groupby(courses, key=lambda course: course.stage):
        rows = (_row(each, names, links, on) for each in those)
        yield StageSteps(stage.heading, tuple(rows))


def kept_to_plan(offs: Iterable[int]) -> str:
    """Return of how many steps that were done how many were in time, later and earlier.

    >>> kept_to_plan([0, 0, 7, -1])
    '4 stappen gedaan: 2 op tijd, 1 later, 1 eerder'
    """
    known = list(offs)
    later, earlier = sum(off > 0 for off in known), sum(off < 0 for off in known)
    in_time = len(known) - later - earlier
    how_many = counted(len(known), "stap", "stappen")
    return f"{how_many} gedaan: {in_time} op tijd, {later} later, {earlier} eerder"


def _row(course: StepCourse, names: Mapping[str, str], links: RowLinks, on: date) -> StepRow:
    opening, now = days_in_words(course.baseline), days_in_words(course.planned)
    return StepRow(
        what=capital(one_line(course.title)),
        who=capital(one_line(who_in_words(course.owner, names))),
        opening=opening,
        now="" if course.has_lapsed or now == opening else now,
        done=done_in_words(course),
        off=off_in_words(course, on),
        how=how_it_stands(course),
        links=links.of_step(course.step),
    )


def who_in_words(owner: str, names: Mapping[str, str]) -> str:
    """Return who owes a step, by its key: of one party in each municipality all together."""
    return _PARTIES.get(owner) or names.get(owner, owner)


def days_in_words(days: Stretch | None) -> str:
    """Return days as the plan has them; an approximation stays one."""
    if days is None:
        return NO_DAY
    if days.precision is Precision.YEARLY:
        return f"elk jaar, {days.span.start.year} t/m {days.span.end.year}"
    if days.precision is Precision.UNDATED:
        return one_line(days.by_in_words)
    if days.names_day and days.span.days > 1:
        return f"{day_in_words(days.span.start)} t/m {day_in_words(days.span.end)}"
    return one_line(days.last_in_words)


def done_in_words(course: StepCourse) -> str:
    """Return when a step was done; of one that many owe how many did it so far."""
    if course.has_lapsed:
        return "vervallen"
    if course.done is None:
        return ""
    if not course.is_finished:
        return f"{course.tally.done} van {course.owed}"
    first, last = course.done.start, course.done.end
    return (
        day_in_words(last) if first == last else f"{day_in_words(first)} t/m {day_in_words(last)}"
    )


def off_in_words(course: StepCourse, on: date) -> str:
    """Return how far a step is off what was planned, the most urgent first."""
    said = [_late(course, on), _off_plan(course), _moved(course)]
    return ", ".join(filter(None, said))


def _late(course: StepCourse, on: date) -> str:
    if not course.late:
        return ""
    how_many = f"{course.late} van {course.owed}, " if course.owed > 1 else ""
    return how_many + since_in_words(course.late_since, on, proposed=course.is_proposed)


def _off_plan(course: StepCourse) -> str:
    days = course.off_plan
    return "" if days is None else difference_in_words(days)


def _moved(course: StepCourse) -> str:
    if course.is_finished or course.has_lapsed or not course.moved:
        return ""
    way = "naar achteren" if course.moved > 0 else "naar voren"
    return f"{counted(abs(course.moved), 'dag', 'dagen')} {way} verplaatst"


def difference_in_words(days: int) -> str:
    """Return by how many days something was done after or before its plan.

    >>> [difference_in_words(days) for days in (0, 1, -3)]
    ['op tijd', '1 dag later', '3 dagen eerder']
    """
    if days == 0:
        return "op tijd"
    return f"{counted(abs(days), 'dag', 'dagen')} {'later' if days > 0 else 'eerder'}"
