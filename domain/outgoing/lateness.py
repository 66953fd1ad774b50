# SPDX-License-Identifier: EUPL-1.2
"""Since when an action is late, as its story tells it: the look of any later day tells the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.ladder import has_ladder
from gehoord.domain.dossier.message import MessageKind
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.reminded import reminded_in
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import recipient_of
from gehoord.domain.outgoing.happened import FellLate, Happened, NotReached


class OwedTime(NamedTuple):
    """A time in which an action was owed by one last day.

    Attributes:
        action: its id.
        due_on: the last day.
        since: the entry of the journal from which it was.
        at_opening: whether that is the first entry there is.
        until: up to which day it is known to have been owed; the day itself counts.
    """

    action: str
    due_on: date
    since: Recorded
    at_opening: bool
    until: date

    @property
    def is_late(self) -> bool:
        """Whether its last day passed while it was owed."""
        return self.due_on < self.until

    def is_late_on(self, day: date) -> bool:
        """Whether it was late on a day."""
        return self.due_on < day <= self.until


def owed_times(entries: Sequence[Recorded], on: date) -> Iterator[OwedTime]:
    """Yield each time in which an action was owed by one last day, in any order.

    A report may be about an earlier day than the last that was seen, and a board may have shown
    before what it is about as late: the last day that the journal had come to counts, not that.

    Args:
        entries: the whole journal of a dossier.
        on: the day up to which what is still open is owed.
    """
    open_now: dict[str, OwedTime] = {}
    come_to = date.min
    for entry in entries:
        come_to = max(come_to, entry.on, entry.at.astimezone(AMSTERDAM).date())
        for action in entry.of(Action):
            due_on, known = action.due_on if action.is_open else None, open_now.get(action.id)
            if known and known.due_on == due_on:
                continue
            if known:
                yield open_now.pop(action.id)._replace(until=come_to)
            if due_on:
                is_first = entry is entries[0]
                open_now[action.id] = OwedTime(action.id, due_on, entry, is_first, on)
    yield from open_now.values()


def lateness_told(
    state: State, entries: Sequence[Recorded], messages: Sequence[Fate], on: date
) -> defaultdict[str, list[Happened]]:
    """Return that each action fell late, and that its owner could not be reminded, by its id.

    Args:
        state: the dossier.
        entries: its whole journal.
        messages: all its messages.
        on: the day up to which is told.
    """
    told: defaultdict[str, list[Happened]] = defaultdict(list)
    digests = [message for message in messages if message.kind is MessageKind.LATE]
    reminded = _reminded_on(messages)
    for owed in owed_times(entries, on):
        if owed.is_late:
            told[owed.action].append(_fell(owed))
            action = state.actions.one(owed.action)
            if action and has_ladder(state, action):
                told[owed.action] += _unreached(state, action, owed, digests, reminded)
    return told


def _fell(owed: OwedTime) -> Happened:
    since = owed.due_on + timedelta(days=1)
    was_past = owed.at_opening and owed.due_on < owed.since.on
    return Happened(max(_begin(since), owed.since.at), since, FellLate(was_past))


def _unreached(
    state: State,
    action: Action,
    owed: OwedTime,
    digests: Iterable[Fate],
    reminded: dict[str, date],
) -> Iterator[Happened]:
    """Yield the first time that the adviser heard that no address of the owner is known.

    Not of an owner who was reminded before.
    """
    owner = state.as_opened.step(action.step).owner
    recipient = recipient_of(owner, action.municipality) if action.municipality else action.owner
    days = [
        mail.created_on
        for mail in digests
        if recipient in mail.facts and owed.is_late_on(mail.created_on)
    ]
    if days and min(days) < reminded.get(action.id, date.max):
        yield Happened(max(_begin(min(days)), owed.since.at), min(days), NotReached())


def _reminded_on(messages: Iterable[Fate]) -> dict[str, date]:
    """Return on which day each action was first in a mail that reminds, by its id."""
    found: dict[str, date] = {}
    for message in messages:
        if message.is_reminder:
            for reminded in reminded_in(message):
                first = found.get(reminded.action, date.max)
                found[reminded.action] = min(first, message.created_on)
    return found


def _begin(day: date) -> datetime:
    """Return the first moment of a day in the Netherlands, in UTC."""
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
