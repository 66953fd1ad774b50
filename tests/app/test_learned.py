# SPDX-License-Identifier: EUPL-1.2
"""`gehoord learned`: what earlier procedures took, for people and for programs."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord
from tests.conftest import read_day


def test_it_tells_without_a_register_each_length_with_its_number_of_cases_and_source(
    gehoord: Gehoord,
) -> None:
    ran = gehoord("learned")
    assert (ran.code, ran.err) == (0, "")
    assert "Dit is ervaring en geen voorschrift." in ran.out
    rows = [line.split("\t") for line in ran.out.splitlines()]
    hearing = "van de verzending van het ontwerp tot het laatste antwoord van een raad"
    told = [row for row in rows if row[0] == hearing and "IMV 2024-2027" in row]
    assert told == [
        [
            hearing,
            "2",
            "IMV 2024-2027",
            "ongeveer 122 dagen (112 tot 132)",
            "niet bekend",
            "",
            "S000 en S001",
        ]
    ]
    assert "21 stappen tellen niet mee: geen stuk noemt een dag" in ran.out
    assert "Van 24 stappen is de dag bekend, maar geen planning van daarvoor" in ran.out
    assert "S001 is de brief aan de raden over het IMV 2024-2027" in ran.out


def test_one_unit_alone_and_in_json(gehoord: Gehoord) -> None:
    found = json.loads(gehoord("learned", "oost-nederland", "--json").out)
    [hearing] = [leg for leg in found["legs"] if leg["leg"] == "horen"]
    assert (hearing["cases"], hearing["shortest"], hearing["longest"]) == (1, 60, 60)
    [known] = hearing["known"]
    assert known["actual"] is None
    assert known["planned"] == {"days": 60, "least": 60, "most": 60, "approximate": True}
    assert known["source"] == "S004"
    assert found["councils"] == []
    assert found["left_out"] == {"undated": 0, "unplanned": 0, "exercises": 0}


def test_a_unit_without_a_past_and_a_dossier_that_goes_on_teach_nothing(opened: Gehoord) -> None:
    ran = opened("learned", "limburg")
    assert (ran.code, ran.out) == (0, "Van eerdere procedures is hier niets bekend.\n")
    assert "dossier klein" not in opened("learned").out


def test_a_unit_that_is_not_known_is_refused_in_a_sentence(gehoord: Gehoord) -> None:
    ran = gehoord("learned", "atlantis")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Eenheid 'atlantis' is niet bekend.")


def test_a_new_proposal_and_its_check_say_where_it_is_tighter_than_it_ever_was(
    gehoord: Gehoord, folder: Path, on_day: Callable[[date], None]
) -> None:
    on_day(read_day("Sun 2026-11-29"))
    (folder / "eenheid.toml").unlink()
    made = gehoord("new", "noord-holland", "--adoption", "2028-12-14", "-o", "voorstel.toml")
    said = "de vaststelling: hier 98 dagen, korter dan in elke eerdere procedure (2 zaken)"
    assert said in made.out
    text = (folder / "voorstel.toml").read_text()
    assert said in text
    assert "# S000 is de brief aan de raden bij het IMV 2023" in text
    found = json.loads(gehoord("check", "voorstel.toml", "--json").out)["findings"]
    [shorter] = [f for f in found if f["code"] == "korter-dan-eerder"]
    assert (shorter["severity"], shorter["article"]) == ("waarschuwing", None)
    assert shorter["steps"] == ["verzending", "vaststelling"]
    assert "S003" in shorter["text"]
    assert gehoord("check", "voorstel.toml").code == 0


@pytest.mark.parametrize("content", [b"", b"geen database" * 100], ids=["empty", "no database"])
def test_a_register_that_cannot_be_read_stands_in_the_way_of_no_plan(
    gehoord: Gehoord, folder: Path, content: bytes
) -> None:
    (folder / "var").mkdir()
    (folder / "var" / "gehoord.db").write_bytes(content)
    ran = gehoord("check", "klein.toml", "--json")
    assert ran.code == 0
    assert [f["code"] for f in json.loads(ran.out)["findings"]] == ["reces"]
    assert ran.err.startswith("Eerdere dossiers tellen nu niet mee: het register is niet te lezen")
    assert ran.err.count("\n") == 1
    refused = gehoord("learned")
    assert (refused.code, refused.out) == (2, "")
    assert (folder / "var" / "gehoord.db").read_bytes() == content
