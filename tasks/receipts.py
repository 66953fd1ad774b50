# SPDX-License-Identifier: EUPL-1.2
"""Keeps the receipt of a party with what it sent in, and puts its mail in the outbox."""

from datetime import date, datetime

from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.addressees import addressee_of
from gehoord.domain.dossier.receipt import Receipt, SentForm, refuse_flood
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.outgoing.progress import Outcome
from gehoord.store.reader import Reader
from gehoord.store.register import Change
from gehoord.tasks.accesses import with_access
from gehoord.tasks.posting import post_of
from gehoord.templates.desk.forms import sent_with
from gehoord.templates.outgoing.receipts import mail_with_receipt


def receipt_known(reader: Reader, number: str) -> Receipt | None:
    """Return the receipt for the form with this number, if something came of it before."""
    return reader.one(Receipt, number)


def receipts_of(reader: Reader, access: Access) -> list[Receipt]:
    """Return every receipt of a party in its dossier; the adviser has those of all parties."""
    if access.recipient == ADVISER:
        known = reader.all(Receipt, access.dossier)
        return [receipt for receipt in known if receipt.recipient != ADVISER]
    return reader.all(Receipt, access.dossier, recipient=access.recipient)


def keep_outcome(change: Change, sent: SentForm, outcome: Outcome, at: datetime) -> None:
    """Keep what a form of the adviser came to: who sends it in twice reads the same again.

    Args:
        change: the transaction.
        sent: the form.
        outcome: what it came to; each of its lines is one.
        at: the moment, in UTC.
    """
    change.add([sent.receipt("\n".join(outcome.lines or (outcome.text,)), at)])


def keep_receipt(
    change: Change, sent: SentForm, said: str, at: datetime, former: str, on: date
) -> Receipt:
    """Keep the receipt for a form in the change that came of it, and mail it to who sent it in.

    Args:
        change: the transaction.
        sent: the form.
        said: what it came to, in Dutch.
        at: the moment, in UTC.
        former: the address of the party before; if it has another now, the mail goes there too.
        on: today.

    Raises:
        RefusedError: the party sent in too many in one day.
    """
    receipt, state = sent.receipt(said, at), change.state()
    earlier = change.all(Receipt, state.id, recipient=receipt.recipient)
    refuse_flood(earlier, at)
    if sent.document:
        change.keep_document(sent.document.name, sent.document.content)
    change.add([receipt])
    to, what = addressee_of(state, receipt.recipient), sent_with(state, receipt.form)
    post = post_of(state, on)
    number = len(earlier) + 1
    mails = [mail_with_receipt(post, receipt, what, to, number)]
    if former and former != to.address:
        mails.append(mail_with_receipt(post, receipt, what, to, number, former))
    change.send(with_access(change, mails, on))
    return receipt
