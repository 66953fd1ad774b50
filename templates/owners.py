# SPDX-License-Identifier: EUPL-1.2
"""Who owes an action, in the words of a sentence."""

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import COUNCILS, GRIFFIES
from gehoord.domain.proposal.step import StepKind


def owner_in_words(state: State, action: Action) -> str:
    """Return who owes an action: at a hearing two, the burgemeester hears and the council is heard.

    The name on a card stays short, and names a municipality alone.
    """
    found = state.municipalities.where(code=action.municipality) if action.municipality else []
    if not found:
        return action.owner_name
    if action.kind is StepKind.HEARING:
        return f"burgemeester en raad van {found[0].name}"
    named = {COUNCILS: "raad", GRIFFIES: "griffie"}.get(state.as_opened.step(action.step).owner)
    return f"{named} van {found[0].name}" if named else action.owner_name
