# SPDX-License-Identifier: EUPL-1.2
"""Which reminders are due today, and how those for one mailbox go together in one mail."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gehoord.calendar.dutch import by_letters, day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.ladder import (
    BY_HAND,
    is_of_griffie,
    is_read_on,
    is_told,
    may_remind,
    reached,
)
from gehoord.domain.dossier.mailboxes import Mailbox, is_reached, mailbox_of
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.reminded import Reminded, Sent, reminded_in, told_in
from gehoord.domain.dossier.state import State


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one action.

    Attributes:
        action: what is still owed.
        rung: of its ladder.
        mailbox: where it goes.
        to_griffie: whether a griffie answers for it.
    """

    action: Action
    rung: str
    mailbox: Mailbox
    to_griffie: bool

    @property
    def told(self) -> Reminded:
        """What its mail tells."""
        return Reminded(self.rung, self.action.due_on, self.action.id)

    @property
    def topic(self) -> Topic:
        """What a mail of its own is about. A moved day gives another topic, so another mail."""
        return Topic(
            dossier=self.action.dossier,
            kind=MessageKind.REMINDER,
            recipient=self.mailbox.recipient,
            step=self.action.step,
            owner=self.action.owner,
            municipality=self.action.municipality,
            rung=self.rung,
            due_on=self.action.due_on,
        )


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one mailbox is reminded of in one mail; what is due first stands first."""

    topic: Topic
    reminders: tuple[Reminder, ...]

    @property
    def mailbox(self) -> Mailbox:
        """Where it goes."""
        return self.reminders[0].mailbox

    @property
    def facts(self) -> tuple[str, ...]:
        """What it tells: each reminder, so that none is sent twice."""
        return tuple(reminder.told.fact for reminder in self.reminders)


def due_reminders(
    state: State, on: date, actions: Iterable[Action] | None = None
) -> Iterator[Reminder]:
    """Yield the newest reminder whose day has come for every action still open on ``on``.

    Of all actions, or of those that are given, whether or not they can be reached. A rung that fell
    before the question was asked is left out; after an outage only the newest of the missed rungs
    counts. Who was reminded on this day already, by hand, is let be.
    """
    for action in state.open_actions() if actions is None else actions:
        if action.reminded_on == on or not is_read_on(state, action, on):
            continue
        if rung := reached(state, action, on):
            yield reminder_of(state, action, rung.name)


def reminder_of(state: State, action: Action, rung: str) -> Reminder:
    """Return a reminder of an action to whoever owes it."""
    return Reminder(action, rung, mailbox_of(state, action), is_of_griffie(state, action))


def by_hand(
    state: State, actions: Iterable[str], earlier: Collection[Sent], on: date
) -> Iterator[Bundle]:
    """Yield the mails in which whoever owes these actions is reminded by hand: one of each.

    One of that day that was withdrawn does not keep the next from leaving.
    """
    for identifier in actions:
        if action := state.actions.one(identifier):
            reminder = reminder_of(state, action, f"{BY_HAND} {day_in_words(on)}")
            before = sum(reminder.told in reminded_in(mail) for mail in earlier)
            yield Bundle(reminder.topic.model_copy(update={"edition": before}), (reminder,))


def bundles(
    state: State, reminders: Iterable[Reminder], earlier: Collection[Sent], on: date
) -> Iterator[Bundle]:
    """Yield the mails in which these reminders go: one for each mailbox that is reached.

    What others owe, of which somebody must speak to them, goes in a mail of its own.

    Args:
        state: the dossier.
        reminders: what is due; what an earlier mail told is left out.
        earlier: the reminders of this dossier that there are.
        on: the day on which they are put in the outbox.
    """
    told = told_in(earlier)
    new = [r for r in reminders if r.told not in told and is_reached(state, r.mailbox)]
    made: Counter[str] = Counter()
    for (recipient, _), of_mailbox in groupby(sorted(new, key=_place), _mail):
        together = tuple(of_mailbox)
        before = sum(mail.recipient == recipient for mail in earlier) + made[recipient]
        made[recipient] += 1
        alone = len(together) == 1
        yield Bundle(together[0].topic if alone else _topic(together, on, before), together)


def _mail(reminder: Reminder) -> tuple[str, bool]:
    """Return in which mail it goes: what one owes himself never beside what others do."""
    return reminder.mailbox.recipient, reminder.action.is_outside_plan


def _place(reminder: Reminder) -> tuple[tuple[str, bool], date, str, str]:
    """Return where it stands: mail by mail, by its last day, and then as people look it up."""
    action = reminder.action
    return _mail(reminder), action.due_on or date.max, by_letters(action.title), action.id


def _topic(reminders: tuple[Reminder, ...], on: date, edition: int) -> Topic:
    """Return what several in one mail are about; ``edition`` keeps it apart from earlier ones."""
    first = reminders[0]
    return Topic(
        dossier=first.action.dossier,
        kind=MessageKind.REMINDER,
        recipient=first.mailbox.recipient,
        municipality=first.action.municipality,
        due_on=on,
        edition=edition,
    )


def still_asked(state: State, message: Message) -> list[Reminded]:
    """Return of what a reminder that still waits tells and somebody still asks.

    Not of what is done, lapsed, moved, or not asked any more: a newer ontwerp is such a thing, for
    an answer to the older one is asked of nobody.
    """
    asked = []
    for reminded in reminded_in(message):
        action = reminded.still_asked(state)
        if action is None:
            continue
        is_by_hand = reminded.rung.startswith(BY_HAND)
        if may_remind(state, action) if is_by_hand else is_told(state, action, reminded.rung):
            asked.append(reminded)
    return asked
