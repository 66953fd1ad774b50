# SPDX-License-Identifier: EUPL-1.2
"""`gehoord check`: what the law objects to, for people and for programs."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.app.bad_files import KLEIN
from tests.app.conftest import Gehoord


def test_a_reason_for_a_mere_warning_is_shown_behind_it(opened: Gehoord) -> None:
    def found() -> tuple[Any, str]:
        told = json.loads(opened("check", "klein", "--json").out)["findings"]
        return next(f for f in told if f["code"] == "reces"), opened("check", "klein").out

    (before, said), ground = found(), "De raden gaven zelf aan dat september volstaat."
    assert before["reason"] is None
    assert "Reden vastgelegd" not in said
    assert opened("record", "reden", "klein", "reces", "--grond", ground).code == 0
    after, said = found()
    assert after["severity"] == before["severity"] == "waarschuwing"
    assert after["reason"] == {"office": "adviseur", "on": "2027-01-04", "ground": ground}
    assert f"Reden vastgelegd door de adviseur op 4 januari 2027: {ground}" in said


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("", "", 0),
        ('"2 weken na themas"', '"10 dagen na themas"', 0),
        ('aan = "minister"', 'aan = "raden"', 2),
    ],
    ids=["lawful", "warning", "block"],
)
def test_gehoord_check_stops_at_a_block_alone(
    gehoord: Gehoord, folder: Path, old: str, new: str, code: int
) -> None:
    (folder / "klein.toml").write_text(KLEIN.replace(old, new, 1))
    ran = gehoord("check", "klein.toml")
    assert (ran.code, ran.err) == (code, "")
    found = json.loads(gehoord("check", "klein.toml", "--json").out)["findings"]
    assert len([f for f in found if f["code"] != "reces"]) == bool(old)
    for finding in found:
        steps = " en ".join(finding["steps"])
        word = "stappen" if " en " in steps else "stap"
        assert f"{finding['severity'].upper()} {finding['code']} ({word} {steps}): " in ran.out
        assert finding["text"] in ran.out
        assert f"  Wat te doen: {finding['remedy']}" in ran.out
    blocks = "1 blokkade" if code else "geen blokkades"
    others = "2 andere bevindingen" if old and not code else "1 andere bevinding"
    assert f": {blocks}, {others}." in ran.out
    assert "ondersteunt een jurist en vervangt die niet" in ran.out


def test_gehoord_check_gives_the_documented_json(gehoord: Gehoord, folder: Path) -> None:
    (folder / "klein.toml").write_text(KLEIN.replace('aan = "minister"', 'aan = "raden"', 1))
    ran = gehoord("check", "klein.toml", "--json")
    assert ran.code == 2
    found = json.loads(ran.out)
    assert [f["code"] for f in found["findings"]] == ["niet-toegezonden", "reces"]
    assert {"findings": found["findings"][:1]} == {
        "findings": [
            {
                "code": "niet-toegezonden",
                "severity": "blokkade",
                "steps": ["vaststelling"],
                "text": "Het vastgestelde plan gaat niet naar de minister.",
                "article": "Politiewet 2012, art. 39 lid 4",
                "ground": "wet",
                "reading": None,
                "source": None,
                "remedy": "Voeg na de vaststelling een bericht toe aan de minister en een aan de "
                "korpschef.",
                "offices": [],
                "reason": None,
            }
        ]
    }


@pytest.mark.parametrize("name", ["noord-holland/imv-2028-2031", "noord-holland/imv-2024-2027"])
def test_a_shipped_procedure_is_checked_by_its_name(gehoord: Gehoord, name: str) -> None:
    ran = gehoord("check", name, "--json")
    found = json.loads(ran.out)["findings"]
    assert ran.code == (2 if any(f["severity"] == "blokkade" for f in found) else 0)


def test_a_file_goes_before_a_shipped_name(gehoord: Gehoord, folder: Path) -> None:
    (folder / "noord-holland").mkdir()
    for name, to in (("klein.toml", "imv-2028-2031"), ("eenheid.toml", "eenheid.toml")):
        shutil.copy(folder / name, folder / "noord-holland" / to)
    ran = gehoord("check", "noord-holland/imv-2028-2031")
    assert ran.out.splitlines()[-2].startswith(
        "Beleidsplan 2028-2031: geen blokkades, 1 andere bevinding."
    )


def test_the_check_of_the_present_cycle_says_which_day_is_the_last(gehoord: Gehoord) -> None:
    said = gehoord("check", "noord-holland/imv-2028-2031").out
    assert "De laatste dag om vast te stellen is dinsdag 9 november 2027" in said


def test_the_day_on_which_a_council_set_its_goals_is_recorded_and_judged(
    opened: Gehoord,
) -> None:
    """The themes of this procedure are chosen on 11 March 2027."""
    assert "lokale-doelen" not in opened("check", "klein").out
    said = opened("record", "veiligheidsplan", "klein", "Hoorn", "--op", "2023-03-10")
    assert (said.code, said.err) == (0, "")
    assert "De raad van Hoorn stelde zijn veiligheidsplan vast op 10 maart 2023." in said.out
    told = opened("check", "klein").out
    assert "Ouder dan vier jaar is dan het veiligheidsplan van Hoorn (10 maart 2023)." in told
    assert opened("verify", "klein").code == 0
