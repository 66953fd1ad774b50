# SPDX-License-Identifier: EUPL-1.2
"""Who is meant by a guest of a session: a group, office or body of the unit, or only a name."""

from collections.abc import Iterator

from gehoord.domain.dossier.addressees import recipients
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import OFFICES, PER_MUNICIPALITY, recipient_of
from gehoord.domain.nearby import folded


def guests(state: State, session: InfoSession) -> list[str]:
    """Return the keys of the guests that the unit knows, each once; the others are named only."""
    known = party_keys(state)
    found = (known.get(folded(name)) for name in session.invited)
    return list(dict.fromkeys(key for key in found if key))


def unknown_guests(state: State, session: InfoSession) -> list[str]:
    """Return the guests that are only a name here: no group, office or body of the unit."""
    known = party_keys(state)
    return [name for name in session.invited if folded(name) not in known]


def reached(state: State, session: InfoSession) -> tuple[int, list[str]]:
    """Return how many guests have an address to be invited at, and the names of who has none."""
    found = list(recipients(state, guests(state, session)))
    return sum(bool(each.address) for each in found), [r.name for r in found if not r.address]


def is_guest(state: State, session: InfoSession, recipient: str) -> bool:
    """Whether who gets mail under this key (`recipient_of`) is invited to a session."""
    code = recipient.rpartition(" ")[2]
    keys = {recipient_of(g, code) if g in PER_MUNICIPALITY else g for g in guests(state, session)}
    return recipient in keys


def party_keys(state: State) -> dict[str, str]:
    """Return the key of each party that letters can go to, by the folded names people use."""
    return dict(_names(state))


def party_names(state: State) -> list[str]:
    """Return what the groups, offices and bodies are called that letters can go to."""
    return [*PER_MUNICIPALITY, *OFFICES.values(), *(p.short_name for p in state.eenheid.parties)]


def _names(state: State) -> Iterator[tuple[str, str]]:
    for group, one in PER_MUNICIPALITY.items():
        yield from ((folded(name), group) for name in (group, one))
    for office, name in OFFICES.items():
        yield from ((folded(each), office) for each in (office, name))
    for party in state.eenheid.parties:
        yield from ((folded(each), party.id) for each in (party.id, party.name, party.short_name))
