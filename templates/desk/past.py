"""Earlier procedures of the unit in a table: what was planned, and how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.outgoing.past_course import PastCourse, PastStep
from gehoord.templates.desk.overview_steps import difference_in_words, kept_to_plan
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
        essence: how many steps were done when they were planned, later and earlier.
        largest: the step that was done the longest after its plan; empty when none was.
        adopted: when it was; empty when no document says so.
        rows: every step, in the order of its stages.
    """

    title: str
    essence: str
    largest: str
    adopted: str
    rows: tuple[PastRow, ...]


def past_procedures(
    courses: Sequence[PastCourse], title: str, on: date
) -> tuple[PastProcedure, ...]:
    """Return the procedures that were over on a day, the newest first.

    Args:
        courses: to choose from.
        title: of the procedure that is looked at: it is not its own past.
        on: the day.
    """
    dated = [(c.last_done_on, c) for c in courses if c.title != title]
    over = [(day, course) for day, course in dated if day and day <= on]
    over.sort(key=lambda pair: (pair[0], pair[1].title), reverse=True)
    return tuple(_procedure(course) for _, course in over)


def _procedure(course: PastCourse) -> PastProcedure:
    adoption = course.adoption
    return PastProcedure(
        title=one_line(course.title),
        essence=kept_to_plan(step.off for step in course.steps),
        largest=_largest(course.steps),
        adopted=f"{day_in_words(adoption.done_on)} ({difference_in_words(adoption.off)})"
        if adoption
        else "",
        rows=tuple(_row(step) for step in course.steps),
    )


def _largest(steps: Sequence[PastStep]) -> str:
    worst = max(steps, key=lambda step: step.off, default=None)
    if worst is None or worst.off <= 0:
        return ""
    return f"{capital(one_line(worst.title))}: {difference_in_words(worst.off)}"


def _row(step: PastStep) -> PastRow:
    return PastRow(
        what=capital(one_line(step.title)),
        planned=one_line(step.planned),
        done=day_in_words(step.done_on),
        off=difference_in_words(step.off),
    )
