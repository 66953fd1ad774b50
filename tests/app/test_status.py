# SPDX-License-Identifier: EUPL-1.2
"""`gehoord status`: who must still be heard, and days as the plan words them."""

import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gehoord.app.register import register
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.store.state import state_of
from gehoord.templates.standing.councils import heard_in_words, lines_of
from gehoord.templates.standing.late import how_late
from tests.app.conftest import Gehoord
from tests.loose import loosened
from tests.story import ADOPTED, ONE_DAY, Told, adopted

MERGER = ("record", "herindeling", "klein", "GM9999", "Nieuwstad")


@pytest.fixture
def merged(opened: Gehoord) -> Gehoord:
    """Of Haarlem, Hoorn and Texel the last two have become Nieuwstad."""
    assert opened(*MERGER, "--opgeheven", "Hoorn", "--opgeheven", "Texel").code == 0
    return opened


def test_a_council_that_ceased_is_not_counted(merged: Gehoord, folder: Path) -> None:
    assert "Gehoord: 0 van 2 raden." in merged("status", "klein").out
    told = json.loads(merged("status", "klein", "--json").out)
    assert (told["heard"], told["councils"]) == (0, 2)
    with register().reading() as reader:
        state = state_of(reader, "klein")
    assert heard_in_words(state) == "0 van 2 raden gehoord"
    states = {row["Gemeente"]: row["Stand"] for row in lines_of(state)}
    assert states == {
        "Haarlem": "gepland",
        "Hoorn": "vervallen door herindeling",
        "Nieuwstad": "gepland",
        "Texel": "vervallen door herindeling",
    }
    assert merged("export", "klein", "-o", "klein.zip").code == 0
    with zipfile.ZipFile(folder / "klein.zip") as packed:
        overview = packed.read("klein/overzicht.html").decode()
        assert "0 van 2 gehoord" in overview
        assert overview.count("vervallen door herindeling") == 2


def test_the_first_half_is_told_in_a_line_also_at_the_step_that_it_is_about(
    opened: Gehoord,
) -> None:
    assert json.loads(opened("status", "klein", "--json").out)["preparation"] == []
    polled = opened("record", "peiling", "klein", "tussenstand", "--respondenten", "60")
    assert (polled.code, opened("record", "themas", "klein", "Drugs").code) == (0, 0)
    out = opened("status", "klein").out
    assert re.search(r"^- Peiling \(tussenstand, .*\): 60 respondenten\.", out, re.MULTILINE)
    [told] = json.loads(opened("why", "klein", "themas", "--json").out)["preparation"]
    assert (told["about"], told["steps"], told["missing"]) == ("themas", ["themas"], "")
    assert told["known"].endswith(": 1 thema.")
    assert f"- {told['known']}\n" in opened("why", "klein", "themas").out
    assert told["known"] not in opened("why", "klein", "horen").out


@pytest.fixture
def loose(gehoord: Gehoord, folder: Path) -> Gehoord:
    """Of some steps the plan names no day."""
    (folder / "klein.toml").write_text(loosened((folder / "klein.toml").read_text()))
    assert gehoord("open", "klein.toml", "--on", "2026-12-01").code == 0
    return gehoord


def test_a_day_that_the_plan_does_not_name_is_not_shown(loose: Gehoord) -> None:
    out = loose("status", "klein", "--on", "2027-05-02").out
    rows = {row.split("\t")[-1]: row.split("\t")[:2] for row in out.splitlines() if "\t" in row}
    past = "volgens de planning voorbij"
    assert rows["themas"] == ["medio maart 2027 (bij benadering)", past]
    assert rows["concept-70"] == ["in april 2027", past]
    assert rows["raadpleging-70"] == ["in mei 2027", ""]
    assert rows["themabrief"] == ["2 weken na themas (bij benadering)", past]
    assert rows["advies"] == ["donderdag 4 maart 2027", "59 dagen te laat"]
    assert "waarvan 6 te laat" in out
    told = json.loads(loose("status", "klein", "--on", "2027-05-02", "--json").out)["actions"]
    said = {a["step"]: (a["due"], a["precision"], a["words"], a["late"]) for a in told}
    assert said["themas"] == ("2027-03-15", "bij benadering", "medio maart 2027", True)
    assert said["concept-70"] == ("2027-04-30", "periode", "april 2027", True)
    assert said["advies"] == ("2027-03-04", "afgeleid", "35 weken voor vaststelling", True)


def test_a_day_that_gehoord_proposed_is_shown_as_a_proposal(told: Told) -> None:
    story = told("final")
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    [owed] = story.state.open_actions(step="bekendmaking")
    day = owed.due_on or ADOPTED
    assert how_late(owed, day, proposed=has_proposed_day(story.state, owed.step)) == "voorgesteld"
    late = how_late(owed, day + ONE_DAY, proposed=has_proposed_day(story.state, owed.step))
    assert late == "voorgestelde dag voorbij"
    story.moves("bekendmaking", day + ONE_DAY, ADOPTED)
    [owed] = story.state.open_actions(step="bekendmaking")
    assert not has_proposed_day(story.state, owed.step)


def test_what_councils_answered_is_told_with_the_working_days_that_are_left(
    opened: Gehoord, on_day: Callable[[date], None]
) -> None:
    assert json.loads(opened("status", "klein", "--json").out)["processing"] is None
    for day, line in (
        ("2027-03-11", "record themas klein Drugs"),
        ("2027-06-03", "record versie klein ontwerp"),
        ("2027-06-10", "record akkoord klein regioburgemeester"),
        ("2027-06-10", "record akkoord klein hoofdofficier"),
        ("2027-06-17", "start klein horen"),
        ("2027-09-16", "record gehoord klein Texel --antwoord zienswijze --tekst Meer"),
    ):
        on_day(date.fromisoformat(day))
        assert opened(*line.split()).code == 0, line
    out = opened("status", "klein", "--on", "2027-10-29").out
    assert "- 1 zienswijze; 1 nog zonder antwoord. Tot de vaststelling" in out
    told = json.loads(opened("status", "klein", "--on", "2027-10-29", "--json").out)["processing"]
    assert told == {
        "zienswijzen": 1, "late": 0, "open": 1, "open_points": 0, "working_days_left": 3,
    }  # fmt: skip
