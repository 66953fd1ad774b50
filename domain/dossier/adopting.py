# SPDX-License-Identifier: EUPL-1.2
"""Whose burgemeesters adopt, or adopted: those of the municipalities that are there that day.

Law: Politiewet 2012, art. 39 lid 1.
"""

from datetime import date
from itertools import chain

from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State


def adopting(state: State, taken: Besluit | None) -> list[FrozenMunicipality]:
    """Return the municipalities of the day of a besluit; before one is taken, those of now.

    A merger of after that day changes nothing in who was there.
    """
    if taken is None:
        return state.living
    there = [m for m in state.municipalities if _is_there(m, taken.taken_on)]
    grew = set(chain.from_iterable(m.successors for m in there))
    were = {*taken.adopters, *(h.municipality for h in state.hearings)}
    return [m for m in there if m.code not in grew or m.code in were]


def _is_there(municipality: FrozenMunicipality, day: date) -> bool:
    """Whether it had not ceased before a day."""
    return municipality.until is None or municipality.until >= day
