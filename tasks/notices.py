"""Sends the notices of a stage that are ready, each once, and closes their actions."""

from datetime import date

from gehoord.domain.facts import Facts
from gehoord.domain.plan import PlannedStep
from gehoord.domain.sending import ready_notices
from gehoord.domain.stage import Stage
from gehoord.store.facts import facts_of
from gehoord.store.register import Change
from gehoord.tasks.letters import notices


def send_notices(change: Change, facts: Facts, stage: Stage, on: date) -> tuple[Facts, int]:
    """Put the letters of every ready notice in the outbox and close its actions.

    The ontwerp is not among them: `flows.hearing` sends that. A notice may make another one
    ready, so it looks again until nothing is.

    Returns: the facts afterwards and how many messages were put in the outbox.
    """
    sent = 0
    while ready := list(ready_notices(facts, stage)):
        for planned in ready:
            sent += send_notice(change, facts, planned, on)
        facts = facts_of(change, facts.dossier.id)
    return facts, sent


def send_notice(change: Change, facts: Facts, planned: PlannedStep, on: date) -> int:
    """Put the letters of one notice in the outbox and close its action."""
    change.replace([(a, a.done(on)) for a in facts.open_actions(step=planned.id)])
    return change.send(notices(facts, planned, on))
