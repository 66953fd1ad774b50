# SPDX-License-Identifier: EUPL-1.2
"""Names of those who act in a dossier, as a person reads them."""

from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    OFFICES,
    PER_MUNICIPALITY,
    SAFETY_OFFICIALS,
    recipient_of,
)


def names(state: State) -> dict[str, str]:
    """Return the name of everybody who owes, decides or receives, by the key the register uses.

    A unit that can no longer be read gives no names to its bodies; their key must do then.
    """
    named = dict(OFFICES)
    for municipality in state.municipalities:
        named[municipality.code] = municipality.name
        for party in (BURGEMEESTERS, SAFETY_OFFICIALS):
            who = f"{PER_MUNICIPALITY[party]} van {municipality.name}"
            named[recipient_of(party, municipality.code)] = who
    named |= {reviewer.key: reviewer.name for reviewer in state.reviewers}
    try:
        parties = state.eenheid.parties
    except ValueError:
        return named
    return named | {party.id: party.name for party in parties}
