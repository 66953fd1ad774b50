"""Asks the councils: each gets the ontwerp with its letter once, and its hearing is open."""

from datetime import date

from gehoord.domain.facts import Facts
from gehoord.domain.hearing import Hearing, HearingState
from gehoord.domain.sending import ready_notices
from gehoord.domain.stage import Stage
from gehoord.domain.step import Letter
from gehoord.domain.version import DraftVersion
from gehoord.store.facts import facts_of
from gehoord.store.register import Change
from gehoord.tasks.letters import notices
from gehoord.tasks.notices import send_notice


def ask_councils(
    change: Change, facts: Facts, ontwerp: DraftVersion, on: date
) -> tuple[Facts, int]:
    """Invite every council that was not asked about this ontwerp yet, and send it the letter.

    Returns: the facts afterwards and how many councils were asked.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    respond_by = {a.municipality: a.due_on for a in facts.open_actions(step=_hearing_step(facts))}
    asked: list[tuple[Hearing, Hearing]] = []
    for hearing in facts.hearings:
        if hearing.state is HearingState.PLANNED:
            last_day = respond_by[hearing.municipality]
            asked.append((hearing, hearing.invite(ontwerp.id, on, last_day)))
        elif hearing.version != ontwerp.id:
            asked.append((hearing, hearing.ask_again(ontwerp.id, on)))
    change.replace(asked)
    for planned in ready_notices(facts, Stage.HEARING):
        if planned.step.letter is Letter.ONTWERP:
            send_notice(change, facts, planned, on)
    if again := [after for before, after in asked if before.state is not HearingState.PLANNED]:
        _send_again(change, facts, ontwerp, {h.municipality for h in again}, on)
    return facts_of(change, facts.dossier.id), len(asked)


def _send_again(
    change: Change, facts: Facts, ontwerp: DraftVersion, codes: set[str], on: date
) -> None:
    """Send a newer ontwerp to the councils that had an older one."""
    for planned in facts.plan.steps:
        if planned.step.letter is Letter.ONTWERP:
            change.send(
                m.model_copy(update={"id": f"{m.id}, versie {ontwerp.number}"})
                for m in notices(facts, planned, on)
                if m.recipient in codes
            )


def _hearing_step(facts: Facts) -> str:
    hearing = facts.proposal.hearing
    return hearing.id if hearing else ""
