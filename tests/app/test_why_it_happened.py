# SPDX-License-Identifier: EUPL-1.2
"""`gehoord why` after the fact: on which day a step was done, on what ground and by whom."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gehoord.app.explaining import explain
from gehoord.domain.acts.report import JaarverslagAdopted, RespiteGiven
from gehoord.domain.dossier.carried_out import carried_out
from tests.conftest import read_day
from tests.story import HEARD, Story, Told, adopted, heard
from tests.story_in_register import ToldInRegister

ADOPTED = (
    "Vastgesteld op 4 november 2027 door de burgemeesters van alle 3 gemeenten en de "
    "hoofdofficier van justitie (RBOP), op grond van Politiewet 2012, art. 39 lid 1.\n"
)


@pytest.fixture
def why(capsys: pytest.CaptureFixture[str]) -> Callable[[Story, str], tuple[str, Any]]:
    """Read the answer as a person and as a program."""

    def read(story: Story, step: str) -> tuple[str, Any]:
        explain(story.state, step, frozenset(), json=False)
        text = capsys.readouterr().out
        explain(story.state, step, frozenset(), json=True)
        return text, json.loads(capsys.readouterr().out)["happened"]

    return read


def test_after_the_adoption_it_says_who_adopted_when_and_on_what_ground(
    told: Told, why: Callable[[Story, str], tuple[str, Any]]
) -> None:
    text, happened = why(told("adopted"), "vaststelling")
    assert text.startswith(ADOPTED)
    assert happened["first_on"] == happened["last_on"] == "2027-11-04"
    assert happened["ground"] == "Politiewet 2012, art. 39 lid 1"
    assert happened["by"].endswith("(RBOP)")


def test_without_a_body_it_names_those_who_adopted_once(
    told: Told, why: Callable[[Story, str], tuple[str, Any]]
) -> None:
    story = told("final")
    story.does(adopted(body=None))
    assert why(story, "vaststelling")[0].startswith(ADOPTED.replace(" (RBOP)", ""))


def test_a_step_that_was_done_names_its_day(
    told: Told, why: Callable[[Story, str], tuple[str, Any]]
) -> None:
    text, happened = why(told("final"), "verwerking")
    assert text.startswith("Gedaan op 28 oktober 2027.\n")
    assert (happened["last_on"], happened["by"], happened["ground"]) == ("2027-10-28", None, None)


def test_a_step_of_every_council_says_how_many_did_it(
    told: Told, why: Callable[[Story, str], tuple[str, Any]]
) -> None:
    story = told("asked")
    assert why(story, "horen")[1] is None
    story.does(heard("Haarlem"))
    text, happened = why(story, "horen")
    assert text.startswith("Gedaan op 16 september 2027: 1 van 3 acties.\n")
    assert (happened["done"], happened["owed"]) == (1, 3)
    assert carried_out(story.state, "vaststelling") is None


def test_each_jaarverslag_closes_a_year_and_says_which(
    told: Told, why: Callable[[Story, str], tuple[str, Any]]
) -> None:
    story = told("adopted")
    for year in (2028, 2029):
        made = JaarverslagAdopted(
            on=date(year + 1, 5, 11),
            year=year,
            basis="39-1",
            hoofdofficier=True,
            burgemeesters="alle",
        )
        assert story.does(made).startswith(f"Het jaarverslag over {year} is vastgesteld op grond ")
    text, happened = why(story, "jaarverslag")
    assert text.startswith("Gedaan van 11 mei 2029 tot en met 11 mei 2030: 2 van 4 acties.\n")
    assert (happened["first_on"], happened["last_on"]) == ("2029-05-11", "2030-05-11")


def test_an_adoption_on_the_ground_of_lid_2_names_the_hoofdofficier_as_the_law_does(
    told: Told, why: Callable[[Story, str], tuple[str, Any]]
) -> None:
    story = told("final")
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    said = "Vastgesteld op 4 november 2027 door de regioburgemeester, in overeenstemming met de "
    text = why(story, "vaststelling")[0]
    assert text.startswith(f"{said}hoofdofficier van justitie, op grond van Politiewet 2012, ")


def test_the_hearing_says_which_council_alone_has_longer_and_why(
    told: ToldInRegister, capsys: pytest.CaptureFixture[str]
) -> None:
    story = told("asked")
    longer, why = read_day("Thu 2027-10-14"), "de raad vergadert een week later"
    story.does(RespiteGiven(on=HEARD, municipality="Texel", until=longer, reason=why))
    explain(story.state, "horen", frozenset(), json=False)
    said = capsys.readouterr().out.splitlines()
    [longer_alone] = [line for line in said if "uitstel" in line]
    assert longer_alone == (
        "- Texel: tot en met donderdag 14 oktober 2027, uitstel: de raad vergadert een week later"
    )
    explain(story.state, "horen", frozenset(), json=True)
    assert json.loads(capsys.readouterr().out)["respites"] == [
        {"council": "Texel", "until": "2027-10-14", "because": why}
    ]
