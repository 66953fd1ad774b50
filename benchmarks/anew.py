# SPDX-License-Identifier: EUPL-1.2
"""The mails of a procedure that was played, made anew by the same templates and nothing else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.reminded import reminded_in
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.reminders import Bundle, reminder_of
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.notices import notices
from gehoord.templates.outgoing.reminders import reminders


def made_anew(state: State, sent: Iterable[Message]) -> Iterator[Message]:
    """Yield every message with its words, letter and calendar made anew, from the last state.

    Of the few that tell a move, a meeting or what is late it yields the one that was kept.
    """
    of_day: dict[tuple[date, str], list[Message]] = defaultdict(list)
    for message in sent:
        if message.kind is MessageKind.LETTER and message.step and not message.edition:
            of_day[message.created_on, message.step].append(message)
        elif message.kind is MessageKind.REMINDER:
            yield from reminders(post_of(state, message.created_on), [_bundle(state, message)])
        else:
            yield message
    for (on, step), letters in of_day.items():
        rounds = {m.recipient: m.round or 1 for m in letters}
        yield from notices(post_of(state, on), state.plan[step], rounds)


def _bundle(state: State, message: Message) -> Bundle:
    topic = Topic(**{name: getattr(message, name) for name in Topic.model_fields})
    told = [(r.rung, state.actions.one(r.action)) for r in reminded_in(message)]
    return Bundle(topic, tuple(reminder_of(state, a, rung) for rung, a in told if a))
