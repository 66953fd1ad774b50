"""One council alone gets longer to answer (uitstel), as far as the law and the plan leave room."""

from datetime import date
from typing import Final

from gehoord.calendar.due import by_in_words
from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.domain.acts.act import Act, RespiteTold, decide
from gehoord.domain.acts.hearing import refuse_after_adoption
from gehoord.domain.acts.move import new_in, refuse_unlawful
from gehoord.domain.acts.moving import MOVING
from gehoord.domain.acts.own_day import on_own_day
from gehoord.domain.acts.report import Corrected, RespiteGiven
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.ladder import is_read_on
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.finding import Finding, Severity
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def respite_given(report: RespiteGiven, state: State) -> Act:
    """Give one council a later last day to answer, and tell its griffie.

    No statute names a term for the hearing, so none is extended: the day is one that people agree
    on. What follows the hearing stays where it is, and must still come after it.

    Law: Politiewet 2012, art. 38b lid 2 (names no term).
    """
    refuse_after_adoption(state)
    refuse_without_ground(report.reason, "waarom deze raad uitstel krijgt")
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    action = _owed(state, hearing)
    _refuse_day(state, hearing, action, report.until, report.on)
    longer = hearing.with_respite(report.until, report.reason)
    changes = on_own_day(state, hearing, longer, report.on)
    appearing = _appearing(state, state.after(changes))
    refuse_unlawful(appearing, state)
    return Act(
        f"De raad van {hearing.name} mag tot en met {full_day_in_words(report.until)} antwoorden; "
        f"voor de andere raden verandert er niets.{_unread(state, action, report.until)}"
        f"{_warned(appearing)}",
        changes,
        (RespiteTold(action.id, by_in_words(action.days), report.reason),),
    )


def respite_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a council has longer than the others: the day of all is its last again."""
    refuse_after_adoption(state)
    hearing = state.hearing_of(state.municipality(report.whose).code)
    if hearing.respite_until is None:
        raise RefusedError(f"De raad van {hearing.name} heeft geen uitstel.")
    action = _owed(state, hearing)
    changes = on_own_day(state, hearing, hearing.with_respite(None, ""), report.on)
    return Act(
        f"Teruggenomen: het uitstel van de raad van {hearing.name}. Zijn laatste dag is weer die "
        "van alle raden.",
        changes,
        (RespiteTold(action.id, by_in_words(action.days), report.reason),),
    )


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
