# SPDX-License-Identifier: EUPL-1.2
"""Rounds in which bodies choose from a list: who chose, who did not, and how it stands."""

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.preparation import preparing_rounds
from gehoord.templates.markdown import plain
from gehoord.templates.rounds import round_part


def rounds(state: State) -> list[str]:
    """Return the rounds in Markdown; nothing where no body chooses from a list."""
    told = preparing_rounds(state)
    if told is None:
        return []
    return ["## Keuze uit kandidaten", "", plain(told.in_words), *_who_chose(state)]


def _who_chose(state: State) -> list[str]:
    part = round_part(state)
    if part is None or not part.bodies:
        return []
    chose = enumeration([f"{name} op {day}" for name, day in part.bodies])
    return ["", f"Al gekozen: {plain(chose)}."]
