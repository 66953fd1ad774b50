# SPDX-License-Identifier: EUPL-1.2
"""Toegang: the adviser gives a party its link again, a new one, or none any more."""

from datetime import date
from pathlib import Path

from gehoord.domain.acts.access import (
    GivenLink,
    given_link,
    in_words,
    party_named,
    renewal,
    withdrawal,
    withdrawn_in_words,
)
from gehoord.domain.dossier.access import Access
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.accesses import valid_until
from gehoord.tasks.seal import new_salt, seal_of


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
        until = valid_until(state, recipient, on)
        new = seal.new(dossier, recipient, known, on, until, new_salt())
        change.apply(renewal(known if renew else [], new, on))
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
    text = f"Link van {who} ingetrokken."
    with register.changing(dossier, on, "adviseur", "toegang", text) as change:
        known = change.all(Access, dossier, recipient=recipient)
        change.apply(withdrawal(known, who, on))
    return f"{text} {withdrawn_in_words(recipient, who)}"
