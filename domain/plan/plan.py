# SPDX-License-Identifier: EUPL-1.2
"""The plan: every step of a proposal with its days worked out and the reason of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from gehoord.calendar.derivation import Link
from gehoord.calendar.due import ROUGHLY, Due, Precision, Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.term import last_day
from gehoord.calendar.written import AtMeeting, Fixed, Written
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import ProposalError
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.plan.resolving import Anchor, Resolved, fixed, from_step, meeting
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Step, StepKind, Window
from gehoord.law.politiewet import TERM_TO_ADOPT_AGAIN


@dataclass(frozen=True)
class Plan:
    """All steps, in the order of their last day; see `in_order` for those that have none."""

    proposal: Proposal
    steps: tuple[PlannedStep, ...]

    def __getitem__(self, identifier: str) -> PlannedStep:
        if identifier not in self._by_id:
            self.proposal.step(identifier)
        return self._by_id[identifier]

    @cached_property
    def _by_id(self) -> dict[str, PlannedStep]:
        return {planned.id: planned for planned in self.steps}


def lay_out(proposal: Proposal, eenheid: Eenheid | None = None) -> Plan:
    """Work out every day of a proposal.

    Args:
        proposal: what is to be worked out.
        eenheid: whose recess and meetings raadsweken and meetings are; without it a proposal that
            counts in these is refused.

    Raises:
        ProposalError: a step counts from a step that has no date, or its days are reversed; or
            the recess or the meetings it counts in are not known.
    """
    worked_out = _WorkedOut(proposal, eenheid)
    steps = [worked_out.plan(step) for step in proposal.steps]
    steps = [_with_last_lawful_day(planned, proposal) for planned in steps]
    return Plan(proposal, in_order(steps))


def in_order(steps: Sequence[PlannedStep]) -> tuple[PlannedStep, ...]:
    """Return steps in the order of their last day; on one day they stay as they were.

    A step without a day comes before the first that rests on it, else after the last on which it
    rests, else at the end. That is its place and no day: nothing is late or due by it.
    """
    by_id = {planned.id: planned for planned in steps}
    resting: dict[str, list[str]] = {}
    for planned in steps:
        for earlier in planned.step.after:
            resting.setdefault(earlier, []).append(planned.id)

    @cache
    def next_up(step: str) -> date:
        """Return the last day of a step, or the first of what rests on it."""
        if by_id[step].days:
            return by_id[step].due_on
        return min((next_up(later) for later in resting.get(step, ())), default=date.max)

    @cache
    def last_before(step: str) -> date:
        """Return the last day of a step, or the last of what it rests on."""
        if by_id[step].days:
            return by_id[step].due_on
        rests_on = (i for i in by_id[step].step.after if i in by_id)
        return max((last_before(earlier) for earlier in rests_on), default=date.max)

    def place(planned: PlannedStep) -> tuple[date, int]:
        if planned.days:
            return planned.due_on, 1
        ahead = next_up(planned.id)
        return (ahead, 0) if ahead < date.max else (last_before(planned.id), 2)

    return tuple(sorted(steps, key=place))


def _with_last_lawful_day(planned: PlannedStep, proposal: Proposal) -> PlannedStep:
    """Add to the adoption by when the law asks for it. A term in years is never extended.

    Law: Politiewet 2012, art. 39 lid 1; Algemene termijnenwet, art. 4.
    """
    previous = proposal.beleidsplan.previous_adopted_on
    if planned.step.kind is not StepKind.ADOPTION or previous is None:
        return planned
    first, *rest = last_day(previous, TERM_TO_ADOPT_AGAIN, statutory_holidays()).links
    rule = f"de laatste dag die mag: {first.rule}; toen is het vorige plan vastgesteld"
    last_links = (*planned.last_links, Link(first.day, rule, first.article), *rest)
    is_one = planned.first_links == planned.last_links
    first_links = last_links if is_one else planned.first_links
    return replace(planned, first_links=first_links, last_links=last_links)


class _WorkedOut:
    """Works the steps out one by one, each at most once."""

    def __init__(self, proposal: Proposal, eenheid: Eenheid | None) -> None:
        self._proposal = proposal
        self._eenheid = eenheid
        self._done: dict[str, PlannedStep] = {}

    def plan(self, step: Step) -> PlannedStep:
        if step.id not in self._done:
            self._done[step.id] = self._dated(step) if step.when else self._undated(step)
        return self._done[step.id]

    def _dated(self, step: Step) -> PlannedStep:
        if not isinstance(step.when, Window):
            one = self._resolve(step, step.when)
            return PlannedStep(step, one.stretch, one.links, one.links)
        start, end = self._resolve(step, step.when.start), self._resolve(step, step.when.end)
        first, last = start.as_first, end.stretch.last
        _refuse_reversed(step, first, last)
        precision = Precision.APPROXIMATE if last.is_rough else Precision.WINDOW
        is_counted_roughly = first.is_rough and not start.stretch.last.words
        begins = f"{first.words}{ROUGHLY * is_counted_roughly}"
        words = f"van {begins} tot en met {end.stretch.words}"
        return PlannedStep(step, Stretch(first, last, precision, words), start.links, end.links)

    def _undated(self, step: Step) -> PlannedStep:
        """Plan a step without a date: on the limits that were written for it, or without a day."""
        earliest = self._resolve(step, step.not_before) if step.not_before else None
        first_links = earliest.links if earliest else ()
        if step.not_after is None:
            begins = earliest.as_first if earliest else None
            return PlannedStep(step, None, first_links, (), begins)
        limit = self._resolve(step, step.not_after)
        last = limit.stretch.last
        first = earliest.as_first if earliest else replace(last, words="")
        _refuse_reversed(step, first, last)
        stretch = Stretch(first, last, Precision.UNDATED, "")
        return PlannedStep(step, stretch, first_links or limit.links, limit.links)

    def _resolve(self, step: Step, written: Written | None) -> Resolved:
        if written is None:
            raise ProposalError(f"Stap '{step.id}' heeft geen datum. Vul 'wanneer' in.")
        if isinstance(written, Fixed):
            return fixed(written)
        if isinstance(written, AtMeeting):
            before = not written.is_first
            known = self._anchor(step, written.anchor, before=before) if written.anchor else None
            return meeting(step, written, known, self._eenheid)
        known = self._anchor(step, written.anchor, before=written.before)
        return from_step(step, written, known, self._eenheid)

    def _anchor(self, step: Step, identifier: str, *, before: bool) -> Anchor:
        """Return the step that is counted from, with the reasons of the day that counts."""
        anchor = self._proposal.step(identifier)
        if not anchor.when:
            raise ProposalError(
                f"Stap '{step.id}' rekent vanaf '{anchor.id}', maar die heeft geen datum. "
                f"Vul bij '{anchor.id}' in wanneer die is."
            )
        known = self.plan(anchor)
        due = known.stretch.first if before else known.due
        links = known.first_links if before else known.last_links
        return Anchor(anchor.title, known.span, due.is_rough, links, due)


def _refuse_reversed(step: Step, first: Due, last: Due) -> None:
    if last.day < first.day:
        raise ProposalError(
            f"Stap '{step.id}' eindigt op {day_in_words(last.day)}, voordat hij begint op "
            f"{day_in_words(first.day)}. Verbeter een van beide dagen."
        )
