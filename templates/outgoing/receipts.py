# SPDX-License-Identifier: EUPL-1.2
"""The mail with the receipt of a party for what it sent in on its page."""

from dataclasses import replace
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.addressees import Recipient
from gehoord.domain.dossier.message import (
    FORMER_ADDRESS,
    Attachment,
    Message,
    MessageKind,
    Topic,
)
from gehoord.domain.dossier.receipt import Receipt
from gehoord.templates.correspondence import Correspondence, Rendered, mail_only
from gehoord.templates.outgoing.outgoing import Outgoing

SENT_IN: Final = "ingestuurd.json"
"""The name of the file with what was sent in."""


def mail_with_receipt(
    post: Outgoing, receipt: Receipt, what: str, to: Recipient, number: int, former: str = ""
) -> Message:
    """Return the mail with a receipt.

    Args:
        post: of the dossier.
        receipt: what was sent in, and what it came to.
        what: the form in words.
        to: the party.
        number: which receipt of this party it is, from 1.
        former: the address of before, when the mail goes there and not to the one of now; it
            bears no link then.
    """
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.RECEIPT,
        recipient=to.id,
        municipality=to.municipality,
        rung=FORMER_ADDRESS if former else "",
        edition=number,
    )
    sent_in = Attachment(name=SENT_IN, media_type="application/json", content=receipt.content)
    c = post.to(to.name, to.party)
    rendered = receipt_in_mail(
        replace(c, page="") if former else c, receipt, what, former=bool(former)
    )
    return post.message(topic, former or to.address, rendered, sent_in)


def receipt_in_mail(c: Correspondence, receipt: Receipt, what: str, *, former: bool) -> Rendered:
    """Return a receipt as a mail.

    Args:
        c: to whom, and about which plan.
        receipt: what was sent in, and what it came to.
        what: the form in words.
        former: whether the mail goes to the address of before.
    """
    said = {
        "what": one_line(what),
        "moment": moment_in_words(receipt),
        "outcome": one_line(receipt.said),
        "file": one_line(receipt.file),
        "file_sha256": receipt.document or "",
        "sha256": receipt.sha256,
        "former": former,
    }
    return mail_only("ontvangst", c, said)


def moment_in_words(receipt: Receipt) -> str:
    """Return when a receipt was made, on the clock of the Netherlands."""
    at = receipt.at.astimezone(AMSTERDAM)
    return f"{day_in_words(at.date())}, {at:%H.%M} uur"
