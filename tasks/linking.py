# SPDX-License-Identifier: EUPL-1.2
"""Makes, mails and withdraws the link of one party, within a change of its dossier."""

from datetime import date

from gehoord.domain.acts.access import renewal, withdrawal
from gehoord.domain.acts.link_deed import refuse_closed, refuse_to_mail
from gehoord.domain.dossier.access import OVERVIEW, Access, Seal
from gehoord.domain.dossier.addressees import Recipient, addressee_of
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.errors import RefusedError
from gehoord.store.register import Change
from gehoord.tasks.accesses import valid_until, with_access
from gehoord.tasks.posting import post_of
from gehoord.tasks.seal import new_salt
from gehoord.templates.outgoing.link_mail import mail_with_link


def new_link(change: Change, seal: Seal, recipient: str, on: date, *, renew: bool) -> Access:
    """Make a link of a party and return what is kept of it.

    Args:
        change: the transaction.
        seal: makes its token.
        recipient: the party.
        on: today.
        renew: let no earlier one open anything any more.
    """
    known = change.all(Access, change.dossier_id, recipient=recipient)
    until = valid_until(change.state(), recipient, on)
    new = seal.new(change.dossier_id, recipient, known, on, until, new_salt())
    change.apply(renewal(known if renew else [], new, on))
    return new


def withdraw_links(change: Change, recipient: str, who: str, on: date) -> None:
    """Let no link of a party open anything any more; a mail that would bring one, does not leave.

    Raises:
        RefusedError: it has none that is valid; ``who`` is how that names it.
    """
    known = change.all(Access, change.dossier_id, recipient=recipient)
    change.apply(withdrawal(known, who, on))
    change.withdraw(_mails(change, recipient))


def mail_link(change: Change, recipient: str, who: str, on: date, *, is_new: bool) -> Recipient:
    """Put a mail with the link of a party in the outbox, and return where it goes.

    A party that had no link yet, or none that is still valid, gets one by it.

    Args:
        change: the transaction.
        recipient: the party; ``who`` is how a sentence names it.
        who: see ``recipient``.
        on: today.
        is_new: whether it replaces earlier ones.

    Raises:
        RefusedError: its link was withdrawn, or the mail would arrive nowhere.
    """
    state = change.state()
    to = Recipient(OVERVIEW, "", who) if recipient == OVERVIEW else addressee_of(state, recipient)
    refuse_to_mail(state, to, who)
    refuse_closed(change.all(Access, state.id, recipient=recipient), who)
    post = post_of(state, on)
    if not post.page:
        raise RefusedError(
            "De balie heeft nog geen openbaar adres, dus een mail kan geen link hebben. Vraag uw "
            f"beheerder om GEHOORD_DESK_URL. De link toont 'gehoord desk link {state.id} …'."
        )
    number = len(_mails(change, recipient)) + 1
    mail = mail_with_link(post, to, number, is_new=is_new)
    change.send(with_access(change, [mail], on))
    return to


def _mails(change: Change, recipient: str) -> list[Message]:
    return change.all(Message, change.dossier_id, recipient=recipient, kind=MessageKind.LINK)
