# SPDX-License-Identifier: EUPL-1.2
"""What was recorded of a council is taken back: it counts as asked, no longer as heard."""

from datetime import date
from typing import Final

from gehoord.domain.acts.act import Act
from gehoord.domain.acts.correction_of_steps import (
    closed,
    owners_of,
    refuse_after_adoption,
    refuse_to_guess,
    reopened_in_words,
)
from gehoord.domain.acts.report import Corrected
from gehoord.domain.acts.treatment import settled, untreated
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step


def answers_taken_back(report: Corrected, state: State, step: Step) -> Act:
    """Take back what councils answered, and what they added to that; no earlier answer."""
    refuse_after_adoption(state)
    actions = closed(state, step, report.owner, ActionState.DONE)
    if not actions:
        raise RefusedError(f"Bij stap '{step.id}' is niets gedaan dat kan worden teruggenomen.")
    refuse_to_guess(report, owners_of(actions))
    codes = {a.municipality for a in actions}
    hearings = [h for h in state.hearings if h.municipality in codes]
    said = [z for h in hearings for z in _said_in(state, h)]
    changes = Changes.replacing((a, a.reopened(report.on)) for a in actions)
    changes += untreated(state, hearings, report.on)
    changes += Changes.replacing((h, h.take_back(report.on)) for h in hearings)
    changes += Changes.replacing((z, z.withdraw(report.reason, report.on)) for z in said)
    return Act(reopened_in_words(report, step, actions), changes)


def _said_in(state: State, hearing: Hearing) -> list[Zienswijze]:
    """Return the answer of a council and what it added to that."""
    said = state.zienswijzen.where(municipality=hearing.municipality, version=hearing.version)
    return [z for z in said if z.counts and z.received_on >= (hearing.heard_on or date.max)]


def supplement_taken_back(report: Corrected, state: State) -> Act:
    """Take back the last thing that a council added to its answer.

    One that turned a silence into an answer makes it a silence again, on the day of then.
    """
    council = state.municipality(report.whose)
    hearing = state.hearing_of(council.code)
    added = _added(state, hearing)
    if not added:
        raise RefusedError(f"De raad van {council.name} vulde zijn antwoord niet aan.")
    last = max(added, key=lambda z: (z.received_on, len(z.id), z.id))
    if not last.is_after_adoption:
        refuse_after_adoption(state)
    changes = Changes.replacing([(last, last.withdraw(report.reason, report.on))])
    if hearing.reason and [last] == [z for z in added if not z.is_after_adoption]:
        again = hearing.silent_again(_silent_on(state, hearing), report.on)
        changes += settled(state, hearing, again, report.on)
    return Act(f"Teruggenomen: de aanvulling van de raad van {council.name}.", changes)


def _added(state: State, hearing: Hearing) -> list[Zienswijze]:
    """Return what a council added to its answer; after a silence its answer is among it."""
    asked = {"municipality": hearing.municipality, "version": hearing.version}
    said = standing(state.zienswijzen.where(**asked))
    answers = [z for z in said if z.arrival in _OF_ANSWERS and z.received_on == hearing.heard_on]
    first = answers[:1] if hearing.answer and not hearing.reason else []
    return [z for z in said if z not in first and z.arrival != Arrival.FIRST]


_OF_ANSWERS: Final = (Arrival.FIRST, Arrival.LATE)


def _silent_on(state: State, hearing: Hearing) -> date | None:
    """Return the day on which the silence of a council was judged: its action was done then."""
    step = state.as_opened.hearing
    asked = {"step": step.id if step else "", "owner": hearing.municipality}
    return next((a.done_on for a in state.actions.where(**asked)), None)
