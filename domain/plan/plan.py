"""The plan: every step of a proposal with its days worked out and the reason of each."""

from dataclasses import dataclass, replace
from datetime import date

from gehoord.calendar import certainty
from gehoord.calendar.derivation import Link
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.span import Span
from gehoord.calendar.term import last_day
from gehoord.calendar.written import AtMeeting, Fixed, Precision, Written
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

    ``precision`` is that of the last day; ``first_is_rough`` says it of the first day apart.
    ``first_links`` run from the first day back to where it comes from, ``last_links`` from the last
    day; they are the same when one reason gave both.
    """

    step: Step
    span: Span
    precision: Precision
    words: str
    first_links: tuple[Link, ...]
    last_links: tuple[Link, ...]
    first_is_rough: bool = False

    @property
    def derivation(self) -> tuple[Link, ...]:
        """Every reason once, those of the first day before those of the last."""
        return tuple(dict.fromkeys((*self.first_links, *self.last_links)))

    @property
    def id(self) -> str:
        """The id of the step."""
        return self.step.id

    @property
    def due_on(self) -> date:
        """The last day on which the step is in time; that day counts."""
        return self.span.end

    @property
    def due_in_words(self) -> str:
        """The last day as a person may promise it: an approximation or a month stays one."""
        return certainty.last_day_in_words(self.precision, self.words, self.due_on)

    @property
    def names_day(self) -> bool:
        """Whether its last day is a day that people wrote, or that was counted from one."""
        return certainty.names_day(self.precision, self.words)


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps, in the order of their last day."""

    proposal: Proposal
    steps: tuple[PlannedStep, ...]

    def __getitem__(self, identifier: str) -> PlannedStep:
        self.proposal.step(identifier)
        return next(s for s in self.steps if s.id == identifier)


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
    layout = _Layout(proposal, eenheid)
    steps = [layout.plan(step) for step in proposal.steps]
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


class _Layout:
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
            rough = one.precision is Precision.APPROXIMATE or one.first_is_rough
            links = one.links
            return PlannedStep(step, one.span, one.precision, one.words, links, links, rough)
        start, end = self._resolve(step, step.when.start), self._resolve(step, step.when.end)
        return PlannedStep(
            step,
            self._span(step, start.span.start, end.span.end),
            end.precision if end.precision is Precision.APPROXIMATE else Precision.WINDOW,
            f"van {_as_first(start)} tot en met {end.words}",
            start.links,
            end.links,
            start.precision is Precision.APPROXIMATE,
        )

    def _undated(self, step: Step) -> PlannedStep:
        """Give a step without a date the latest day that what rests on it still allows."""
        if step.not_after:
            last = self._resolve(step, step.not_after)
            end, last_links = last.span.end, last.links
        else:
            end, why = self._latest(step)
            last_links = (Link(end, f"er is geen dag opgegeven; {why}"),)
        start, first_links = end, last_links
        if step.not_before:
            first = self._resolve(step, step.not_before)
            start, first_links = first.span.start, first.links
        span = self._span(step, start, end)
        return PlannedStep(step, span, Precision.UNDATED, "", first_links, last_links)

    def _latest(self, step: Step) -> tuple[date, str]:
        resting = [
            self.plan(other)
            for other in self._proposal.steps
            if step.id in other.after and other.when
        ]
        if resting:
            first = min(resting, key=lambda s: s.span.start)
            day = max(first.span.start, self._earliest(step))
            return day, f"uiterlijk bij '{first.step.title}', die erop rust"
        adoption = self._proposal.adoption
        if adoption and adoption.when and step.stage is not Stage.ACCOUNT:
            planned = self.plan(adoption)
            return planned.span.end, "uiterlijk bij de vaststelling"
        return self._proposal.beleidsplan.end, "uiterlijk aan het eind van de planperiode"

    def _earliest(self, step: Step) -> date:
        if step.not_before is None:
            return date.min
        return self._resolve(step, step.not_before).span.start

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
        rough = known.first_is_rough if before else known.precision is Precision.APPROXIMATE
        links = known.first_links if before else known.last_links
        return Anchor(anchor.title, known.span, rough, links)

    def _span(self, step: Step, start: date, end: date) -> Span:
        if end < start:
            raise ProposalError(
                f"Stap '{step.id}' eindigt op {day_in_words(end)}, voordat hij begint op "
                f"{day_in_words(start)}. Verbeter een van beide dagen."
            )
        return Span(start, end)


def _as_first(start: Resolved) -> str:
    """Return the words of a first day; of one counted from an approximation they say so."""
    is_plain = start.precision is not Precision.APPROXIMATE or certainty.is_rough_day(start.words)
    return start.words if is_plain else f"{start.words}{certainty.ROUGHLY}"
