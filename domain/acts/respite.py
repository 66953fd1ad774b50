# SPDX-License-Identifier: EUPL-1.2
"""One council alone gets longer to answer (uitstel), as far as the law and the plan leave room."""

from datetime import date
from typing import Final

from gehoord.calendar.due import Precision, by_in_words
from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.domain.acts.act import Act, RequestReplied, RequestReplyWrong, RespiteTold, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.move import new_in, refuse_unlawful
from gehoord.domain.acts.moving import MOVING
from gehoord.domain.acts.own_day import on_own_day
from gehoord.domain.acts.report import Corrected, RespiteGiven
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.ladder import is_read_on
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.request import PartyRequest, RequestState
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import StepKind
from gehoord.law.awb import CAREFUL_PREPARATION
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def respite_given(report: RespiteGiven, state: State) -> Act:
    """Give one council a later last day to answer, and tell its griffie.

    No statute names a term for the hearing, so none is extended: the day is one that people agree
    on. What follows the hearing stays where it is, and must still come after it.

    Law: Politiewet 2012, art. 38b lid 2 (names no term).
    """
    _refuse_of_adopted(state)
    refuse_without_ground(report.reason, "waarom deze raad uitstel krijgt")
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    action = _owed(state, hearing)
    _refuse_day(state, hearing, action, report.until, report.on)
    longer = hearing.with_respite(report.until, report.reason)
    changes = on_own_day(state, hearing, longer, report.on)
    appearing = _appearing(state, state.after(changes))
    refuse_unlawful(tuple(f for f in appearing if f.severity is Severity.BLOCK), state)
    _refuse_to_outlast(state, report.until)
    refuse_unlawful(appearing, state)
    return Act(
        f"De raad van {hearing.name} mag tot en met {full_day_in_words(report.until)} antwoorden; "
        f"voor de andere raden verandert er niets.{_unread(state, action, report.until)}"
        f"{_warned(appearing)}{_asked_more(state, hearing, report.until)}",
        changes,
        (
            RespiteTold(action.id, by_in_words(action.days), report.reason),
            *(RequestReplied(asked.id) for asked in _granted(state, hearing, report.until)),
        ),
    )


def respite_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a council has longer than the others: the day of all is its last again."""
    refuse_after_adoption(state)
    hearing = state.hearing_of(state.municipality(report.whose).code)
    if hearing.respite_until is None:
        raise RefusedError(f"De raad van {hearing.name} heeft geen uitstel.")
    action = _owed(state, hearing)
    changes = on_own_day(state, hearing, hearing.with_respite(None, ""), report.on)
    act = Act(
        f"Teruggenomen: het uitstel van de raad van {hearing.name}. Zijn laatste dag is weer die "
        "van alle raden.",
        changes,
        (
            RespiteTold(action.id, by_in_words(action.days), report.reason),
            *(RequestReplyWrong(asked.id) for asked in _granted_before(state, hearing)),
        ),
    )
    refuse_passed_day(act, report.on)
    return act


def refuse_passed_day(act: Act, today: date) -> None:
    """Refuse to give one council a last day that has passed; also by taking its respite back.

    Args:
        act: what was decided, on whatever day it is recorded under.
        today: the day on which it is recorded.

    Raises:
        RefusedError: the council would be late at once, though it was told otherwise.

    Law: Algemene wet bestuursrecht, art. 3:2, when it is taken back.
    """
    passed = [a for a in _told_a_day(act) if a.due_on and a.due_on < today]
    if not passed:
        return
    day = day_in_words(passed[0].due_on or today)
    if _is_own_day(act):
        raise RefusedError(f"{day} is al voorbij. Kies een dag vanaf {day_in_words(today)}.")
    raise RefusedError(
        f"Het uitstel kan niet meer worden teruggenomen: de laatste dag van alle raden, {day}, is "
        f"al voorbij, en de raad van {passed[0].owner_name} mag op zijn eigen dag rekenen. Wacht "
        "die af.",
        CAREFUL_PREPARATION,
    )


def _is_own_day(act: Act) -> bool:
    """Whether a council gets a day of its own, or is asked again; else its respite goes back."""
    hearings, _ = act.changes.of(Hearing)
    is_again = any(isinstance(news, RespiteTold) and news.again for news in act.news)
    return is_again or any(hearing.respite_until for hearing in hearings)


def _told_a_day(act: Act) -> list[Action]:
    """Return what one council owes on another day than before, of its own or of all."""
    told = {news.action for news in act.news if isinstance(news, RespiteTold)}
    replaced, _ = act.changes.of(Action)
    return [action for action in replaced if action.id in told]


def _owed(state: State, hearing: Hearing) -> Action:
    """Return what a council still owes; refuse when it was not asked, or owes nothing."""
    if hearing.state is HearingState.PLANNED:
        raise RefusedError(
            f"De raad van {hearing.name} heeft het ontwerp nog niet gekregen. Verplaats de stap, "
            "of geef uitstel als hij gevraagd is.",
            HEAR_COUNCILS,
        )
    step = state.as_opened.hearing
    owed = state.owed(step.id, hearing.municipality) if step else []
    if not owed or hearing.state is not HearingState.INVITED:
        raise RefusedError(
            f"De raad van {hearing.name} hoeft niet meer te antwoorden: {hearing.state}."
        )
    return owed[0]


def _refuse_of_adopted(state: State) -> None:
    """Refuse once the plan is adopted: what a council says then changes nothing in it."""
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; daarna kan "
            "een raad geen uitstel meer krijgen.",
            HEAR_COUNCILS,
        )


def _refuse_to_outlast(state: State, until: date) -> None:
    """Refuse a day after the last one of what rests on the hearing, whatever reason was recorded.

    The last of these goes first: then each of them can move in its turn.
    """
    ended = [p for p in resting_on_hearing(state) if p.due_on < until]
    if not ended:
        return
    planned = max(ended, key=lambda p: p.due_on)
    raise RefusedError(
        f"'{planned.step.title}' rust op het horen en is {planned.due.by_in_words}; langer kan "
        f"een raad geen uitstel krijgen. Verplaats stap '{planned.id}' eerst naar "
        f"{day_in_words(until)} of later (gehoord move).",
        onward=(Onward("Kan dat later?", MOVING, {"stap": planned.id, "naar": f"{until}"}),),
    )


def resting_on_hearing(state: State) -> list[PlannedStep]:
    """Return what is still to be done after the hearing, by way of other steps too."""
    resting = _after_hearing(state.as_opened)
    planned = [p for p in state.plan.steps if p.id in resting and p.step.stands]
    return [p for p in planned if _ends_on_a_day(p) and not state.is_finished(p.id)]


def _after_hearing(proposal: Proposal) -> set[str]:
    """Return the steps that rest on the hearing, by way of others too, and itself."""
    found = {proposal.hearing.id} if proposal.hearing else set()
    for _ in proposal.steps:
        found |= {step.id for step in proposal.steps if found.intersection(step.after)}
    return found


def _ends_on_a_day(planned: PlannedStep) -> bool:
    """Whether a step after the hearing has a last day; a yearly one has many."""
    is_after = planned.step.kind is not StepKind.HEARING
    return is_after and planned.precision not in (Precision.UNDATED, Precision.YEARLY)


def _refuse_day(state: State, hearing: Hearing, action: Action, until: date, on: date) -> None:
    """Refuse a day that is past, or no later than the one that a council has."""
    if until < on:
        raise RefusedError(
            f"{day_in_words(until)} is al voorbij. Kies een dag vanaf {day_in_words(on)}."
        )
    if action.due_on is None:
        raise RefusedError(
            f"Het horen heeft nog geen laatste dag. Verplaats stap '{action.step}' "
            "eerst naar een dag.",
            onward=(Onward("Komt er een dag?", MOVING, {"stap": action.step}),),
        )
    if until <= action.due_on:
        has = f"De raad van {hearing.name} heeft al de tijd: {action.due_in_words}."
        if hearing.respite_until:
            raise RefusedError(f"{has} Minder uitstel? Neem het eerst terug (herstel).")
        raise RefusedError(f"{has} Kies een latere dag.")


def _appearing(state: State, after: State) -> tuple[Finding, ...]:
    """Return what the checks say of the plan with the later day, and did not say before."""
    return new_in(findings(Case.of_plan(after)), findings(Case.of_plan(state)))


def _unread(state: State, action: Action, until: date) -> str:
    """Return in Dutch that a griffie reads no mail on a day; empty when it does."""
    return "" if is_read_on(state, action, until) else _NOBODY_WORKS


_NOBODY_WORKS: Final = (
    " Let op: op die dag wordt daar niet gewerkt, door weekend, feestdag of reces."
)


def _warned(appearing: tuple[Finding, ...]) -> str:
    """Return what the checks warn of since then; empty when they do not."""
    warned = [f.text for f in appearing if f.severity is Severity.WARN]
    return f" Let op: {' '.join(warned)}" if warned else ""


def _asked_more(state: State, hearing: Hearing, until: date) -> str:
    """Return which requests this day does not grant, so that the adviser answers them."""
    more = [
        asked
        for asked in state.requests
        if asked.is_open and asked.is_about(hearing.municipality)
        if asked.until and asked.until > until
    ]
    return "".join(
        f" Verzoek {asked.number} vroeg {asked.what} en staat nog open: antwoord met "
        "'antwoord-op-verzoek'."
        for asked in more
    )


def _granted(state: State, hearing: Hearing, until: date) -> list[PartyRequest]:
    """Return which requests a day grants, of others than the griffie: that has mail of the day."""
    return [
        asked
        for asked in _of_others(state, hearing)
        if asked.is_open and asked.until and asked.until <= until
    ]


def _granted_before(state: State, hearing: Hearing) -> list[PartyRequest]:
    """Return which requests of others than the griffie a day granted, and no words."""
    return [
        asked
        for asked in _of_others(state, hearing)
        if asked.counts and asked.state is RequestState.GRANTED and not asked.answer
    ]


def _of_others(state: State, hearing: Hearing) -> list[PartyRequest]:
    asked = [one for one in state.requests if one.is_about(hearing.municipality)]
    return [one for one in asked if one.recipient != hearing.municipality]
