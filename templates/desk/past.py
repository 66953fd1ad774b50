# SPDX-License-Identifier: EUPL-1.2
"""Earlier procedures of the unit in tables: how they went, and how long each leg of them took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.past_course import PastCourse, PastStep
from gehoord.domain.learned.practice import Instance, Practice
from gehoord.templates.desk.overview_steps import difference_in_words
from gehoord.templates.sources import explained
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class PastRow:
    """One step: what was planned, when it was done, and by how much that differs."""

    what: str
    planned: str
    done: str
    off: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastProcedure:
    """One earlier procedure.

    Attributes:
        title: of its plan.
        essence: of how many steps the day is known, and how those kept to a plan from before.
        largest: the step that was done the longest after its plan; empty when none was.
        adopted: when it was; empty when nothing says so.
        rows: every step, in the order of its days.
    """

    title: str
    essence: str
    largest: str
    adopted: str
    rows: tuple[PastRow, ...]


@dataclass(frozen=True, slots=True)
class PastPart:
    """The earlier procedures, the newest first, and of each leg how long it was in which."""

    procedures: tuple[PastProcedure, ...]
    legs: tuple[tuple[str, tuple[str, ...]], ...]
    sources: str


def past_part(practice: Practice, title: str, on: date) -> PastPart | None:
    """Return what was over on a day; nothing where nothing was.

    Args:
        practice: of the unit.
        title: of the procedure that is looked at: it is not its own past.
        on: the day.
    """
    over = [course for _, course in _over(practice, title, on)]
    if not over:
        return None
    legs = tuple(_legs(Practice(tuple(over))))
    said = (text for _, texts in legs for text in texts)
    return PastPart(tuple(map(_procedure, over)), legs, explained(said))


def _over(practice: Practice, title: str, on: date) -> list[tuple[date, PastCourse]]:
    """Return what was over, each with its last day, the newest first."""
    dated = [(c.last_done_on, c) for c in practice.courses if c.title != title]
    over = [(day, course) for day, course in dated if day and day <= on]
    return sorted(over, key=lambda pair: (pair[0], pair[1].title), reverse=True)


def _legs(practice: Practice) -> list[tuple[str, tuple[str, ...]]]:
    known = [(leg, practice.instances(leg)) for leg in Leg]
    return [(capital(leg.in_words), _in_words(found)) for leg, found in known if found]


def _in_words(instances: Sequence[Instance]) -> tuple[str, ...]:
    return tuple(one_line(instance.in_words) for instance in instances)


def _procedure(course: PastCourse) -> PastProcedure:
    adoption = course.adoption
    return PastProcedure(
        title=one_line(course.title),
        essence=_essence(course.steps),
        largest=_largest(course.steps),
        adopted=_adopted(adoption) if adoption else "",
        rows=tuple(_row(step) for step in course.steps),
    )


def _essence(steps: Sequence[PastStep]) -> str:
    offs = [step.off for step in steps if step.off is not None]
    said = f"{counted(len(steps), 'stap', 'stappen')} met een bekende dag"
    if not offs:
        return f"{said}; een planning van daarvoor is niet bekend"
    later, earlier = sum(off > 0 for off in offs), sum(off < 0 for off in offs)
    in_time = len(offs) - later - earlier
    return (
        f"{said}; van {len(offs)} is ook de planning van daarvoor bekend: {in_time} op tijd, "
        f"{later} later, {earlier} eerder"
    )


def _largest(steps: Sequence[PastStep]) -> str:
    measured = [(step.off, step) for step in steps if step.off]
    off, worst = max(measured, key=lambda pair: pair[0], default=(0, None))
    if worst is None or off <= 0:
        return ""
    return f"{capital(one_line(worst.title))}: {_off(worst)}"


def _adopted(step: PastStep) -> str:
    off = f" ({_off(step)})" if step.off is not None else ""
    return f"{day_in_words(step.done_on)}{off}"


def _row(step: PastStep) -> PastRow:
    return PastRow(
        what=capital(one_line(step.title)),
        planned=one_line(step.planned_in_words),
        done=day_in_words(step.done_on),
        off=_off(step),
    )


def _off(step: PastStep) -> str:
    """Return the difference with the plan; outside an approximation it is at least that."""
    if step.off is None:
        return ""
    at_least = "ten minste " * bool(step.off and step.planned and not step.planned.names_day)
    return f"{at_least}{difference_in_words(step.off)}"
