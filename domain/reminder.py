"""Which reminder is due today: each rung of the ladder once, and only what is still owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gehoord.calendar.written import Precision
from gehoord.domain.action import Action
from gehoord.domain.eenheid import COUNCILS, GRIFFIES
from gehoord.domain.facts import Facts
from gehoord.domain.message import message_key
from gehoord.domain.step import StepKind


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. ``key`` is that of its message: a moved day makes a new one."""

    key: str
    action: Action
    days_left: int
    to_griffie: bool


def due_reminders(facts: Facts, on: date) -> Iterator[Reminder]:
    """Yield the newest reminder whose day has come for every action still open on ``on``.

    Griffies get the whole ladder of the proposal, others only its last rung before the day.
    A rung that fell before the question was asked is left out; after an outage only the newest
    of the missed rungs is sent.
    """
    for action in facts.open_actions():
        if action.precision is Precision.YEARLY or action.owner == "adviseur":
            continue
        asked_on = _asked_on(facts, action)
        if asked_on is None:
            continue
        to_griffie = _owner_of_step(facts, action) in (COUNCILS, GRIFFIES)
        if rung := _newest_rung(facts, action, asked_on, on, whole=to_griffie):
            occasion = f"herinnering {rung}, dag {action.due_on}"
            recipient = action.municipality or action.owner
            yield Reminder(
                key=message_key(action.id, occasion, recipient),
                action=action,
                days_left=(action.due_on - on).days,
                to_griffie=to_griffie,
            )


def _newest_rung(
    facts: Facts, action: Action, asked_on: date, on: date, *, whole: bool
) -> str | None:
    ladder = facts.proposal.reminders
    before = ladder.days_before if whole else ladder.days_before[-1:]
    rungs = [(action.due_on - timedelta(days=d), f"{d} dagen voor") for d in before]
    rungs += [(action.due_on + timedelta(days=d), f"{d} dagen na") for d in ladder.days_after]
    reached = [(day, name) for day, name in rungs if asked_on < day <= on]
    return max(reached)[1] if reached else None


def _asked_on(facts: Facts, action: Action) -> date | None:
    """Return since when the owner knows what is asked; a council: since it has the ontwerp."""
    if action.kind is StepKind.HEARING and action.municipality:
        return facts.hearing_of(action.municipality).invited_on
    return min(action.start_on, action.due_on - timedelta(days=14))


def _owner_of_step(facts: Facts, action: Action) -> str:
    return facts.proposal.step(action.step).owner
