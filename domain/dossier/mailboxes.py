# SPDX-License-Identifier: EUPL-1.2
"""Where the mail about an action arrives: at whoever owes it, and nowhere else."""

from typing import NamedTuple

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, recipient_of


class Mailbox(NamedTuple):
    """A mailbox.

    Attributes:
        recipient: the key under which its owner gets mail.
        party: the office, the body, or what somebody is in a municipality.
        address: empty when none is known.
    """

    recipient: str
    party: str
    address: str


def mailbox_of(state: State, action: Action) -> Mailbox:
    """Return the mailbox of who owes an action."""
    if action.municipality is None:
        return Mailbox(action.owner, action.owner, state.eenheid.address_of(action.owner))
    party = state.as_opened.step(action.step).owner
    [municipality] = state.municipalities.where(code=action.municipality)
    recipient = recipient_of(party, action.municipality)
    return Mailbox(recipient, party, municipality.address_of(party))


def is_reached(state: State, mailbox: Mailbox) -> bool:
    """Whether mail arrives there.

    The adviser gets his at the sender's own address; in trial nobody needs one, for nothing leaves.
    """
    if mailbox.address or mailbox.recipient == ADVISER:
        return True
    return state.dossier.mode is Mode.TRIAL
