"""Names of those who act in a dossier, as a person reads them."""

from gehoord.domain.eenheid import BURGEMEESTERS, OFFICES
from gehoord.domain.facts import Facts


def names(facts: Facts) -> dict[str, str]:
    """Return the name of everybody who owes, decides or receives, by the key the register uses.

    A unit that can no longer be read gives no names to its bodies; their key must do then.
    """
    named = dict(OFFICES)
    for municipality in facts.municipalities:
        named[municipality.code] = municipality.name
        named[f"{BURGEMEESTERS} {municipality.code}"] = f"burgemeester van {municipality.name}"
    try:
        parties = facts.eenheid.parties
    except ValueError:
        return named
    return named | {party.id: party.name for party in parties}
