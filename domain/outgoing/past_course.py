"""How an earlier procedure went, as far as documents say: of each step the plan and the day."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from gehoord.calendar.due import Precision, Stretch
from gehoord.domain.eenheid.eenheid import Identifier, Name
from gehoord.domain.frozen import Day, Frozen
from gehoord.domain.outgoing.courses import StepCourse
from gehoord.domain.proposal.step import StepKind


class PastStep(Frozen):
    """One step that was done.

    ``planned`` is its last day in the plan of the opening, in the words of that plan. ``off`` is by
    how many days it was done after the days of that plan, or before them (less than none).
    """

    step: Identifier = Field(alias="stap")
    title: Name = Field(alias="titel")
    kind: StepKind = Field(alias="soort")
    planned: str = Field(alias="gepland")
    done_on: Day = Field(alias="gegaan")
    off: int = Field(alias="verschil")


class PastCourse(Frozen):
    """One procedure that is over, under the name by which it is shipped."""

    eenheid: Identifier
    name: str = Field(alias="naam")
    title: Name = Field(alias="titel")
    steps: tuple[PastStep, ...] = Field(alias="stappen")

    @property
    def last_done_on(self) -> date | None:
        """The last day of which anything is known."""
        return max((step.done_on for step in self.steps), default=None)

    @property
    def adoption(self) -> PastStep | None:
        """The adoption, if a document says when it was."""
        return next((s for s in self.steps if s.kind is StepKind.ADOPTION), None)


def past_steps(courses: Iterable[StepCourse]) -> Iterator[PastStep]:
    """Yield what is kept of the steps of a procedure that is over: those planned and done."""
    for course in courses:
        if course.off_plan is not None and course.baseline and course.done:
            yield PastStep(
                step=course.step,
                title=course.title,
                kind=course.kind,
                planned=_planned(course.baseline),
                done_on=course.done.end,
                off=course.off_plan,
            )


def _planned(days: Stretch) -> str:
    """Return the last day of a plan; of what had no day of its own by when it was due."""
    return days.by_in_words if days.precision is Precision.UNDATED else days.last_in_words
