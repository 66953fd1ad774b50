# SPDX-License-Identifier: EUPL-1.2
"""What became of the mail about each action."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import NamedTuple

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.message import MessageKind
from gehoord.domain.dossier.queued import QueuedMessage
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.reminded import reminded_in
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.happened import (
    Happened,
    LettersReady,
    MailLeft,
    MailMissed,
    MailRedirected,
)
from gehoord.domain.proposal.step import Letter


class Noted(NamedTuple):
    """An entry of the journal in which a message was put in the outbox, or readdressed."""

    at: datetime
    on: date
    address: str


def post_told(
    state: State, entries: Iterable[Recorded], messages: Sequence[Fate]
) -> defaultdict[str, list[Happened]]:
    """Return what became of the mail about each action, by its id; it need not be in order.

    Of a notice to many it tells how many letters were made, and which do not arrive; of mail about
    one action also that it left. What still waits, or was withdrawn, is not told: it did nothing.
    """
    told: defaultdict[str, list[Happened]] = defaultdict(list)
    noted = _noted(entries)
    for message in messages:
        notes = noted.get(message.id, [])
        own = list(_about(state, message))
        for key, mail in own:
            told[key] += _left(mail, notes)
        for key, mail in (*own, *_of_notice(state, message)):
            told[key] += _missing(mail, notes)
    for (step, at), (on, number) in _letters(messages, noted).items():
        for action in state.actions.where(step=step):
            told[action.id].append(Happened(at, on, LettersReady(number)))
    return told


def _noted(entries: Iterable[Recorded]) -> dict[str, list[Noted]]:
    """Return where the journal has each message, by its id."""
    found: defaultdict[str, list[Noted]] = defaultdict(list)
    for entry in entries:
        for item in entry.of(QueuedMessage):
            found[item.id].append(Noted(entry.at, entry.on, item.address))
    return found


def _about(state: State, message: Fate) -> Iterator[tuple[str, Fate]]:
    """Yield the id of each action that a message is about, and the message as it is about that.

    A reminder may be about several, each on a rung and by a day of its own.
    """
    if message.is_reminder:
        for rung, due_on, action in reminded_in(message):
            yield action, message.model_copy(update={"rung": rung, "due_on": due_on})
    else:
        for one in _of_columns(state, message):
            yield one.id, message


def _of_columns(state: State, message: Fate) -> list[Action]:
    """Return the action that a message is about, as its own columns say; none of most letters."""
    if message.owner:
        found = state.actions.where(step=message.step, owner=message.owner)
        return found if len(found) == 1 else [a for a in found if a.due_on == message.due_on]
    hearing = state.as_opened.hearing
    if hearing and message.letter is Letter.ONTWERP and message.to_griffie:
        return state.actions.where(step=hearing.id, municipality=message.municipality)
    return []


def _of_notice(state: State, message: Fate) -> Iterator[tuple[str, Fate]]:
    """Yield the id of each action of the notice of which a message is one of the letters."""
    if message.letter and message.step:
        for action in state.actions.where(step=message.step):
            yield action.id, message


def _left(message: Fate, notes: Sequence[Noted]) -> Iterator[Happened]:
    """Yield that a message left, on the day on which it did by the clock of the Netherlands."""
    if message.sent_at is None and not message.is_sent:
        return
    at = message.sent_at or (notes[-1].at if notes else _begin(message.created_on))
    on = max(message.created_on, at.astimezone(AMSTERDAM).date())
    yield Happened(at, on, MailLeft(message))


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _missing(message: Fate, notes: Sequence[Noted]) -> Iterator[Happened]:
    """Yield at which addresses a message did not arrive, and that it went to another instead."""
    for missed in message.misses:
        yield Happened(missed.since, message.created_on, MailMissed(message, missed.address))
    for before, note in pairwise(notes):
        if note.address != before.address:
            yield Happened(note.at, note.on, MailRedirected(message))


def _letters(
    messages: Iterable[Fate], noted: Mapping[str, Sequence[Noted]]
) -> dict[tuple[str, datetime], tuple[date, int]]:
    """Return how many letters of which notice were made at which moment, and for which day."""
    found: dict[tuple[str, datetime], tuple[date, int]] = {}
    for message in messages:
        if message.kind is MessageKind.LETTER and message.step and message.id in noted:
            first = noted[message.id][0]
            _, number = found.get((message.step, first.at), (first.on, 0))
            found[message.step, first.at] = (first.on, number + 1)
    return found
