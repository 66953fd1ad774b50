# SPDX-License-Identifier: EUPL-1.2
"""On what ground the plan of a dossier is extended: no dossier knows it, a person says it."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.odd_characters import has_unseen
from gehoord.domain.proposal.proposal import Extension


def extension_of(
    state: State, decided_on: date, ground: str, on: date, asked_as: tuple[str, str]
) -> Extension:
    """Return on what ground the plan of a dossier is extended.

    Args:
        state: the dossier.
        decided_on: the day on which that was decided.
        ground: why.
        on: today.
        asked_as: how the person who answered knows the day, and the ground.

    Raises:
        GehoordError: it cannot have been on that day, or no ground is given that can be read.
    """
    day_asked, ground_asked = asked_as
    said = day_in_words(decided_on)
    if decided_on > on:
        raise GehoordError(f"Op {said} ({day_asked}) is nog niet besloten: die dag moet nog komen.")
    if state.adoption and decided_on < state.adoption.taken_on:
        raise GehoordError(
            f"Op {said} ({day_asked}) kan niet tot de verlenging zijn besloten: het plan is pas "
            f"vastgesteld op {day_in_words(state.adoption.taken_on)}."
        )
    refuse_without_ground(ground, f"waarom het plan wordt verlengd ({ground_asked})")
    if has_unseen(ground):
        raise GehoordError(
            f"Bij {ground_asked} staat een teken dat niet te zien is; typ de tekst daar opnieuw."
        )
    return Extension(
        plan=state.as_opened.beleidsplan.name,
        ground=ground,
        same_content=True,
        decided_on=decided_on,
    )
