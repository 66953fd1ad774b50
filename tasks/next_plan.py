# SPDX-License-Identifier: EUPL-1.2
"""Gives a dossier that was adopted earlier the action to lay out the next procedure in time."""

from datetime import date
from typing import Final

from gehoord.domain.acts.next_plan import to_lay_out_next_after_all, was_asked
from gehoord.domain.dossier.dossier import Dossier, DossierState
from gehoord.store.register import Change

ASKED: Final = "Gevraagd: het procesvoorstel voor het volgende beleidsplan."


def ask_for_next(change: Change, on: date) -> None:
    """Ask the adviser for the next procedure, where the adoption did not."""
    if change.dossier(change.dossier_id).state is not DossierState.ADOPTED:
        return
    state = change.state()
    if not was_asked(state):
        change.apply(to_lay_out_next_after_all(state, change.all(Dossier), on))
