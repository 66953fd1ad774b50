# SPDX-License-Identifier: EUPL-1.2
"""The mail in which the adviser reads which mail does not arrive."""

from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.names import names
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.domain.outgoing.undelivered import UndeliveredNews
from gehoord.templates.digests import undelivered_digest
from gehoord.templates.outgoing.outgoing import Outgoing


def digest_of_undelivered(post: Outgoing, news: UndeliveredNews) -> Message:
    """Return the message to the adviser about all mail that does not arrive."""
    lines = [(_who(post, m), m.subject, m.failure.rstrip(".") + ".") for m in news.messages]
    rendered = undelivered_digest(post.to(OFFICES[ADVISER]), lines=lines)
    address = post.state.eenheid.address_of(ADVISER)
    return post.message(news.topic, address, rendered).model_copy(update={"facts": news.facts})


def _who(post: Outgoing, message: Message) -> str:
    """Return for whom a message is, by name."""
    found = post.state.municipalities.where(code=message.municipality)
    name = found[0].name if found else names(post.state).get(message.recipient, message.recipient)
    return f"griffie van {name}" if message.to_griffie else name
