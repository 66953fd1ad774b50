"""Which reminder is due today: each rung of the ladder once, and only what is still owed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.ladder import Rung, asked_on, is_of_griffie, is_read_on, reached
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import recipient_of


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. A moved day gives its message another topic, so it is another one."""

    topic: Topic
    action: Action
    days_left: int
    to_griffie: bool


def due_reminders(
    state: State, on: date, actions: Iterable[Action] | None = None
) -> Iterator[Reminder]:
    """Yield the newest reminder whose day has come for every action still open on ``on``.

    Of all actions, or of those that are given.

    A rung that fell before the question was asked is left out; after an outage
    only the newest of the missed rungs is sent.
    """
    for action in state.open_actions() if actions is None else actions:
        if action.due_on is None or not is_read_on(state, action, on):
            continue
        if rung := reached(state, action, on):
            yield _reminder(state, action, rung, (action.due_on - on).days)


def _reminder(state: State, action: Action, rung: Rung, days_left: int) -> Reminder:
    recipient = action.owner
    if action.municipality:
        recipient = recipient_of(state.as_opened.step(action.step).owner, action.municipality)
    topic = Topic(
        dossier=action.dossier,
        kind=MessageKind.REMINDER,
        recipient=recipient,
        step=action.step,
        owner=action.owner,
        municipality=action.municipality,
        rung=rung.name,
        due_on=action.due_on,
    )
    return Reminder(topic, action, days_left, is_of_griffie(state, action))


def is_overtaken(state: State, message: Message) -> bool:
    """Whether a reminder that still waits asks what is done, lapsed, moved, or not asked any more.

    A newer ontwerp is such a thing: an answer to the older one is asked of nobody.
    """
    found = state.actions.where(step=message.step, owner=message.owner)
    return not any(
        action.is_open and action.due_on == message.due_on and asked_on(state, action)
        for action in found
    )
