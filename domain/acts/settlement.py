# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a request without words: of the hearing that it is about, or of its day."""

from datetime import date
from typing import NamedTuple

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.request import PartyRequest, RequestState
from gehoord.domain.dossier.state import State


class Settlement(NamedTuple):
    """How a request stands by the hearing alone, and since which day."""

    state: RequestState
    on: date


def settlement(state: State, request: PartyRequest) -> Settlement | None:
    """Return what settles a request about a hearing as it stands; nothing while it needs words.

    It lapses once the council is heard or ceased; a silence is no answer of the council, and
    leaves it for the adviser. A respite is granted by a day that is no earlier than the one asked.
    """
    owed = owed_for_hearing(state, request.owner)
    if owed is None:
        return None
    hearing = state.hearing_of(request.owner)
    if hearing.state is HearingState.SILENT:
        return None
    if not owed.is_open:
        on = hearing.settled_on or owed.done_on or owed.changed_on
        return Settlement(RequestState.LAPSED, max(on, request.asked_on))
    if request.until and owed.due_on and owed.due_on >= request.until:
        return Settlement(RequestState.GRANTED, max(owed.changed_on, request.asked_on))
    return None


def owed_for_hearing(state: State, council: str) -> Action | None:
    """Return what a council owes, or owed, to be heard; by its CBS code."""
    step = state.as_opened.hearing
    found = state.actions.where(step=step.id, owner=council) if step else []
    return found[0] if found else None
