# SPDX-License-Identifier: EUPL-1.2
"""The mail that tells a griffie that its council alone has longer to answer, or no longer has."""

from collections.abc import Iterator

from gehoord.calendar.due import by_in_words
from gehoord.domain.acts.act import RespiteTold
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.eenheid.eenheid import recipient_of
from gehoord.templates.correspondence import moved
from gehoord.templates.outgoing.moves import NOBODY, KnownDays, known_before, readers
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When


def notices_of_respite(
    post: Outgoing, news: RespiteTold, known: KnownDays = NOBODY
) -> Iterator[Message]:
    """Yield a message to everybody in that municipality who was told the day before, no other.

    A council that is heard again is told so, and what changed, also when it keeps its day.

    ``known`` is for `known_before`.
    """
    action = post.state.actions.one(news.action)
    if action is None or action.municipality is None:
        return
    municipality = post.state.municipality(action.municipality)
    longer = post.state.hearing_of(municipality.code).respite_until is not None
    for party in readers(post.state, action):
        old = known_before(known, action, recipient_of(party, municipality.code), news.old)
        if old == by_in_words(action.days) and not news.again:
            continue
        rendered = moved(
            post.to(municipality.name, party),
            action=action.title,
            old=old,
            new=When.promised_of(action.days),
            reason=news.reason,
            longer=longer,
            again=news.again,
        )
        topic = Topic(
            dossier=post.state.id,
            kind=MessageKind.MOVED,
            recipient=recipient_of(party, municipality.code),
            step=action.step,
            owner=action.owner,
            municipality=municipality.code,
            due_on=action.due_on,
            cause=action.step,
            edition=action.sequence,
        )
        calendar = post.calendar(municipality.code)
        message = post.message(topic, municipality.address_of(party), rendered, calendar)
        yield message.model_copy(update={"facts": (old,)})
