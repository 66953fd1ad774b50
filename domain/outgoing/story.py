# SPDX-License-Identifier: EUPL-1.2
"""The story of an action: what happened to it since it came into the plan."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.message import MessageKind, MessageState
from gehoord.domain.dossier.outlook import Outlook, outlooks
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.reminded import reminded_in
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.happened import CameIn, Happened
from gehoord.domain.outgoing.lateness import lateness_told
from gehoord.domain.outgoing.posted import post_told
from gehoord.domain.outgoing.prepared import prepared_told
from gehoord.domain.outgoing.recounting import recount
from gehoord.domain.proposal.step import StepKind


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to one action, in order of time, and what can be counted of it.

    Attributes:
        action: as it now stands.
        since: the moment at which it came into the plan.
        events: what happened; nothing of it ever changes, and later ones are added.
        reminders: how many reminders of it left.
        letters: how many letters its notice has; ``letters_left`` how many of these left.
        unanswered: of an adoption that is owed, how many zienswijzen still have no answer.
        outlook: of a hearing that is owed, what is left to the council, as far as that is known.
        waits_for: of what is late, what its owner waits for, in Dutch; empty when he can act.
    """

    action: Action
    since: datetime
    events: tuple[Happened, ...]
    reminders: int = 0
    letters: int = 0
    letters_left: int = 0
    unanswered: int = 0
    outlook: Outlook | None = None
    waits_for: str = ""


def stories(
    state: State, entries: Sequence[Recorded], messages: Sequence[Fate], on: date
) -> dict[str, Story]:
    """Return the story of every action of a dossier, by its id.

    Args:
        state: the dossier.
        entries: its whole journal.
        messages: all its messages.
        on: the day up to which is told what fell late.
    """
    step = state.as_opened.hearing
    hearings = state.actions.where(step=step.id) if step else []
    told = recount(entries, {a.municipality: a for a in hearings if a.municipality})
    mail = post_told(state, entries, messages)
    facts = prepared_told(state, entries)
    late = lateness_told(state, entries, messages, on)
    letters = _letters(messages)
    reminders = _reminders(messages)
    waiting = sum(zienswijze.awaits_disposition for zienswijze in state.zienswijzen)
    left = {each.hearing.municipality: each for each in outlooks(state, on)}
    return {
        (key := action.id): Story(
            action,
            _since(told[key], entries),
            tuple(sorted((*facts[key], *told[key], *mail[key], *late[key]), key=_moment)),
            reminders[key],
            *letters.get(action.step, (0, 0)),
            unanswered=waiting if _awaits_answers(action) else 0,
            outlook=left.get(action.owner) if _asks_council(action) else None,
            waits_for=in_the_way(state, action) if action.is_late(on) else "",
        )
        for action in state.actions
    }


def _asks_council(action: Action) -> bool:
    """Whether a council must still be heard by it."""
    return action.kind is StepKind.HEARING and action.is_open


def _awaits_answers(action: Action) -> bool:
    """Whether it is an adoption to come: by then each zienswijze has an answer."""
    return action.kind is StepKind.ADOPTION and action.is_open


def _moment(event: Happened) -> datetime:
    return event.at


def _since(events: Iterable[Happened], entries: Sequence[Recorded]) -> datetime:
    """Return when an action came; one that an older version journaled was there at the opening."""
    came = (event.at for event in events if isinstance(event.what, CameIn))
    return next(came, entries[0].at)


def _reminders(messages: Iterable[Fate]) -> Counter[str]:
    """Return how many reminders left of each action, by its id."""
    return Counter(
        reminded.action
        for message in messages
        if message.is_reminder and message.is_sent
        for reminded in reminded_in(message)
    )


def _letters(messages: Iterable[Fate]) -> dict[str, tuple[int, int]]:
    """Return of each notice how many letters it has and how many left; only the last to each.

    One that was withdrawn never leaves, so nobody waits for it.
    """
    last: defaultdict[str, dict[str, Fate]] = defaultdict(dict)
    for message in messages:
        if _is_letter(message) and message.step:
            there = last[message.step].get(message.recipient)
            if there is None or _turn(message) > _turn(there):
                last[message.step][message.recipient] = message
    return {step: (len(of), sum(m.is_sent for m in of.values())) for step, of in last.items()}


def _is_letter(message: Fate) -> bool:
    return message.kind is MessageKind.LETTER and message.state is not MessageState.WITHDRAWN


def _turn(letter: Fate) -> tuple[int, int, int]:
    return letter.version or 0, letter.round or 0, letter.edition
