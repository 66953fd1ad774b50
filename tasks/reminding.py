# SPDX-License-Identifier: EUPL-1.2
"""Puts in the outbox what is due to be said: to whom owes something, and of what is late."""

from datetime import date

from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.outgoing.late import news_of_late
from gehoord.domain.outgoing.reminders import bundles, reminder_of, still_asked
from gehoord.domain.outgoing.round import round_of_reminders
from gehoord.domain.outgoing.undelivered import news_of_undelivered
from gehoord.store import due, outbox
from gehoord.store.register import Change, Register
from gehoord.store.reminded import reminders_sent
from gehoord.store.undelivered import undelivered
from gehoord.tasks.accesses import with_access
from gehoord.tasks.board.own_pages import own_pages
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.late import digest_of_late
from gehoord.templates.outgoing.reminders import reminders
from gehoord.templates.outgoing.undelivered import digest_of_undelivered


def remind(change: Change, on: date) -> tuple[int, bool]:
    """Do a round of reminding.

    Returns: how many mails are new, and whether the adviser must hear something.
    """
    late = due.to_remind(change, change.dossier_id, on)
    if not late:
        return 0, False
    earlier = reminders_sent(change, change.dossier_id)
    found = round_of_reminders(change.state(), late, earlier, on)
    change.apply(found.changes)
    mails = reminders(post_of(change.state(), on), found.mails)
    sent = change.send(with_access(change, mails, on))
    return sent, found.has_news


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
        change.send(with_access(change, reminders(post_of(state, on), wanted), on))


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
    if not late.untold and not late.to_do and not has_news:
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
