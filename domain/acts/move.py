# SPDX-License-Identifier: EUPL-1.2
"""Another day for a step, and everything that follows from it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gehoord.calendar.due import Precision, Stretch, by_in_words
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, DaysMoved
from gehoord.domain.acts.any_report import FARTHEST
from gehoord.domain.acts.behind import left_behind
from gehoord.domain.acts.moving import FEWEST_WORDS
from gehoord.domain.acts.reasons import how_to_lift
from gehoord.domain.acts.replan import Owed, Shift, replanned, shifts
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.as_it_went import as_it_went
from gehoord.domain.dossier.meeting import same_meeting
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, ProposalError, RefusedError
from gehoord.domain.finding import Finding, Severity, first_block
from gehoord.domain.plan.plan import Plan
from gehoord.domain.proposal.step import Step

Told = tuple[str, list[Owed]]
"""A day in words, with what is owed of which somebody was told that day."""


class Wanted(NamedTuple):
    """What is asked: ``to`` as the last day of a step, and why."""

    step: str
    to: date
    reason: str


class Informed(NamedTuple):
    """Who heard of a day: the municipalities with a message; step and owner of the invitations."""

    municipalities: Collection[str]
    invited: Collection[tuple[str | None, str | None]]

    def among(self, step: str, owed: list[Owed]) -> list[Owed]:
        """Return what is owed of a step, of which somebody was told the day."""
        return [
            one
            for one in owed
            if one.municipality in self.municipalities or (step, one.owner) in self.invited
        ]


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a move does.

    Attributes:
        shifted: for each action that shifts: who and what, and in words the old day and the new
            one: the last day, or the whole stretch when its first day changes too.
        kept: steps that would shift, but stay because they have happened.
        appearing: findings that the move brings.
        vanishing: findings that it takes away.
        told: names of the owners who get a message about it.
        behind: the steps that come to lie before what they rest on, a sentence each.
    """

    shifted: tuple[tuple[str, str, str], ...]
    kept: tuple[str, ...]
    appearing: tuple[Finding, ...]
    vanishing: tuple[Finding, ...]
    told: tuple[str, ...]
    behind: tuple[str, ...] = ()


def refuse_without_reason(reason: str) -> None:
    """Refuse a move of which nobody says why."""
    if len(reason.split()) < FEWEST_WORDS:
        raise GehoordError(
            f"Geef de reden, in ten minste {FEWEST_WORDS} woorden: waarom verandert de dag?"
        )


@dataclass(frozen=True)
class Move:
    """A move that the procedure allows: what it does, and the act that makes it."""

    state: State
    wanted: Wanted
    together: list[str]
    plan: Plan
    shifted: list[Shift]
    told: list[Told]
    consequences: Consequences

    @property
    def act(self) -> Act:
        """What changes, and who is told."""
        old = {owed.id: was for was, those in self.told for owed in those}
        given = dict.fromkeys(self.together, (self.wanted.to, self.wanted.reason))
        return Act(
            "",
            replanned(self.state, self.plan, self.shifted, given),
            (DaysMoved(self.wanted.step, old, self.wanted.reason),),
        )


def moved(state: State, wanted: Wanted, on: date, informed: Informed) -> Move:
    """Give a step another last day and let everything that counts from it follow.

    What has been done stays where it happened.

    Raises:
        RefusedError: the step is done, the day is past, or the plan would become unlawful.
        GehoordError: no reason is given.
    """
    _refuse_outside_plan(state.as_opened.step(wanted.step))
    refuse_without_reason(wanted.reason)
    together = _together(state, wanted.step)
    plan = _replan(state, wanted, together, on)
    shifted = shifts(state, plan, on)
    case = Case.of_plan(state)
    before, after = findings(case), findings(case.on_other_days(as_it_went(state, plan)))
    appearing = tuple(f for f in new_in(after, before) if not _is_past(f, state))
    refuse_unlawful(appearing, state)
    told = [group for shift in shifted for group in _told(shift, informed)]
    consequences = Consequences(
        shifted=tuple(line for shift in shifted for line in _in_lines(shift)),
        kept=_kept(state, wanted, together),
        appearing=appearing,
        vanishing=new_in(before, after),
        told=tuple(sorted({owed.owner_name for _, those in told for owed in those})),
        behind=left_behind(state, state.plan, plan),
    )
    return Move(state, wanted, together, plan, shifted, told, consequences)


def _refuse_outside_plan(step: Step) -> None:
    """Refuse to move what has no day in the plan: it follows what is late, or is asked."""
    if step.is_outside_plan:
        moves = f": hij vervalt vanzelf als u stap '{step.escalates}' verplaatst"
        raise RefusedError(
            f"Stap '{step.id}' staat niet in de planning en kan niet worden verplaatst"
            f"{moves if step.escalates else ''}."
        )


def refuse_unlawful(appearing: tuple[Finding, ...], state: State) -> None:
    """Refuse a move that a statute forbids, or that asks for a reason which nobody recorded."""
    if block := first_block(appearing):
        more = sum(f.severity is Severity.BLOCK for f in appearing) - 1
        rest = f" (en nog {more} andere)" if more else ""
        raise RefusedError(f"{block.text} Verplaats eerst die andere stap{rest}.", block.article)
    for found in appearing:
        if found.severity is Severity.REASON and not reason_for(state, found.code, found.steps):
            step = next(iter(found.steps), "")
            how = how_to_lift(state, found.code, step)
            raise RefusedError(
                f"{found.text} Verplaats eerst die andere stap, of {how}.",
                found.article,
                found.code,
            )


def _told(shift: Shift, informed: Informed) -> Iterator[Told]:
    """Yield what somebody was told another day of than it comes on, with that day in words."""
    becomes = by_in_words(shift.planned.days)
    for days, those in shift.alike:
        if (was := by_in_words(days)) != becomes:
            yield was, informed.among(shift.planned.id, those)


def _in_lines(shift: Shift) -> Iterator[tuple[str, str, str]]:
    """Yield for each action, by its owner's name: who and what, and the old and the new day."""
    said: list[tuple[Owed, tuple[str, str]]] = []
    for days, those in shift.alike:
        words = both_in_words(days, shift.planned.days)
        said += [(owed, words) for owed in those]
    for owed, (was, becomes) in sorted(said):
        yield f"{owed.owner_name}: {owed.title}", was, becomes


def both_in_words(before: Stretch | None, after: Stretch | None) -> tuple[str, str]:
    """Return the old and the new day of an action, such that a reader sees what changes.

    Two that say the same differ in nothing that he must know.
    """
    if before is None or after is None:
        return by_in_words(before), by_in_words(after)
    starts_elsewhere = before.first.day != after.first.day
    is_stretch = before.span.days > 1 or after.span.days > 1
    if before.by_in_words == after.by_in_words or (starts_elsewhere and is_stretch):
        return _whole(before), _whole(after)
    return before.by_in_words, after.by_in_words


def _whole(stretch: Stretch) -> str:
    last = stretch.last.in_words
    if stretch.span.days == 1 or not stretch.start_in_words:
        return last
    return f"van {stretch.start_in_words} tot en met {last}"


def _replan(state: State, wanted: Wanted, together: list[str], on: date) -> Plan:
    step, to = wanted.step, wanted.to
    planned = state.plan[step]
    if state.is_done(step):
        how = "vervallen" if state.has_lapsed(step) else "gedaan"
        raise RefusedError(f"Stap '{step}' is al {how} en blijft staan waar hij was.")
    if planned.precision is Precision.YEARLY:
        raise RefusedError(
            f"Stap '{step}' komt elk jaar terug en heeft geen dag om te verplaatsen."
        )
    if to > FARTHEST:
        raise RefusedError(f"{day_in_words(to)} ligt te ver weg; verbeter het jaar.", field="naar")
    if to < on:
        raise RefusedError(
            f"{day_in_words(to)} is al voorbij. Kies een dag vanaf {day_in_words(on)}."
        )
    if planned.names_day and planned.due_on == to:
        raise RefusedError(f"Stap '{step}' staat al op {day_in_words(to)}.")
    proposal = state.with_what_is_done(state.proposal)
    for held in together:
        proposal = proposal.moved(held, to)
    return state.laid_out(proposal)


def _kept(state: State, wanted: Wanted, together: list[str]) -> tuple[str, ...]:
    """Return the titles of what would shift as well, had it not happened already."""
    finished = [line.step for line in state.lines if state.is_finished(line.step)]
    if not finished:
        return ()
    before = after = state.as_agreed
    for held in together:
        after = after.moved(held, wanted.to)
    try:
        old = state.plan if before is state.proposal else state.laid_out(before)
        new = state.laid_out(after)
    except ProposalError:  # without the days on which things happened the words may not fit
        return ()
    return tuple(
        planned.step.title
        for planned in new.steps
        if planned.id in finished and not planned.stands_on(old[planned.id].days)
    )


def _together(state: State, step: str) -> list[str]:
    """Return the step and what happens in the same meeting, as far as it still has to happen."""
    others = same_meeting(state.plan, step)
    return [step, *(other for other in others if not state.is_finished(other))]


def new_in(found: list[Finding], others: list[Finding]) -> tuple[Finding, ...]:
    """Return what is found about steps of which the others do not say the same."""
    known = {(f.code, f.steps) for f in others}
    return tuple(f for f in found if (f.code, f.steps) not in known)


def _is_past(finding: Finding, state: State) -> bool:
    """Whether a finding is about a step that was done: no move makes or mends what happened."""
    return bool(finding.steps) and state.is_finished(finding.steps[0])
