# SPDX-License-Identifier: EUPL-1.2
"""How an earlier procedure went: its steps, its legs and its councils, as far as is known."""

from dataclasses import dataclass
from datetime import date

from gehoord.calendar.due import Precision, Stretch
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.length import Length
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind


@dataclass(frozen=True, slots=True)
class PastStep:
    """One step that was done.

    ``planned`` are its days in a plan from before it was done; nothing where the only plan that is
    known was written down afterwards.
    """

    step: str
    title: str
    stage: Stage
    kind: StepKind
    planned: Stretch | None
    done_on: date

    @property
    def off(self) -> int | None:
        """By how many days it was done outside its plan; less than none is before it."""
        return days_outside(self.planned, self.done_on) if self.planned else None

    @property
    def planned_in_words(self) -> str:
        """The last day of its plan; of what had no day of its own by when it was due."""
        if self.planned is None:
            return ""
        undated = self.planned.precision is Precision.UNDATED
        return self.planned.by_in_words if undated else self.planned.last_in_words


@dataclass(frozen=True, slots=True)
class PastLeg:
    """How long one leg was to take and took. ``source`` says in which documents that stands."""

    leg: Leg
    planned: Length | None
    actual: Length | None
    source: str

    @property
    def known(self) -> Length | None:
        """How long it took; where nobody says so, how long it was to take."""
        return self.actual or self.planned

    @property
    def difference(self) -> int | None:
        """By how many days it took longer than planned, where both are known to the day."""
        if self.planned is None or self.actual is None:
            return None
        return None if self.planned.is_rough else self.actual.days - self.planned.days


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """How many days after it got the ontwerp one council was heard on it."""

    code: str
    council: str
    days: int


@dataclass(frozen=True, slots=True)
class PastCourse:
    """One earlier procedure.

    Attributes:
        eenheid: the id of its unit.
        name: of the procedure that Gehoord ships, or of the dossier.
        title: of its plan.
        plan_starts_on: the first day of the years for which that plan holds.
        steps: those that were done, on a day that is known.
        legs: those of which a plan or the days are known.
        answers: of each council that was heard, where its day is known.
        undated: how many steps were done on a day that nobody wrote down.
        is_dossier: whether the register tells it, not documents.
    """

    eenheid: str
    name: str
    title: str
    plan_starts_on: date
    steps: tuple[PastStep, ...]
    legs: tuple[PastLeg, ...]
    answers: tuple[PastAnswer, ...] = ()
    undated: int = 0
    is_dossier: bool = False

    @property
    def last_done_on(self) -> date | None:
        """The last day of which anything is known."""
        return max((step.done_on for step in self.steps), default=None)

    @property
    def adoption(self) -> PastStep | None:
        """The adoption, if it is known when that was."""
        return next((s for s in self.steps if s.kind is StepKind.ADOPTION), None)


def days_outside(days: Stretch, day: date) -> int:
    """Return by how many days a day lies after a stretch, or, less than none, before it.

    Before a limit alone (a step without a date of its own) nothing is too early.

    >>> days_outside(Stretch.on(date(2018, 11, 15)), date(2018, 11, 22))
    7
    """
    first, last = days.first.may_be.start, days.last.may_be.end
    if day > last:
        return (day - last).days
    return 0 if days.precision is Precision.UNDATED else min((day - first).days, 0)
