"""Puts in the outbox what is due to be said: to whom owes something, and of what is late."""

from datetime import date
from typing import NamedTuple

from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.escalation import escalated
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.ladder import look_again_on, with_reminders
from gehoord.domain.dossier.mailboxes import is_reached
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.late import news_of_late
from gehoord.domain.outgoing.reminders import bundles, due_reminders, reminder_of, still_asked
from gehoord.domain.outgoing.undelivered import news_of_undelivered
from gehoord.store import due, outbox
from gehoord.store.register import Change, Register
from gehoord.store.reminded import reminders_sent
from gehoord.store.undelivered import undelivered
from gehoord.tasks.board.pages import own_pages
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.late import digest_of_late
from gehoord.templates.outgoing.reminders import reminders
from gehoord.templates.outgoing.undelivered import digest_of_undelivered


class RoundOfReminders(NamedTuple):
    """What a round of reminding came to: how many mails are new, and what the adviser must hear.

    He has something to hear when somebody got no mail for want of an address, or must be rung.
    """

    sent: int = 0
    has_news: bool = False


def remind(change: Change, on: date) -> RoundOfReminders:
    """Remind everybody whose next reminder is due, and keep when the one after it is.

    Who does not read his mail on this day waits for a day on which he does. Who has no address gets
    what is then due when it comes. What is too long late becomes an action of somebody else.
    """
    late = due.to_remind(change, change.dossier_id, on)
    if not late:
        return RoundOfReminders()
    escalations = _escalate(change, late, on)
    state, actions = change.state(), [*late, *escalations]
    wanted = list(due_reminders(state, on, actions))
    mails = list(bundles(state, wanted, reminders_sent(change, change.dossier_id), on))
    sent = change.send(reminders(post_of(state, on), mails))
    told = {reminder.action.id for mail in mails for reminder in mail.reminders}
    change.replace([(a, _reminded(state, a, on, is_told=a.id in told)) for a in actions])
    has_news = bool(escalations) or not all(is_reached(state, r.mailbox) for r in wanted)
    return RoundOfReminders(sent, has_news)


def _escalate(change: Change, late: list[Action], on: date) -> list[Action]:
    """Make actions of what is too long late, and return them; in a weekend nobody is rung."""
    if reading_day(on) != on:
        return []
    state = change.state()
    changes = with_reminders(state, escalated(state, late, on))
    change.apply(changes)
    return changes.of(Action)[1]


def _reminded(state: State, action: Action, on: date, *, is_told: bool) -> Action:
    """Return an action once the rungs of its ladder up to a day are done with."""
    told = action.reminded(on) if is_told else action
    return told.to_remind(look_again_on(state, action, on))


def remind_of_the_rest(register: Register, message: Message, on: date) -> None:
    """Withdraw a claimed mail, and remind anew of what somebody still asks in it."""
    with register.changing(message.dossier, on, "Gehoord", "herinnering") as change:
        outbox.withdraw_within(change, message)
        state = change.state()
        rest = [
            reminder_of(state, action, reminded.rung)
            for reminded in still_asked(state, message)
            if (action := reminded.still_asked(state))
        ]
        wanted = bundles(state, rest, reminders_sent(change, change.dossier_id), on)
        change.send(reminders(post_of(state, on), wanted))


def tell_late(change: Change, on: date, *, has_news: bool = False) -> due.Late:
    """Tell the adviser what is late and what does not arrive, when something is new to him.

    Args:
        change: the transaction.
        on: the day.
        has_news: whether he must hear more than what is late.

    Returns: how much that is.
    """
    late = due.late(change, change.dossier_id, on)
    if late.undelivered:
        _tell_undelivered(change, on)
    if not late.untold and not has_news:
        return late
    state = change.state()
    earlier = change.all(Message, change.dossier_id, kind=MessageKind.LATE)
    if news := news_of_late(state, earlier, on):
        change.send([digest_of_late(post_of(state, on), news, own_pages())])
        change.apply(news.changes)
    return late


def _tell_undelivered(change: Change, on: date) -> None:
    earlier = change.all(Message, change.dossier_id, kind=MessageKind.UNDELIVERED)
    found = undelivered(change, change.dossier_id)
    if news := news_of_undelivered(change.dossier_id, found, earlier, on):
        change.send([digest_of_undelivered(post_of(change.state(), on), news)])
