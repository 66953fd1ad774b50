"""Who is behind an addressee: every council, every burgemeester, a body or an office."""

from collections.abc import Iterator
from typing import NamedTuple

from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, OFFICES, PER_MUNICIPALITY


class Recipient(NamedTuple):
    """One who gets a letter: ``id`` is never shown, ``municipality`` is a code, if there is one."""

    id: str
    name: str
    address: str = ""
    municipality: str | None = None


def recipients(state: State, to: str) -> Iterator[Recipient]:
    """Yield each party behind an addressee; of municipalities only those that still exist."""
    if to not in PER_MUNICIPALITY:
        party = state.eenheid.party(to)
        yield Recipient(to, party.name if party else OFFICES.get(to, to))
        return
    for m in state.living:
        if to == BURGEMEESTERS:
            yield Recipient(f"{to} {m.code}", m.name, municipality=m.code)
        else:
            yield Recipient(m.code, m.name, m.griffie_address or "", m.code)
