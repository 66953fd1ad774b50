# SPDX-License-Identifier: EUPL-1.2
"""Toegang: the adviser gives a party its link again, a new one, or none any more."""

from datetime import date
from pathlib import Path

from gehoord.domain.acts.access import (
    GivenLink,
    given_link,
    in_words,
    parties_with_page,
    party_named,
    withdrawn_in_words,
)
from gehoord.domain.acts.link_deed import LinkDeed, arrives_in_words, refuse_of_oneself
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.errors import RefusedError
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.linking import mail_link, new_link, withdraw_links
from gehoord.tasks.receipts import receipt_known
from gehoord.tasks.seal import seal_of


def give_link(
    register: Register, dossier: str, name: str, home: Path, on: date, *, renew: bool = False
) -> GivenLink:
    """Return the link of a party: the one that it has, or a new one if it has none that is valid.

    Args:
        register: where its hash is kept.
        dossier: its name.
        name: the party, as people call it; a municipality alone is its griffie. "overzicht" is the
            page of who may read all of the dossier.
        home: the folder with the secret of this installation.
        on: today.
        renew: make a new one all the same; from now on no earlier one opens anything.

    Raises:
        GehoordError: there is no such party, or the secret cannot be read.
    """
    with register.reading() as reader:
        state = state_of(reader, dossier)
        recipient = party_named(state, name)
        who = in_words(state, recipient)
        known = reader.all(Access, dossier, recipient=recipient)
        seal = seal_of(home, reader)
    text = f"Link voor {who} {'vernieuwd' if known and renew else 'gemaakt'}."
    with register.changing(dossier, on, "adviseur", "toegang", text) as change:
        known = change.all(Access, dossier, recipient=recipient)
        has = seal.known_access(known, on)
        if has and not renew:
            return given_link(has, seal.token_of(has), who)
        new = new_link(change, seal, recipient, on, renew=renew)
    return given_link(new, seal.token_of(new), who)


def withdraw_link(register: Register, dossier: str, name: str, on: date) -> str:
    """Let no link of a party open anything any more, and say so in Dutch.

    No mail bears a new one until somebody gives it one.

    Raises:
        RefusedError: it has none that is valid.
        GehoordError: there is no such party.
    """
    with register.reading() as reader:
        state = state_of(reader, dossier)
    recipient = party_named(state, name)
    who = in_words(state, recipient)
    text = LinkDeed.WITHDRAW.told(who)
    with register.changing(dossier, on, "adviseur", "toegang", text) as change:
        withdraw_links(change, recipient, who, on)
    return f"{text} {withdrawn_in_words(recipient, who)}"


def change_link(
    register: Register, sent: SentForm, deed: LinkDeed, recipient: str, home: Path, on: date
) -> None:
    """Do what the adviser asks of a link in a form, once however often he sends that in.

    `receipt_known` tells what it came to. No key is in it: a link goes by mail alone.

    Args:
        register: where it is kept.
        sent: the form.
        deed: what is done with the link.
        recipient: the key of whose it is, and no other name: who must be asked whether he is sure
            is known by it. Of a municipality that ceased its burgemeester may have one still.
        home: the folder with the secret of this installation.
        on: today.

    Raises:
        RefusedError: there is no link to withdraw, or it cannot be mailed.
        GehoordError: there is no such party, or the secret cannot be read.
    """
    with register.reading() as reader:
        state = state_of(reader, sent.dossier)
        given = reader.all(Access, sent.dossier, recipient=recipient)
    if not given and recipient not in parties_with_page(state):
        raise RefusedError(f"'{recipient}' heeft geen eigen pagina in dit dossier.")
    who = in_words(state, recipient)
    told = deed.told(who)
    with register.changing(sent.dossier, on, "adviseur", "toegang", told) as change:
        if receipt_known(change, sent.number):
            return
        if deed is LinkDeed.WITHDRAW:
            refuse_of_oneself(recipient, state)
            withdraw_links(change, recipient, who, on)
            told = f"{told} {withdrawn_in_words(recipient, who)}"
        else:
            if deed is LinkDeed.RENEW:
                new_link(change, seal_of(home, change), recipient, on, renew=True)
            to = mail_link(change, recipient, who, on, is_new=deed is LinkDeed.RENEW)
            told = f"{told} {arrives_in_words(to, who)}".strip()
        change.add([sent.receipt(told, register.now())])
