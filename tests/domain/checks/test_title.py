# SPDX-License-Identifier: EUPL-1.2
"""What the title of a step says is adopted in it."""

import pytest

from gehoord.domain.checks.title import Names, adopts_plan

NAMES = Names.of(
    ["Integraal Meerjarenbeleidsplan Veiligheid (IMV) 2024-2027", "IMV 2024-2027", "Veilig Samen"],
    ["rbop", "Regionaal Bestuurlijk Overleg Politie (RBOP)", "V10"],
)


@pytest.mark.parametrize(
    "title",
    [
        "beleidsplan vastgesteld",
        "BELEIDSPLAN VASTGESTELD",
        "beleidsplan vaststellen",
        "Vaststelling beleidsplan",
        "vaststelling van het IMV 2024-2027",
        "RBOP stelt het beleidsplan vast",
        "burgemeesters en hoofdofficier stellen beleidsplan vast",
        "definitieve vaststelling van het regionaal beleidsplan",
        "het regionale beleidsplan wordt vastgesteld in het RBOP",
        "beleidsplan 2024-2027 definitief vastgesteld door de burgemeesters",
        "plan vastgesteld",
        "RBOP: plan vastgesteld",
        "IMV 2024-2027: vaststelling",
        "Integraal Meerjarenbeleidsplan Veiligheid (IMV) 2024-2027 vaststellen",
        "Veilig Samen 2024-2027 vastgesteld",
        "beleidsplan en sterkteverdeling vaststellen",
        "vaststellingsbesluit beleidsplan",
        "besluit tot vaststelling",
        "besluiten over vaststelling beleidsplan",
        "formele vaststelling",
        "politiebeleidsplan vaststellen",
    ],
)
def test_a_title_that_calls_the_plan_adopted(title: str) -> None:
    assert adopts_plan(title, NAMES)


@pytest.mark.parametrize(
    "title",
    [
        "thema's vaststellen",
        "thema\u2019s van het beleidsplan vaststellen",
        "thema's IMV vaststellen",
        "IMV-thema's vaststellen",
        "IMV 2024-2027: thema's vaststellen",
        "scope en thema's van het plan vaststellen",
        "uitgangspunten beleidsplan vaststellen",
        "kaders voor het beleidsplan vaststellen",
        "procesvoorstel en opdracht vaststellen",
        "proces van het beleidsplan vaststellen",
        "planning van het beleidsplan vaststellen",
        "beleidsplan: tijdpad vaststellen",
        "agenda vaststellen",
        "verslag vaststellen",
        "jaarverslag vaststellen",
        "IVP vaststellen",
        "integraal veiligheidsplan vaststellen",
        "plan van aanpak vaststellen",
        "uitvoeringsplan vaststellen",
        "voorgenomen vaststelling beleidsplan",
        "voorgenomen sterkteverdeling vaststellen",
        "hoofdlijnen van de sterkteverdeling vaststellen",
        "ontwerpbeleidsplan vaststellen",
        "concept-beleidsplan vaststellen",
        "70%-versie van het beleidsplan vaststellen",
        "voorbereiding van de vaststelling van het beleidsplan",
        "procedure voor vaststelling beleidsplan",
        "datum van vaststelling bepalen",
        "beleidsplan ter vaststelling aanbieden",
        "beleidsplan bespreken",
        "vaste thema's bespreken",
    ],
)
def test_a_title_that_adopts_something_else_or_nothing(title: str) -> None:
    assert not adopts_plan(title, NAMES)
