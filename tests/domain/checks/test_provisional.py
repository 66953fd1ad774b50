# SPDX-License-Identifier: EUPL-1.2
"""The strength that the plan distributes is the definitive one.

Law: Politiewet 2012, art. 39 lid 1: the plan holds the distribution of the available strength.
"""

import pytest

from gehoord.domain.finding import Finding, Severity
from gehoord.law.politiewet import ADOPT
from tests.domain.checks.cases import of_code
from tests.domain.checks.written import judged_with
from tests.sentence import assert_sentence

CASE = "sterkte-later"
PROVISIONAL = 'voorlopige_delen = ["sterkteverdeling"], '
TITLE = 'titel = "verdeling van 77 fte vaststellen"'
LATER = 'soort = "besluit", actiehouder = "rbo", wanneer = "16 november 2023"'


def found(code: str, *changes: tuple[str, str]) -> list[Finding]:
    return of_code(code, judged_with(CASE, *changes))


def test_a_strength_that_is_provisional_when_adopted_asks_for_a_reason() -> None:
    [finding] = found("deel-voorlopig-bij-vaststelling")
    assert finding.severity is Severity.REASON
    assert finding.steps == ("definitief", "vaststelling", "sterkte")
    assert finding.article == ADOPT
    assert_sentence(finding.text, "Nog voorlopig", "'verdeling van 77 fte vaststellen'")
    assert "16 november 2023" in finding.text


def test_so_does_one_of_which_nothing_says_when_it_follows() -> None:
    [finding] = found("deel-voorlopig-bij-vaststelling", (TITLE, 'titel = "terugkijken"'))
    assert finding.steps == ("definitief", "vaststelling")
    assert "volgt pas" not in finding.text


@pytest.mark.parametrize(
    "title",
    [
        "verdeling van 77 fte vaststellen",
        "definitieve sterkteverdeling vaststellen",
        "besluit over de wijkagenten",
        "formatie verdelen over de districten",
    ],
)
def test_a_strength_that_is_distributed_after_the_adoption_is_told(title: str) -> None:
    changes = ((PROVISIONAL, ""), (TITLE, f'titel = "{title}"'))
    assert found("deel-voorlopig-bij-vaststelling", *changes) == []
    [finding] = found("sterkte-na-vaststelling", *changes)
    assert finding.steps == ("vaststelling", "sterkte")
    assert_sentence(finding.text, f"'{title}'", "(16 november 2023)")


@pytest.mark.parametrize(
    "changes",
    [
        ((TITLE, 'titel = "evaluatie van de sterkteverdeling vaststellen"'),),
        ((TITLE, 'titel = "verdeling van het budget vaststellen"'),),
        ((TITLE, 'titel = "beslissen op het beroep tegen de definitieve sterkteverdeling"'),),
        ((LATER, LATER.replace("16 november 2023", "13 oktober 2022")),),
        ((LATER, LATER.replace("16 november 2023", "jaarlijks van 2023 tot en met 2026")),),
        ((LATER, LATER.replace("besluit", "mijlpaal")),),
    ],
)
def test_what_looks_back_comes_before_or_only_takes_effect_is_let_be(
    changes: tuple[tuple[str, str], ...],
) -> None:
    assert found("sterkte-na-vaststelling", (PROVISIONAL, ""), *changes) == []
