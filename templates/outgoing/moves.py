# SPDX-License-Identifier: EUPL-1.2
"""The mails that tell griffies and burgemeesters that a day they were told has moved."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from gehoord.calendar.due import by_in_words
from gehoord.domain.acts.act import DaysMoved
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, SAFETY_OFFICIALS, recipient_of
from gehoord.templates.correspondence import moved
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When

KnownDays = Mapping[tuple[str | None, str | None, str], str]
"""The day in words that somebody still knows, by step and owner of an action and by recipient."""

NOBODY: Final[KnownDays] = MappingProxyType({})


def known_before(known: KnownDays, action: Action, recipient: str, old: str) -> str:
    """Return the day of an action in words that a recipient knows.

    Args:
        known: of whom a mail about its day was withdrawn: the day that he knew before that.
        action: of what.
        recipient: the key under which he gets his mail.
        old: the day on which it stood, which everybody else knows.
    """
    return known.get((action.step, action.owner, recipient), old)


def notices_of_move(
    post: Outgoing, news: DaysMoved, known: KnownDays = NOBODY
) -> Iterator[Message]:
    """Yield a message to everybody in a municipality who was told another day before.

    ``known`` is for `known_before`; who knows the new day already hears nothing.
    """
    for action in post.state.open_actions():
        if action.id in news.old and action.municipality is not None:
            municipality = post.state.municipality(action.municipality)
            for party in readers(post.state, action):
                recipient = recipient_of(party, municipality.code)
                old = known_before(known, action, recipient, news.old[action.id])
                if old != by_in_words(action.days):
                    message = _message(post, replace(news, old={action.id: old}), action, party)
                    yield message.model_copy(update={"facts": (old,)})


def readers(state: State, action: Action) -> Iterator[str]:
    """Yield who owes it, and who else in a municipality had a letter of this procedure."""
    steps = state.as_opened.steps
    owner = state.as_opened.step(action.step).owner
    yield owner
    for party in (BURGEMEESTERS, SAFETY_OFFICIALS):
        had_letter = any(party in step.to and state.is_finished(step.id) for step in steps)
        if had_letter and party != owner:
            yield party


def _message(post: Outgoing, news: DaysMoved, action: Action, party: str) -> Message:
    municipality = post.state.municipality(action.municipality or "")
    rendered = moved(
        post.to(municipality.name, party),
        action=action.title,
        old=news.old[action.id],
        new=When.promised_of(action.days),
        reason=news.reason,
    )
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.MOVED,
        recipient=recipient_of(party, municipality.code),
        step=action.step,
        owner=action.owner,
        municipality=municipality.code,
        due_on=action.due_on,
        cause=news.step,
        edition=action.sequence,
    )
    calendar = post.calendar(municipality.code)
    return post.message(topic, municipality.address_of(party), rendered, calendar)
