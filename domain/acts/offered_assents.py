# SPDX-License-Identifier: EUPL-1.2
"""What the forms about those who adopt offer to choose from."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.correction_of_assent import assents_to_take_back
from gehoord.domain.dossier.assents import open_conditions
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, OFFICES, REGIOBURGEMEESTER


def _who_make(state: State, on: date) -> list[str]:
    bodies = [party.name for party in state.eenheid.parties]
    offices = [OFFICES[HOOFDOFFICIER], REGIOBURGEMEESTER]
    return [*alphabetical(m.name for m in state.living), *offices, *bodies]


def _to_lift(state: State, on: date) -> list[str]:
    return [condition.called for condition in open_conditions(state)]


def _who_lift(state: State, on: date) -> list[str]:
    """Return who may say that a condition is gone, of those that stand open."""
    return list(dict.fromkeys(condition.lifted_by for condition in open_conditions(state)))


def of_assents(state: State) -> set[str]:
    """Return of whom, or under which number, something can be taken back."""
    return {called for _, called in assents_to_take_back(state)}


OF_ASSENTS: Final = {
    ("voorwaarde", "van"): _who_make,
    ("voorwaarde-weg", "voorwaarde"): _to_lift,
    ("voorwaarde-weg", "door"): _who_lift,
}
"""What one field of one form offers. Who can take a condition away is free when it is made."""
