# SPDX-License-Identifier: EUPL-1.2
"""The sterkteverdeling in the ontwerp, and the definitive one that is sent on after it (S002)."""

import re
from typing import Final

from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable, newest

_IS_ABOUT: Final = re.compile(r"sterkteverdeling|politiesterkte", re.IGNORECASE)


def is_about_strength(title: str) -> bool:
    """Whether a notice with this title brings the definitive sterkteverdeling."""
    return bool(_IS_ABOUT.search(title))


def strength_of_ontwerp(state: State) -> StrengthTable | None:
    """Return the sterkteverdeling in the newest ontwerp; nothing where none is known of it."""
    ontwerp = state.ontwerp
    return state.strengths.one(ontwerp.strength) if ontwerp and ontwerp.strength else None


def following_strength(state: State) -> StrengthTable | None:
    """Return the definitive one that came after that of the ontwerp, if it is there."""
    table, last = strength_of_ontwerp(state), newest(state.strengths)
    if table is None or last is None or last.is_provisional or last.number <= table.number:
        return None
    return last
