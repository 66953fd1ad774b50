# SPDX-License-Identifier: EUPL-1.2
"""Who is behind an addressee: every council, every burgemeester, a body or an office."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import GRIFFIES, OFFICES, PER_MUNICIPALITY, recipient_of


class Recipient(NamedTuple):
    """One who gets a letter.

    Attributes:
        id: is never shown.
        party: the id of the office, body or group it is of.
        name: of the municipality, office or body.
        address: empty when none is known.
        municipality: a CBS code, if it is of one.
    """

    id: str
    party: str
    name: str
    address: str = ""
    municipality: str | None = None


def recipients(state: State, parties: Iterable[str]) -> Iterator[Recipient]:
    """Yield each party behind these addressees, once; only of municipalities that still exist.

    A council and its griffie have one mailbox: of a letter to both only the first leaves.
    """
    seen: set[str] = set()
    for party in parties:
        for found in _behind(state, party):
            if found.id not in seen:
                seen.add(found.id)
                yield found


def addressee_of(state: State, recipient: str) -> Recipient:
    """Return who is behind the key under which mail goes out (`recipient_of`).

    A municipality alone is its griffie.
    """
    if reviewer := next((r for r in state.reviewers if r.key == recipient), None):
        return Recipient(recipient, recipient, reviewer.name, reviewer.address)
    party, _, code = recipient.rpartition(" ")
    if found := state.municipalities.where(code=code):
        party = party or GRIFFIES
        return Recipient(recipient, party, found[0].name, found[0].address_of(party), code)
    return next(_behind(state, recipient))


def _behind(state: State, party: str) -> Iterator[Recipient]:
    if party not in PER_MUNICIPALITY:
        body = state.eenheid.party(party)
        name = body.name if body else OFFICES.get(party, party)
        yield Recipient(party, party, name, state.eenheid.address_of(party))
        return
    for m in state.living:
        key, address = recipient_of(party, m.code), m.address_of(party)
        yield Recipient(key, party, m.name, address, m.code)
