# SPDX-License-Identifier: EUPL-1.2
"""The unit of a dossier as it is known now, for the procedure that comes after it."""

from typing import Final

from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid

_TOLD_SINCE: Final = ("griffie_address", "burgemeester_address", "safety_address", "goals_set_on")
"""What people tell of a municipality of a dossier that is open."""


def eenheid_now(state: State) -> Eenheid:
    """Return the unit with what was told of its municipalities since the dossier was opened."""
    told = {m.code: m.model_dump(include=set(_TOLD_SINCE)) for m in state.municipalities}
    known = state.eenheid.municipalities
    now = tuple(m.model_copy(update=told.get(m.code, {})) for m in known)
    return state.eenheid.model_copy(update={"municipalities": now})
