# SPDX-License-Identifier: EUPL-1.2
"""The word before a name: it follows from the first noun in it that is known."""

import pytest

from gehoord.domain.eenheid.lidwoord import Lidwoord, in_sentence, known_lidwoord

DE, HET = Lidwoord.DE, Lidwoord.HET


@pytest.mark.parametrize(
    ("name", "lidwoord"),
    [
        ("Integraal Meerjarenbeleidsplan Veiligheid (IMV) 2024-2027", HET),
        ("Beleidsplan 2028-2031", HET),
        ("Regionaal beleidskader politie", HET),
        ("Regionale Veiligheidsstrategie 2024-2027", DE),
        ("Veiligheidsagenda Rotterdam", DE),
        ("Meerjarenvisie politie", DE),
        ("Kadernota 2027", DE),
        ("IMV 2028-2031", None),
        ("Samen Veilig", None),
    ],
)
def test_a_name_gives_its_lidwoord_or_none(name: str, lidwoord: Lidwoord | None) -> None:
    assert known_lidwoord(name) is lidwoord


def test_a_name_with_a_lidwoord_keeps_its_own() -> None:
    assert in_sentence("De koers van Oost", HET) == "de koers van Oost"
    assert in_sentence("Deltaplan", HET) == "het Deltaplan"
