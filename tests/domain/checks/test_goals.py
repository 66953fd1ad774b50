# SPDX-License-Identifier: EUPL-1.2
"""Mistake 25: themes are chosen on safety goals of councils that are old, or not there yet.

Law: Politiewet 2012, art. 38b lid 1 (at least once in four years, a term in years).
"""

import re
from datetime import date

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.finding import Severity
from tests.domain.checks.cases import EENHEID, OPENED, done, judged, of_code, opened

THEMES = 'wanneer = "34 weken voor vaststelling"'
CHOSEN = 'wanneer = "11 maart 2027"'
UNKNOWN = re.sub("veiligheidsplan = .*\n", "", EENHEID)


def told(eenheid: str) -> list[str]:
    return [f.text for f in of_code("lokale-doelen", judged((THEMES, CHOSEN), eenheid=eenheid))]


def with_day_of_texel(day: str) -> str:
    return EENHEID.replace("veiligheidsplan = 2023-09-20", f"veiligheidsplan = {day}")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2023-03-11", []),
        (
            "2023-03-10",
            ["De thema's worden gekozen op 11 maart 2027. Ouder dan vier jaar is dan het "
             "veiligheidsplan van Texel (10 maart 2023)."],
        ),
        ("2027-03-11", []),
        (
            "2027-03-12",
            ["De thema's worden gekozen op 11 maart 2027. Nog niet vastgesteld is dan het "
             "veiligheidsplan van Texel (12 maart 2027)."],
        ),
        (
            "2023-02-28",  # a term in years is never extended
            ["De thema's worden gekozen op 11 maart 2027. Ouder dan vier jaar is dan het "
             "veiligheidsplan van Texel (28 februari 2023)."],
        ),
    ],
)  # fmt: skip
def test_the_goals_of_a_council_hold_for_four_years(day: str, said: list[str]) -> None:
    """Set on 11 March 2023, they hold up to and including 11 March 2027."""
    assert told(with_day_of_texel(day)) == said


def test_what_is_not_known_is_said_once_and_not_guessed_from_the_election() -> None:
    found = of_code("lokale-doelen", judged((THEMES, 'wanneer = "1 april 2026"'), eenheid=UNKNOWN))
    assert [(f.severity, f.text) for f in found] == [
        (
            Severity.WARN,
            "De thema's worden gekozen op 1 april 2026. Van 3 raden is niet bekend wanneer het "
            "eigen veiligheidsplan is vastgesteld; Gehoord toetst dat niet.",
        )
    ]


def test_each_council_is_told_by_name_and_the_unknown_are_counted() -> None:
    some = UNKNOWN.replace('"Haarlem"', '"Haarlem"\nveiligheidsplan = 2022-11-03').replace(
        '"Hoorn"', '"Hoorn"\nveiligheidsplan = 2027-06-24'
    )
    assert told(some) == [
        "De thema's worden gekozen op 11 maart 2027. Ouder dan vier jaar is dan het "
        "veiligheidsplan van Haarlem (3 november 2022). Nog niet vastgesteld is dan het "
        "veiligheidsplan van Hoorn (24 juni 2027). Van 1 raad is niet bekend wanneer het eigen "
        "veiligheidsplan is vastgesteld; Gehoord toetst dat niet."
    ]


def test_in_a_dossier_the_remedy_is_to_record_the_day() -> None:
    case = Case.of_dossier(opened(eenheid=UNKNOWN), OPENED)
    [finding] = of_code("lokale-doelen", findings(case))
    assert "gehoord record veiligheidsplan" in finding.remedy
    known = Case.of_dossier(opened(), OPENED)
    assert of_code("lokale-doelen", findings(known)) == []


def test_once_the_themes_are_chosen_only_what_is_known_is_told() -> None:
    chosen = date(2027, 3, 11)
    unknown = Case.of_dossier(done(opened(eenheid=UNKNOWN), "themas", chosen), chosen)
    assert of_code("lokale-doelen", findings(unknown)) == []
    old = with_day_of_texel("2023-03-10")
    known = Case.of_dossier(done(opened(eenheid=old), "themas", chosen), chosen)
    assert len(of_code("lokale-doelen", findings(known))) == 1
