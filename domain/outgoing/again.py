# SPDX-License-Identifier: EUPL-1.2
"""The ontwerp once more: a letter that went to an address at which nobody reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.ical.address import addresses
from gehoord.domain.acts.act import AddressChanged
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message, MessageState, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter


@dataclass(frozen=True, slots=True)
class Again:
    """A letter that must go once more.

    Attributes:
        letter: as it was first sent in this round.
        topic: that of the message it goes in now: the same, counted on.
        left_on: the day on which it last went, to where it should not.
    """

    letter: Message
    topic: Topic
    left_on: date


def letter_that_missed(
    state: State, letters: Iterable[Message], changed: AddressChanged
) -> Again | None:
    """Return the ontwerp letter of this round, if it left to another address than this one.

    Only a council that was asked and has not answered needs it. One that has not left goes to the
    new address by itself, and an ontwerp that a newer one replaced is sent to nobody again.

    Args:
        state: the dossier.
        letters: its messages.
        changed: who of which municipality is reached where now.
    """
    ontwerp = state.ontwerp
    if ontwerp is None or not _waits_for_answer(state, changed.municipality, ontwerp.content_id):
        return None
    same = {v.number for v in state.versions if v.content_id == ontwerp.content_id}
    sent = _of_this_round(letters, changed.recipient, same)
    if not sent or not _went_elsewhere(sent[-1], changed.address):
        return None
    first, last = sent[0], sent[-1]
    topic = {name: getattr(last, name) for name in Topic.model_fields}
    return Again(first, Topic(**topic | {"edition": last.edition + 1}), last.created_on)


def _of_this_round(letters: Iterable[Message], recipient: str, versions: set[int]) -> list[Message]:
    """Return the ontwerp letters of the last time that a council was asked, in order."""
    about = [
        m
        for m in letters
        if m.letter is Letter.ONTWERP and m.recipient == recipient and m.version in versions
    ]
    last = max((m.round or 0 for m in about), default=0)
    return sorted((m for m in about if (m.round or 0) == last), key=lambda m: m.edition)


def _went_elsewhere(letter: Message, address: str) -> bool:
    """Whether it left, and one of the addresses that are right now did not get it."""
    if letter.state is not MessageState.SENT:
        return False
    reached = set(letter.reached) or {found.mail for found in addresses(letter.address)}
    return not reached.issuperset(found.mail for found in addresses(address))


def _waits_for_answer(state: State, municipality: str | None, version: str) -> bool:
    """Whether a council was asked about this version, has not answered, and still can."""
    return state.adoption is None and any(
        h.municipality == municipality and h.state is HearingState.INVITED and h.version == version
        for h in state.hearings
    )
