# SPDX-License-Identifier: EUPL-1.2
"""An earlier procedure as documents tell it: no day counts that they do not name."""

from collections.abc import Iterable, Iterator

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import enumeration
from gehoord.domain.learned.leg import ENDS, Leg, Moment, lengths, moment_of, reads_draft
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.past_course import PastCourse, PastLeg, PastStep
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import Standing, StepKind


def course_of(name: str, plan: Plan) -> PastCourse | None:
    """Return how a procedure went of which the proposal was drawn up from documents.

    A step that its document reports as done counts as done on the day that it names. The plan of
    such a step is known only where an older document had another one: what was written down
    afterwards is no plan. A limit that follows from other days counts as no day at all.

    Args:
        name: of the procedure.
        plan: of its proposal.

    Returns:
        Nothing of a proposal that comes from no documents.
    """
    steps = [planned for planned in plan.steps if planned.step.seed]
    if not steps:
        return None
    told = _Told(steps)
    done = [planned for planned in told.there if planned.step.standing is Standing.DONE]
    dated = [planned for planned in done if _is_done(planned)]
    return PastCourse(
        eenheid=plan.proposal.eenheid,
        name=name,
        title=plan.proposal.title,
        plan_starts_on=plan.proposal.beleidsplan.start,
        steps=tuple(told.past_step(planned) for planned in dated),
        legs=(*told.legs(), *_rounds(told.there)),
        undated=len(done) - len(dated),
    )


class _Told:
    """What documents tell of the steps of one procedure."""

    def __init__(self, steps: Iterable[PlannedStep]) -> None:
        known = list(steps)
        replaced = [planned for planned in known if planned.step.replaced_by and planned.days]
        self.former = {planned.step.replaced_by or "": planned for planned in replaced}
        self.there = [planned for planned in known if planned.step.stands]
        self.moments = {m: p for p in self.there if (m := moment_of(p.step))}

    def past_step(self, planned: PlannedStep) -> PastStep:
        """Return a step that was done, with its plan from before."""
        step, former = planned.step, self.former.get(planned.id)
        days = former.days if former else None
        return PastStep(step.id, step.title, step.stage, step.kind, days, planned.due_on)

    def legs(self) -> Iterator[PastLeg]:
        """Yield each leg of which a plan from before, or both days are known."""
        was, to_be = self._was(), self._to_be()
        actual, planned = dict(lengths(was)), dict(lengths({**was, **to_be}))
        for leg, (_, last) in ENDS.items():
            to_come = planned.get(leg) if last in to_be else None
            if to_come or leg in actual:
                yield PastLeg(leg, to_come, actual.get(leg), self._documents(leg))

    def _was(self) -> dict[Moment, Due]:
        return {moment: p.due for moment, p in self.moments.items() if _is_done(p)}

    def _to_be(self) -> dict[Moment, Due]:
        """Return when each moment was to come in a plan from before it came."""
        found = {m: due for m, p in self.moments.items() if (due := self._planned(p))}
        if (hearing := self.moments.get(Moment.LAST_ANSWER)) and _has_plan(hearing):
            found.setdefault(Moment.ONTWERP_SENT, hearing.stretch.first)
        return found

    def _planned(self, planned: PlannedStep) -> Due | None:
        if former := self.former.get(planned.id):
            return former.due
        is_ahead = planned.step.standing is not Standing.DONE and _has_plan(planned)
        return planned.due if is_ahead else None

    def _documents(self, leg: Leg) -> str:
        ends = [self.moments[moment] for moment in ENDS[leg] if moment in self.moments]
        older = [self.former[planned.id] for planned in ends if planned.id in self.former]
        return _documents([*ends, *older])


def _names_its_day(days: Stretch, kind: StepKind) -> bool:
    """Whether a document names the day on which it was done; a period is that of a consultation."""
    is_one = days.span.days == 1 or kind is StepKind.CONSULTATION
    return days.names_day and days.precision is not Precision.UNDATED and is_one


def _is_done(planned: PlannedStep) -> bool:
    if planned.step.standing is not Standing.DONE or planned.days is None:
        return False
    return _names_its_day(planned.days, planned.step.kind)


def _has_plan(planned: PlannedStep) -> bool:
    return planned.days is not None and planned.precision is not Precision.UNDATED


def _rounds(there: list[PlannedStep]) -> Iterator[PastLeg]:
    """Yield how long others had to react to each draft; what was asked beside it is no other."""
    steps = {planned.id: planned.step for planned in there}
    rounds = [p for p in there if reads_draft(p.step, steps) and _has_plan(p)]
    for planned in {planned.span: planned for planned in reversed(rounds)}.values():
        length = Length.between(planned.stretch.first, planned.stretch.last)
        was = length if _is_done(planned) else None
        yield PastLeg(Leg.READING, None if was else length, was, _documents([planned]))


def _documents(steps: Iterable[PlannedStep]) -> str:
    named = {source.document for planned in steps for source in planned.step.sources}
    return enumeration(sorted(named))
