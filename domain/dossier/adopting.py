"""Whose burgemeesters adopt, or adopted: those of the municipalities that are there that day.

Law: Politiewet 2012, art. 39 lid 1.
"""

from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State


def adopting(state: State, taken: Besluit | None) -> list[FrozenMunicipality]:
    """Return the municipalities of the day of a besluit; before one is taken, those of now.

    A merger of after that day changes nothing in who was there.
    """
    if taken is None:
        return state.living
    there = [m for m in state.municipalities if m.until is None or m.until >= taken.taken_on]
    grew = {code for m in there if m.until for code in m.successors}
    were = {*taken.adopters, *(h.municipality for h in state.hearings)}
    return [m for m in there if m.code not in grew or m.code in were]
