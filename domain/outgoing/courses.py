# SPDX-License-Identifier: EUPL-1.2
"""How each step went beside how it was planned: at the opening, now, and what was done."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.due import Precision, Stretch
from gehoord.calendar.span import Span
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.tally import Tally
from gehoord.domain.learned.past_course import days_outside
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCourse:
    """One step of the plan: what was planned, what is planned now, and what came of it.

    Attributes:
        step: its id; ``title``, ``stage``, ``kind`` and ``owner`` (a key) as the plan has them.
        baseline: its days at the opening; nothing when it had none.
        planned: its days now; nothing when it has none. What is finished keeps those it had.
        is_yearly: whether it comes back each year, so that no one day is its own.
        tally: how many of its actions are open, done and lapsed, and when they were done.
        late: how many of its actions are late today.
        late_since: the last day of the one that is late longest; nothing when none is, or when
            that day is no named one.
        is_proposed: whether Gehoord proposed its day, so that nobody is too late by the law on it.
    """

    step: str
    title: str
    stage: Stage
    kind: StepKind
    owner: str
    baseline: Stretch | None
    planned: Stretch | None
    is_yearly: bool
    tally: Tally
    late: int
    late_since: date | None = None
    is_proposed: bool = False

    @property
    def done(self) -> Span | None:
        """The first and the last day on which something of it was done; nothing before that."""
        first, last = self.tally.first_done_on, self.tally.last_done_on
        return Span(first, last) if first and last else None

    @property
    def is_finished(self) -> bool:
        """Whether it was done, and nobody owes anything of it any more."""
        return not self.tally.open and bool(self.tally.done)

    @property
    def has_lapsed(self) -> bool:
        """Whether it will not take place."""
        return self.tally.has_lapsed

    @property
    def owed(self) -> int:
        """How many actions it has, without those that lapsed."""
        return self.tally.open + self.tally.done

    @property
    def moved(self) -> int:
        """By how many days its last day moved since the opening; less than none is earlier.

        A day that came only later, or that is gone, did not move.
        """
        if self.baseline is None or self.planned is None or self.is_yearly:
            return 0
        return (self.planned.last.day - self.baseline.last.day).days

    @property
    def off_plan(self) -> int | None:
        """By how many days it was done outside the days of the opening; less than none is earlier.

        An approximation counts with every day that it may be. Nothing before it is finished, or
        where no days were planned.
        """
        if not self.is_finished or self.baseline is None or self.is_yearly or self.done is None:
            return None
        return days_outside(self.baseline, self.done.end)


def courses_of(state: State, on: date) -> tuple[StepCourse, ...]:
    """Return the course of every step, in the order of the plan, stage by stage.

    What stands outside the plan is left out (ADR 38). A step that another replaced, or
    that is asked of nobody, is left out.

    Args:
        state: the dossier.
        on: today: what is due on it is not late yet.
    """
    late = _late(state, on)
    found = list(_courses(state, late))
    place = {planned.id: number for number, planned in enumerate(state.plan.steps)}
    stages = list(Stage)
    found.sort(key=lambda c: (stages.index(c.stage), place.get(c.step, len(place))))
    return tuple(found)


def _courses(state: State, late: dict[str, list[Action]]) -> Iterator[StepCourse]:
    opened = {planned.id: planned.days for planned in state.opened.plan.steps}
    for line in state.lines:
        tally = state.tally(line.step)
        if _is_of_the_plan(state, line, tally):
            yield StepCourse(
                step=line.step,
                title=line.title,
                stage=line.stage,
                kind=line.kind,
                owner=line.owner,
                baseline=opened.get(line.step),
                planned=line.days,
                is_yearly=line.precision is Precision.YEARLY,
                tally=tally,
                late=len(late[line.step]),
                late_since=_since(late[line.step]),
                is_proposed=has_proposed_day(state, line.step),
            )


def _is_of_the_plan(state: State, line: PlanLine, tally: Tally) -> bool:
    if state.as_opened.step(line.step).is_outside_plan:
        return False
    return bool(tally.open or tally.done or tally.lapsed)


def _late(state: State, on: date) -> dict[str, list[Action]]:
    """Return the actions of each step that are late."""
    found: dict[str, list[Action]] = defaultdict(list)
    for action in state.open_actions():
        if action.is_late(on):
            found[action.step].append(action)
    return found


def _since(late: list[Action]) -> date | None:
    """Return the last day of what is late longest: a council may have a later one of its own."""
    return min((a.due_on for a in late if a.due_on and a.names_day), default=None)
