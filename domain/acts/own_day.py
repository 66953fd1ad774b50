# SPDX-License-Identifier: EUPL-1.2
"""A council has a last day to answer of its own, later than that of the others, or has it no more.

When the hearing itself moves, the later of both days is the last one of that council.
"""

from datetime import date

from gehoord.domain.acts.replan import replanned, shifts
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State


def on_own_day(state: State, hearing: Hearing, becomes: Hearing, on: date) -> Changes:
    """Return what changes when a council gets a last day of its own, or loses it."""
    changes = Changes.replacing([(hearing, becomes)])
    after, step = state.after(changes), state.as_opened.hearing
    moved = shifts(after, after.plan, on, [step.id] if step else [])
    return changes + replanned(after, after.plan, moved)


def respites_ended(state: State, councils: frozenset[str], on: date) -> Changes:
    """Return what changes when councils are asked anew: what they had longer was for then.

    Args:
        state: the dossier.
        councils: their codes.
        on: the day on which they are asked.
    """
    longer = [h for h in state.hearings if h.respite_until and h.municipality in councils]
    changes = Changes()
    for hearing in longer:
        after = state.after(changes)
        changes += on_own_day(after, hearing, hearing.with_respite(None, ""), on)
    return changes
