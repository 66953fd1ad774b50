"""How an earlier procedure went: of each step that was done, the plan and the day."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

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
    def adoption(self) -> PastStep | None:
        """The adoption, if it was planned and done."""
        return next((s for s in self.steps if s.kind is StepKind.ADOPTION), None)

    @property
    def adopted_on(self) -> date | None:
        """The day on which the plan was adopted, if it was."""
        return self.adoption.done_on if self.adoption else None


def past_steps(courses: Iterable[StepCourse]) -> Iterator[PastStep]:
    """Yield what is kept of the steps of a procedure that is over: those planned and done."""
    for course in courses:
        if course.off_plan is not None and course.baseline and course.done:
            yield PastStep(
                step=course.step,
                title=course.title,
                kind=course.kind,
                planned=course.baseline.last_in_words,
                done_on=course.done.end,
                off=course.off_plan,
            )
