"""Which reminder is due today: each rung of the ladder once, and only what is still owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gehoord.calendar.due import Precision
from gehoord.calendar.reading_day import reading_day
from gehoord.calendar.school import SchoolRegion
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, COUNCILS, GRIFFIES
from gehoord.domain.proposal.step import StepKind


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. A moved day gives its message another topic, so it is another one."""

    topic: Topic
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
        if reading_day(on, _school_holidays_of(state, action)) != on:
            continue
        asked_on = _asked_on(state, action)
        reached = [
            (day, rung) for day, rung in _rungs(state, action) if asked_on and asked_on < day <= on
        ]
        if reached:
            _, rung = max(reached)
            to_griffie = _is_of_griffie(state, action)
            recipient = (
                action.owner
                if to_griffie or not action.municipality
                else (f"{state.proposal.step(action.step).owner} {action.municipality}")
            )
            yield Reminder(
                topic=Topic(
                    dossier=action.dossier,
                    kind=MessageKind.REMINDER,
                    recipient=recipient,
                    step=action.step,
                    owner=action.owner,
                    municipality=action.municipality,
                    rung=rung,
                    due_on=action.due_on,
                ),
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
    return unasked or message.due_on != action.due_on


def days_to_look(state: State) -> set[date]:
    """Return every day on which a reminder or a notice of lateness can fall due, as things stand.

    On other days a daily look finds nothing new, unless something was recorded in between.
    """
    return {
        day
        for action in state.open_actions()
        for late in [action.due_on + timedelta(days=1)]
        for day in [late, reading_day(late), *(d for d, _ in _rungs(state, action))]
    }


def _rungs(state: State, action: Action) -> list[tuple[date, str]]:
    """Return the rungs of the ladder of one action, each on a day on which mail is read.

    A yearly duty and what the adviser owes himself have none: he reads the board. Nor has the
    treatment in the council: the reminder of the hearing says it all.
    """
    step = state.proposal.step(action.step)
    if action.precision is Precision.YEARLY or action.owner == ADVISER or step.treats_in_council:
        return []
    ladder = state.proposal.reminders
    before = sorted(ladder.days_before, reverse=True)
    if not _is_of_griffie(state, action):
        before = before[-1:]
    region = _school_holidays_of(state, action)
    rungs = [
        (reading_day(action.due_on - timedelta(days=days), region), f"{days} dagen voor")
        for days in before
    ]
    return [(day, rung) for day, rung in rungs if day <= action.due_on] + [
        (reading_day(action.due_on + timedelta(days=days), region), f"{days} dagen na")
        for days in sorted(ladder.days_after)
    ]


def _school_holidays_of(state: State, action: Action) -> SchoolRegion | None:
    """Return the region whose school holidays are the recess of the council behind an action."""
    found = [m.holiday_region for m in state.municipalities if m.code == action.municipality]
    return found[0] if found else None


def _is_of_griffie(state: State, action: Action) -> bool:
    return state.proposal.step(action.step).owner in (COUNCILS, GRIFFIES)


def _asked_on(state: State, action: Action) -> date | None:
    """Return since when the owner knows what is asked and by when.

    A council knows it since it has the ontwerp; whoever got another day, since that change.
    """
    if action.kind is StepKind.HEARING and action.municipality:
        asked = state.hearing_of(action.municipality).invited_on
        return max(asked, action.changed_on) if asked else None
    return max(min(action.start_on, action.due_on - timedelta(days=14)), action.changed_on)
