# SPDX-License-Identifier: EUPL-1.2
"""The mail that brings a party the link to its own page, because the adviser sends it."""

from gehoord.domain.dossier.addressees import Recipient
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.templates.correspondence import mail_only
from gehoord.templates.outgoing.outgoing import Outgoing


def mail_with_link(post: Outgoing, to: Recipient, number: int, *, is_new: bool) -> Message:
    """Return the mail; as it is kept it bears a mark in the place of the key.

    Args:
        post: of the dossier.
        to: the party.
        number: which of these mails to it this is, from 1.
        is_new: whether its earlier links open nothing any more.
    """
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.LINK,
        recipient=to.id,
        municipality=to.municipality,
        edition=number,
    )
    rendered = mail_only("toegang", post.to(to.name, to.party), {"is_new": is_new})
    return post.message(topic, to.address, rendered)
