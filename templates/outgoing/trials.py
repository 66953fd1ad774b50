# SPDX-License-Identifier: EUPL-1.2
"""The trial of a letter: to the adviser alone, with the letter as it would be."""

from typing import Final

from gehoord.domain.dossier.message import LONGEST_SUBJECT, Message, MessageKind, Topic
from gehoord.domain.dossier.names import names
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.templates.correspondence import Rendered
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.wording import shortened

MARK: Final = "PROEF: "
"""With what the subject of a trial begins."""


def trial(post: Outgoing, drafted: Message, number: int) -> Message:
    """Return a trial of a letter. It belongs to no step, so that nothing counts it as sent.

    Args:
        post: of the dossier, on the day of the trial.
        drafted: the letter with its mail, as it would leave; its mail names no page.
        number: which trial in the dossier it is, from 1.
    """
    topic = Topic(dossier=post.state.id, kind=MessageKind.TRIAL, recipient=ADVISER, edition=number)
    to = names(post.state).get(drafted.recipient, drafted.recipient)
    told = (
        "Dit is een proef. Alleen u krijgt deze mail; er is niets verzonden aan de ontvanger "
        f"({to}). Hieronder staat de mail zoals hij zou gaan, met de brief als bijlage."
    )
    rendered = Rendered(
        shortened(f"{MARK}{drafted.subject}", LONGEST_SUBJECT),
        f"{told}\n\n{drafted.body}",
        letter_of(drafted) or "",
    )
    documents = [attachment for attachment in drafted.attachments if attachment.document]
    address = post.state.eenheid.address_of(ADVISER)
    return post.message(topic, address, rendered, *documents)
