# SPDX-License-Identifier: EUPL-1.2
"""How far the answers of the councils are processed, and how long there still is for it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.span import Span
from gehoord.calendar.working_days import statutory_working_days
from gehoord.domain.checks.points import open_points, unanswered
from gehoord.domain.dossier.late_answers import late_answers
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import Step


@dataclass(frozen=True, slots=True)
class Processing:
    """What councils answered before the adoption, and what of it still has no answer.

    Attributes:
        said: how many zienswijzen there are; ``late`` how many of these came too late.
        open: how many of them have no answer yet; ``points`` how many of their points are open.
        answers: until when the last council can answer, where that has a day.
        adoption: when the plan is to be adopted, where that has a day.
    """

    said: int
    late: int
    open: int
    points: int
    answers: PlannedStep | None
    adoption: PlannedStep | None

    @property
    def working_days(self) -> int | None:
        """The working days after the last day to answer and before the adoption, if known."""
        return self._until_adoption(self.answers.due_on) if self.answers else None

    def working_days_left(self, on: date) -> int | None:
        """Return the working days after ``on`` and before the adoption; nothing if not known."""
        return self._until_adoption(on)

    def _until_adoption(self, after: date) -> int | None:
        """Count from the next day up to the day before the adoption; both count themselves.

        Of an adoption by approximation, or in a month, the first day that it may be goes before.
        """
        if self.adoption is None:
            return None
        first, last = after + timedelta(days=1), self.adoption.span.start - timedelta(days=1)
        if last < first:
            return 0
        with suppress(HolidaysUnknownError):
            return statutory_working_days().count(Span(first, last))
        return None


def processing(state: State) -> Processing | None:
    """Return how far it is; nothing before a council answered, and after the adoption."""
    said = [z for z in state.zienswijzen if z.counts]
    if not said or state.is_adopted:
        return None
    waiting, late = unanswered(state), late_answers(state)
    hearing = _dated(state, state.proposal.hearing)
    return Processing(
        said=len(said),
        late=sum(zienswijze.id in late for zienswijze in said),
        open=len(waiting),
        points=sum(map(partial(open_points, state), waiting)),
        answers=hearing.to_the_longest() if hearing else None,
        adoption=_dated(state, state.proposal.adoption),
    )


def _dated(state: State, step: Step | None) -> PlannedStep | None:
    """Return a step as it is planned, if it has a day."""
    planned = state.plan[step.id] if step else None
    return planned if planned and planned.has_day else None
