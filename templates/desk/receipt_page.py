# SPDX-License-Identifier: EUPL-1.2
"""The receipts of a party as it finds them on its page, and each on a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.access import in_words
from gehoord.domain.dossier.addressees import addressee_of
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.state import State
from gehoord.templates.desk.forms import sent_with
from gehoord.templates.desk.paper_links import link_to
from gehoord.templates.outgoing.receipts import moment_in_words
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """A receipt, in Dutch words.

    Attributes:
        id: by which its page is found.
        what: the form; ``moment`` is when it was recorded, and ``outcome`` what it came to.
        sha256: of all that was sent in; ``file_sha256`` that of the file named ``file``, which is
            taken at ``file_link``.
        is_mailed: whether the party has an address to which the receipt goes as well.
        who: the party; ``plan`` the procedure, and ``eenheid`` the unit.
    """

    id: str
    what: str
    moment: str
    outcome: str
    sha256: str
    file: str
    file_sha256: str
    file_link: str
    is_mailed: bool
    who: str
    plan: str
    eenheid: str


def receipt_page(state: State, receipt: Receipt) -> ReceiptPage:
    """Return the page of a receipt."""
    return ReceiptPage(
        id=receipt.id,
        what=sent_with(state, receipt.form),
        moment=moment_in_words(receipt),
        outcome=one_line(receipt.said),
        sha256=receipt.sha256,
        file=one_line(receipt.file),
        file_sha256=receipt.document or "",
        file_link=link_to(receipt.document, receipt.id),
        is_mailed=bool(addressee_of(state, receipt.recipient).address),
        who=capital(one_line(in_words(state, receipt.recipient))),
        plan=one_line(state.proposal.title),
        eenheid=one_line(state.dossier.eenheid_name),
    )


def receipt_pages(state: State, receipts: Iterable[Receipt]) -> tuple[ReceiptPage, ...]:
    """Return receipts, the last first."""
    last_first = sorted(receipts, key=lambda r: (r.at, r.id), reverse=True)
    return tuple(receipt_page(state, receipt) for receipt in last_first)
