"""Which reminder is due today: each rung of the ladder once, and only what is still owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gehoord.calendar.reading_day import reading_day
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.ladder import (
    Rung,
    is_of_griffie,
    reached,
    rungs,
    school_holidays_of,
)
from gehoord.domain.dossier.message import REMINDER, Message, message_key
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import StepKind


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. ``key`` is that of its message: a moved day makes a new one."""

    key: str
    action: Action
    days_left: int
    to_griffie: bool


def due_reminders(state: State, on: date) -> Iterator[Reminder]:
    """Yield the newest reminder whose day has come for every action still open on ``on``.

    Griffies get the whole ladder of the proposal, others only its last rung before the day and
    those after it. A rung that fell before the question was asked is left out; after an outage
    only the newest of the missed rungs is sent.
    """
    for action in state.open_actions():
        if reading_day(on, school_holidays_of(state, action)) != on:
            continue
        if rung := reached(state, action, on):
            yield _reminder(state, action, rung, on)


def _reminder(state: State, action: Action, rung: Rung, on: date) -> Reminder:
    to_griffie = is_of_griffie(state, action)
    recipient = action.owner
    if action.municipality and not to_griffie:
        recipient = f"{state.as_opened.step(action.step).owner} {action.municipality}"
    return Reminder(
        key=message_key(action.id, f"{REMINDER} {rung.name}, {_day_of(action)}", recipient),
        action=action,
        days_left=(action.due_on - on).days,
        to_griffie=to_griffie,
    )


def is_overtaken(message: Message, action: Action | None, hearing: Hearing | None) -> bool:
    """Whether a reminder that still waits asks what is done, lapsed, moved, or not asked any more.

    Args:
        message: the reminder.
        action: the one it is about, as it stands now.
        hearing: that of the council it goes to, if it goes to one.
    """
    if action is None or action.state is not ActionState.OPEN:
        return True
    is_asked = hearing is not None and hearing.state is HearingState.INVITED
    unasked = action.kind is StepKind.HEARING and not is_asked
    return unasked or not message.occasion.endswith(_day_of(action))


def _day_of(action: Action) -> str:
    """Return how the occasion of a reminder names the day, so that a moved day is another one."""
    return f"dag {action.due_on}"


def days_to_look(state: State) -> set[date]:
    """Return every day on which a reminder or a notice of lateness can fall due, as things stand.

    On other days a daily look finds nothing new, unless something was recorded in between.
    """
    return {
        day
        for action in state.open_actions()
        for late in [action.due_on + timedelta(days=1)]
        for day in [late, reading_day(late), *(rung.day for rung in rungs(state, action))]
    }
