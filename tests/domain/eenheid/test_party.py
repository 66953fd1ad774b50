# SPDX-License-Identifier: EUPL-1.2
"""How a body, or somebody in an office, is greeted in a letter."""

from typing import Any

import pytest

from gehoord.domain.eenheid.lidwoord import Lidwoord
from gehoord.domain.eenheid.party import Party


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("RBOP", "Geachte leden van het RBOP"),
        ("Regionaal Bestuurlijk Overleg Politie (RBOP)", "Geachte leden van het RBOP"),
        ("Bestuurlijke begeleidingsgroep (BBG)", "Geachte leden van de BBG"),
        ("Bestuurscollege", "Geachte leden van het Bestuurscollege"),
        ("Werkgroep IMV", "Geachte leden van de Werkgroep IMV"),
        ("Stuurgroep", "Geachte leden van de Stuurgroep"),
        ("Burgemeester van Alkmaar", "Geachte burgemeester"),
        ("Hoofdofficier van justitie Noord", "Geachte hoofdofficier van justitie"),
        ("Secretaris RBO", "Geachte secretaris"),
        ("Politie eenheid Noord-Holland", "Geachte heer of mevrouw"),
    ],
)
def test_a_greeting_follows_from_a_name(name: str, greeting: str) -> None:
    assert Party(id="x", name=name).greeting == greeting


@pytest.mark.parametrize(
    ("given", "greeting"),
    [
        ({"lidwoord": "de", "is_delegation": True}, "Geachte leden van de V10"),
        (
            {"greeting_given": "Geachte collega's van de politie,"},
            "Geachte collega's van de politie",
        ),
    ],
)
def test_what_the_unit_gives_goes_before_it(given: dict[str, Any], greeting: str) -> None:
    assert Party(id="v10", name="V10", **given).greeting == greeting


def test_a_lidwoord_is_one_of_two() -> None:
    assert [str(word) for word in Lidwoord] == ["de", "het"]
