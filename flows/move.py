"""Verplaatsen: another day for a step, and everything that follows from it, in one transaction."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from prefect import flow
from prefect.client.schemas.objects import State as RunState

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.as_it_went import as_it_went
from gehoord.domain.dossier.meeting import same_meeting
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, ProposalError, RefusedError
from gehoord.domain.finding import Finding, Severity, first_block
from gehoord.domain.outgoing.progress import Outcome
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.flows import clock
from gehoord.flows.running import run
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.invitations import last_invitations, tell_invited
from gehoord.tasks.letters import notices_of_move
from gehoord.tasks.replanned import replan, shifts

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
        state = state_of(change, dossier)
        plan = _replan(state, step, to, on)
        pairs = shifts(state, plan, on)
        before, after = _findings(state, state.plan), _findings(state, plan)
        appearing = tuple(f for f in _new_in(after, before) if not _is_past(f, state))
        if block := first_block(appearing):
            more = sum(f.severity is Severity.BLOCK for f in appearing) - 1
            rest = f" (en nog {more} andere)" if more else ""
            raise RefusedError(
                f"{block.text} Verplaats eerst die andere stap{rest}.", block.article
            )
        messages = change.all(Message, dossier)
        informed, invited = {m.recipient for m in messages}, last_invitations(messages)
        told = [
            (a, b)
            for a, b in pairs
            if (a.municipality in informed or (a.step, a.owner) in invited)
            and a.due_in_words != b.due_in_words
        ]
        if not dry_run:
            given = dict.fromkeys(_together(state, step), (to, reason))
            replan(change, state, plan, pairs, given)
            old = {before.id: before.due_in_words for before, _ in told}
            change.send(notices_of_move(state_of(change, dossier), step, old, reason, on))
            tell_invited(change, dossier, on)
        return Consequences(
            shifted=tuple((f"{a.owner_name}: {a.title}", *_in_words(a, b)) for a, b in pairs),
            kept=_kept(state, step, to),
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
    last = action.due.in_words
    if action.start_on == action.due_on or not action.start_in_words:
        return last
    return f"van {action.start_in_words} tot en met {last}"


def _replan(state: State, step: str, to: date, on: date) -> Plan:
    planned = state.plan[step]
    if state.is_done(step):
        how = "vervallen" if state.has_lapsed(step) else "gedaan"
        raise RefusedError(f"Stap '{step}' is al {how} en blijft staan waar hij was.")
    if planned.precision is Precision.YEARLY:
        raise RefusedError(
            f"Stap '{step}' komt elk jaar terug en heeft geen dag om te verplaatsen."
        )
    if to < on:
        raise RefusedError(
            f"{day_in_words(to)} is al voorbij. Kies een dag vanaf {day_in_words(on)}."
        )
    if planned.span.end == to and planned.names_day:
        raise RefusedError(f"Stap '{step}' staat al op {day_in_words(to)}.")
    proposal = state.with_what_is_done(state.proposal)
    for held in _together(state, step):
        proposal = proposal.moved(held, to)
    return lay_out(proposal, state.eenheid)


def _kept(state: State, step: str, to: date) -> tuple[str, ...]:
    """Return the titles of what would shift as well, had it not happened already."""
    before = after = state.as_agreed
    for held in _together(state, step):
        after = after.moved(held, to)
    try:
        old, new = lay_out(before, state.eenheid), lay_out(after, state.eenheid)
    except ProposalError:  # without the days on which things happened the words may not fit
        return ()
    return tuple(
        planned.step.title
        for planned in new.steps
        if state.is_finished(planned.id) and planned.span != old[planned.id].span
    )


def _together(state: State, step: str) -> list[str]:
    """Return the step and what happens in the same meeting, as far as it still has to happen."""
    others = same_meeting(state.plan, step)
    return [step, *(other for other in others if not state.is_finished(other))]


def _new_in(found: list[Finding], others: list[Finding]) -> tuple[Finding, ...]:
    """Return what is found about steps of which the others do not say the same."""
    known = {(f.code, f.steps) for f in others}
    return tuple(f for f in found if (f.code, f.steps) not in known)


def _is_past(finding: Finding, state: State) -> bool:
    """Whether a finding is about a step that was done: no move makes or mends what happened."""
    return bool(finding.steps) and state.is_finished(finding.steps[0])


def _findings(state: State, plan: Plan) -> list[Finding]:
    """Judge a plan, with what has happened on the day on which it did."""
    return findings(Case(plan.proposal, state.eenheid, as_it_went(state, plan)))


@flow(name="Verplaatsen", flow_run_name="{dossier}: {stap} naar {naar}")
async def move_step(dossier: str, stap: str, naar: date, reden: str) -> RunState[None]:
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

    return await run(work, dossier, clock.today())
