"""The plan: every step of a proposal with its days worked out and the reason of each."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from gehoord.calendar.derivation import Link
from gehoord.calendar.due import ROUGHLY, Due, Precision, Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.span import Span
from gehoord.calendar.term import last_day
from gehoord.calendar.written import AtMeeting, Fixed, Written
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import ProposalError
from gehoord.domain.plan.resolving import Anchor, Resolved, fixed, from_step, meeting
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Step, StepKind, Window
from gehoord.law.politiewet import TERM_TO_ADOPT_AGAIN


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its first and last day, both included, and why they are these.

    ``first_links`` run from the first day back to where it comes from, ``last_links`` from the last
    day; they are the same when one reason gave both.
    """

    step: Step
    stretch: Stretch
    first_links: tuple[Link, ...]
    last_links: tuple[Link, ...]

    @property
    def derivation(self) -> tuple[Link, ...]:
        """Every reason once, those of the first day before those of the last."""
        return tuple(dict.fromkeys((*self.first_links, *self.last_links)))

    @property
    def id(self) -> str:
        """The id of the step."""
        return self.step.id

    @property
    def span(self) -> Span:
        """The days, both ends included."""
        return self.stretch.span

    @property
    def precision(self) -> Precision:
        """How sure the whole is, as it was written."""
        return self.stretch.precision

    @property
    def words(self) -> str:
        """The whole as it was written."""
        return self.stretch.words

    @property
    def start(self) -> Due | None:
        """From when it can be done; nothing when its words name no beginning of their own."""
        return self.stretch.start

    @property
    def due(self) -> Due:
        """The last day, with its own precision and words."""
        return self.stretch.last

    @property
    def due_on(self) -> date:
        """The last day on which the step is in time; that day counts."""
        return self.due.day

    @property
    def due_in_words(self) -> str:
        """The last day as a person may promise it: an approximation or a month stays one."""
        return self.stretch.last_in_words

    @property
    def start_in_words(self) -> str:
        """From when it can be done, in words; nothing when its words name no such day."""
        return self.stretch.start_in_words

    @property
    def names_day(self) -> bool:
        """Whether its last day is a day that people wrote, or that was counted from one."""
        return self.stretch.names_day

    def stands_on(self, stretch: Stretch) -> bool:
        """Whether these are its days, and as sure as it says."""
        return stretch.span == self.span and stretch.names_day == self.names_day

    @property
    def first_is_rough(self) -> bool:
        """Whether its first day is an approximation."""
        return self.stretch.first.is_rough


@dataclass(frozen=True)
class Plan:
    """All steps, in the order of their last day."""

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
    place = {step.id: number for number, step in enumerate(proposal.steps)}
    return Plan(proposal, tuple(sorted(steps, key=lambda s: (s.span.end, place[s.id]))))


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
        """Give a step without a date the latest day that what rests on it still allows."""
        if step.not_after:
            limit = self._resolve(step, step.not_after)
            last, last_links = limit.stretch.last, limit.links
        else:
            last, why = self._latest(step)
            last_links = (Link(last.day, f"er is geen dag opgegeven; {why}"),)
        first, first_links = replace(last, words=""), last_links
        if step.not_before:
            earliest = self._resolve(step, step.not_before)
            first, first_links = earliest.as_first, earliest.links
        _refuse_reversed(step, first, last)
        stretch = Stretch(first, last, Precision.UNDATED, "")
        return PlannedStep(step, stretch, first_links, last_links)

    def _latest(self, step: Step) -> tuple[Due, str]:
        """Return the latest day, as sure as what it follows from, and why it is that."""
        resting = [
            self.plan(other)
            for other in self._proposal.steps
            if step.id in other.after and other.when
        ]
        if resting:
            next_up = min(resting, key=lambda s: s.span.start)
            latest = max(_counted(next_up.stretch.first), self._earliest(step), key=_day)
            return latest, f"uiterlijk bij '{next_up.step.title}', die erop rust"
        adoption = self._proposal.adoption
        if adoption and adoption.when and step.stage is not Stage.ACCOUNT:
            return _counted(self.plan(adoption).due), "uiterlijk bij de vaststelling"
        end = Due(self._proposal.beleidsplan.end, Precision.RELATIVE)
        return end, "uiterlijk aan het eind van de planperiode"

    def _earliest(self, step: Step) -> Due:
        if step.not_before is None:
            return Due(date.min, Precision.RELATIVE)
        return _counted(self._resolve(step, step.not_before).stretch.first)

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
        rough = known.first_is_rough if before else known.due.is_rough
        links = known.first_links if before else known.last_links
        return Anchor(anchor.title, known.span, rough, links)


def _counted(due: Due) -> Due:
    """Return a day that follows from another: as rough as that one, but never a month."""
    return Due(due.day, Precision.APPROXIMATE if due.is_rough else Precision.RELATIVE)


def _day(due: Due) -> date:
    return due.day


def _refuse_reversed(step: Step, first: Due, last: Due) -> None:
    if last.day < first.day:
        raise ProposalError(
            f"Stap '{step.id}' eindigt op {day_in_words(last.day)}, voordat hij begint op "
            f"{day_in_words(first.day)}. Verbeter een van beide dagen."
        )
