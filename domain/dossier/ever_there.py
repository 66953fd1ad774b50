# SPDX-License-Identifier: EUPL-1.2
"""The councils that exist or did, without those that were in the dossier by mistake."""

from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State


def hearings_ever_there(state: State) -> list[Hearing]:
    """Return the hearings of all councils but of those that never were, in order."""
    mistakes = {m.code for m in state.municipalities if m.never_was}
    return [h for h in state.hearings if h.municipality not in mistakes]
