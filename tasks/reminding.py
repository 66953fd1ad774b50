"""Puts in the outbox what is due to be said: to whom owes something, and of what is late."""

from datetime import date

from gehoord.domain.dossier.ladder import is_read_on, remind_on
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.outgoing.late import news_of_late
from gehoord.domain.outgoing.reminders import due_reminders
from gehoord.domain.outgoing.undelivered import news_of_undelivered
from gehoord.store import due
from gehoord.store.register import Change
from gehoord.store.undelivered import undelivered
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.late import digest_of_late
from gehoord.templates.outgoing.reminders import reminders
from gehoord.templates.outgoing.undelivered import digest_of_undelivered


def remind(change: Change, on: date) -> int:
    """Remind everybody whose next reminder is due, and keep when the one after it is.

    Who does not read his mail on this day waits for a day on which he does.

    Returns: how many messages are new.
    """
    state = change.state()
    actions = [
        action
        for action in due.to_remind(change, change.dossier_id, on)
        if is_read_on(state, action, on)
    ]
    if not actions:
        return 0
    post = post_of(state, on)
    sent = change.send(reminders(post, due_reminders(state, on, actions)))
    change.replace(
        [(a, a.model_copy(update={"remind_on": remind_on(state, a, after=on)})) for a in actions]
    )
    return sent


def tell_late(change: Change, on: date) -> due.Late:
    """Tell the adviser what is late and what does not arrive, when something is new to him.

    Returns: how much that is.
    """
    late = due.late(change, change.dossier_id, on)
    if late.undelivered:
        _tell_undelivered(change, on)
    if not late.untold:
        return late
    state = change.state()
    earlier = change.all(Message, change.dossier_id, kind=MessageKind.LATE)
    if news := news_of_late(state, earlier, on):
        change.send([digest_of_late(post_of(state, on), news)])
        change.apply(news.changes)
    return late


def _tell_undelivered(change: Change, on: date) -> None:
    earlier = change.all(Message, change.dossier_id, kind=MessageKind.UNDELIVERED)
    found = undelivered(change, change.dossier_id)
    if news := news_of_undelivered(change.dossier_id, found, earlier, on):
        change.send([digest_of_undelivered(post_of(change.state(), on), news)])
