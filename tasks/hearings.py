"""Asks the councils: each gets the ontwerp with its letter once, and its hearing is open."""

from datetime import date

from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.step import Letter
from gehoord.store.register import Change
from gehoord.store.state import state_of
from gehoord.tasks.letters import notices
from gehoord.tasks.replanned import keep_on_plan


def ask_councils(
    change: Change, state: State, ontwerp: DraftVersion, on: date
) -> tuple[State, int]:
    """Ask every council that was not asked about this ontwerp yet, and send it the ontwerp.

    Returns: the state afterwards and how many councils were asked.

    Raises:
        RefusedError: the last day to answer lies behind; the step must be moved first.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    asked = {h.municipality for h in state.hearings if h.is_owed and h.version != ontwerp.id}
    step = state.proposal.hearing
    owed = [a for a in state.actions if step and a.step == step.id and a.municipality in asked]
    change.replace([(a, a.reopened(on)) for a in owed if a.state is ActionState.DONE])
    state = keep_on_plan(change, state.dossier.id, on)
    due = {a.municipality: a.due for a in state.open_actions() if step and a.step == step.id}
    change.replace(
        [
            (h, h.ask(ontwerp.id, on, due[h.municipality]))
            for h in state.hearings
            if h.municipality in asked
        ]
    )
    for planned in state.plan.steps:
        if planned.step.letter is Letter.ONTWERP and planned.step.stands:
            change.replace([(a, a.done(on)) for a in state.open_actions(step=planned.id)])
            _send(change, state, planned, asked, on)
    return state_of(change, state.dossier.id), len(asked)


def _send(
    change: Change,
    state: State,
    planned: PlannedStep,
    asked: set[str],
    on: date,
) -> None:
    """Send the ontwerp to those who are asked now; a council that is asked anew gets it again."""
    letters = change.all(Message, state.dossier.id, step=planned.id, letter=Letter.ONTWERP)
    sent = [m.recipient for m in letters if not m.edition]
    rounds = {recipient: sent.count(recipient) + 1 for recipient in asked}
    change.send(notices(state, planned, on, rounds))
