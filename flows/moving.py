"""Verplaatsen: another day for a step, and everything that follows from it, in one transaction."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.written import Precision
from gehoord.domain.action import Action
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier import PlanLine
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.finding import Finding, Severity, first_block
from gehoord.domain.hearing import HearingState
from gehoord.domain.meeting import same_meeting
from gehoord.domain.message import Message
from gehoord.domain.plan import Plan, lay_out
from gehoord.domain.progress import Outcome
from gehoord.flows.clock import today
from gehoord.flows.running import run
from gehoord.store.facts import facts_of
from gehoord.store.register import Change, Register
from gehoord.tasks.invitations import invited_to, tell_invited
from gehoord.tasks.letters import notices_of_move

MOVED: Final = "Verplaatst"
"""The name of the outcome of a move."""


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
    """

    shifted: tuple[tuple[str, str, str], ...]
    kept: tuple[str, ...]
    appearing: tuple[Finding, ...]
    vanishing: tuple[Finding, ...]
    told: tuple[str, ...]


def move(
    register: Register,
    dossier: str,
    step: str,
    to: date,
    reason: str,
    on: date,
    *,
    dry_run: bool = False,
) -> Consequences:
    """Give a step another last day and let everything that counts from it follow.

    What has been done stays where it happened. With ``dry_run`` nothing is changed.

    Raises:
        RefusedError: the step is done, the day is past, or the plan would become unlawful.
        GehoordError: no reason is given.
    """
    if len(reason.split()) < 2:
        raise GehoordError("Geef in een paar woorden de reden: waarom verandert de dag?")
    with register.changing(
        dossier, on, "adviseur", "verplaatst", f"{step} naar {day_in_words(to)}: {reason}"
    ) as change:
        facts = facts_of(change, dossier)
        plan = _replan(facts, step, to, on)
        pairs = _shifts(facts, plan, on)
        before, after = _findings(facts, facts.plan), _findings(facts, plan)
        appearing = tuple(f for f in _new_in(after, before) if not _is_past(f, facts))
        if block := first_block(appearing):
            more = sum(f.severity is Severity.BLOCK for f in appearing) - 1
            rest = f" (en nog {more} andere)" if more else ""
            raise RefusedError(
                f"{block.text} Verplaats eerst die andere stap{rest}.", block.article
            )
        messages = change.all(Message, dossier)
        informed, invited = {m.recipient for m in messages}, invited_to(messages)
        told = [
            (a, b)
            for a, b in pairs
            if (a.municipality in informed or a.id in invited) and a.due_in_words != b.due_in_words
        ]
        if not dry_run:
            _apply(change, facts, plan, step, to, reason, pairs)
            old = {before.id: before.due_in_words for before, _ in told}
            moved = facts_of(change, dossier)
            change.send(notices_of_move(moved, step, old, reason, on))
            tell_invited(change, moved, on)
        return Consequences(
            shifted=tuple((f"{a.owner_name}: {a.title}", *_in_words(a, b)) for a, b in pairs),
            kept=tuple(
                line.title
                for line in facts.lines
                if facts.is_done(line.step) and plan[line.step].span != facts.plan[line.step].span
            ),
            appearing=appearing,
            vanishing=_new_in(before, after),
            told=tuple(sorted({a.owner_name for a, _ in told})),
        )


def _in_words(before: Action, after: Action) -> tuple[str, str]:
    """Return the old and the new day of an action, such that a reader sees what changes."""
    starts_elsewhere = before.start_on != after.start_on
    is_stretch = before.start_on < before.due_on or after.start_on < after.due_on
    if before.due_in_words == after.due_in_words or (starts_elsewhere and is_stretch):
        return _stretch(before), _stretch(after)
    return before.due_in_words, after.due_in_words


def _stretch(action: Action) -> str:
    roughly = " (bij benadering)" if action.precision is Precision.APPROXIMATE else ""
    last = day_in_words(action.due_on)
    if action.start_on == action.due_on:
        return f"{last}{roughly}"
    return f"van {day_in_words(action.start_on)} tot en met {last}{roughly}"


def _replan(facts: Facts, step: str, to: date, on: date) -> Plan:
    planned = facts.plan[step]
    if facts.is_done(step):
        raise RefusedError(f"Stap '{step}' is al gedaan of vervallen en blijft waar hij was.")
    if planned.precision is Precision.YEARLY:
        raise RefusedError(
            f"Stap '{step}' komt elk jaar terug en heeft geen dag om te verplaatsen."
        )
    if to < on:
        raise RefusedError(
            f"{day_in_words(to)} is al voorbij. Kies een dag vanaf {day_in_words(on)}."
        )
    if planned.span.end == to:
        raise RefusedError(f"Stap '{step}' staat al op {day_in_words(to)}.")
    proposal = facts.with_what_is_done(facts.proposal)
    for held in _together(facts, step):
        proposal = proposal.moved(held, to)
    return lay_out(proposal, facts.eenheid)


def _together(facts: Facts, step: str) -> list[str]:
    """Return the step and what happens in the same meeting, as far as it still has to happen."""
    others = same_meeting(facts.plan, step)
    return [step, *(other for other in others if not facts.is_finished(other))]


def _new_in(found: list[Finding], others: list[Finding]) -> tuple[Finding, ...]:
    """Return what is found about steps of which the others do not say the same."""
    known = {(f.code, f.steps) for f in others}
    return tuple(f for f in found if (f.code, f.steps) not in known)


def _is_past(finding: Finding, facts: Facts) -> bool:
    """Whether a finding is about a step that was done: no move makes or mends what happened."""
    return bool(finding.steps) and facts.is_finished(finding.steps[0])


def _findings(facts: Facts, plan: Plan) -> list[Finding]:
    return findings(Case(plan.proposal, facts.eenheid, plan))


def _shifts(facts: Facts, plan: Plan, on: date) -> list[tuple[Action, Action]]:
    """Return each action that shifts, before and after, in the order of the new days."""
    pairs = [
        (action, action.planned_anew(plan[action.step], on))
        for action in facts.open_actions()
        if plan[action.step].span != facts.plan[action.step].span
    ]
    return sorted(pairs, key=lambda pair: (pair[1].due_on, pair[1].step, pair[1].owner_name))


def _apply(
    change: Change,
    facts: Facts,
    plan: Plan,
    step: str,
    to: date,
    reason: str,
    pairs: list[tuple[Action, Action]],
) -> None:
    together = _together(facts, step)
    change.replace(pairs)
    shifted = {after.step for _, after in pairs}
    change.replace(
        [
            (
                line,
                _line(
                    line,
                    plan,
                    {"moved_to": to, "moved_because": reason} if line.step in together else {},
                ),
            )
            for line in facts.lines
            if line.step in shifted
        ]
    )
    respond_by = {a.municipality: a.due_on for _, a in pairs if a.step == _hearing_step(facts)}
    change.replace(
        [
            (hearing, hearing.model_copy(update={"respond_by": respond_by[hearing.municipality]}))
            for hearing in facts.hearings
            if hearing.state is HearingState.INVITED and hearing.municipality in respond_by
        ]
    )


def _line(line: PlanLine, plan: Plan, moved: dict[str, object]) -> PlanLine:
    planned = plan[line.step]
    return line.model_copy(
        update={
            "start_on": planned.span.start,
            "end_on": planned.span.end,
            "precision": planned.precision,
            "words": planned.words,
            **moved,
        }
    )


def _hearing_step(facts: Facts) -> str | None:
    return facts.proposal.hearing.id if facts.proposal.hearing else None


@flow(name="Verplaatsen", flow_run_name="{dossier}: {stap} naar {naar}")
async def move_step(dossier: str, stap: str, naar: date, reden: str) -> State[None]:
    """Geef een stap een andere dag. Wat daarvan afhangt, schuift mee.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        stap: De naam van de stap, zoals vaststelling.
        naar: De nieuwe laatste dag.
        reden: Waarom de dag verandert; dit staat in het journaal.
    """

    def work(register: Register, name: str, on: date) -> Outcome:
        done = move(register, name, stap, naar, reden, on)
        shifted = counted(len(done.shifted), "actie schuift", "acties schuiven")
        return Outcome(MOVED, f"{shifted} mee.")

    return await run(work, dossier, today())
