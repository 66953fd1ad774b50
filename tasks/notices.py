"""Sends the notices of a stage that are ready, each once, and closes their actions."""

from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.notices import ready_notices
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.store.register import Change
from gehoord.store.state import state_of
from gehoord.tasks.letters import notices


def send_notices(change: Change, state: State, stage: Stage, on: date) -> tuple[State, int]:
    """Put the letters of every ready notice in the outbox and close its actions.

    The ontwerp is not among them: `flows.hearing` sends that. A notice may make another one
    ready, so it looks again until nothing is.

    Returns: the state afterwards and how many messages were put in the outbox.
    """
    sent = 0
    while ready := list(ready_notices(state, stage)):
        for planned in ready:
            sent += send_notice(change, state, planned, on)
        state = state_of(change, state.dossier.id)
    return state, sent


def send_notice(change: Change, state: State, planned: PlannedStep, on: date) -> int:
    """Put the letters of one notice in the outbox and close its action."""
    change.replace([(a, a.done(on)) for a in state.open_actions(step=planned.id)])
    return change.send(notices(state, planned, on))
