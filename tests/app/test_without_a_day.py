# SPDX-License-Identifier: EUPL-1.2
"""A step without a day has none anywhere: not late, in no calendar, with no day in what is said."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord
from tests.conftest import HERE, read_day

CASES = HERE / "cases"
PARTS = ("sterkteverdeling", "wijkagenten", "doelstellingen-minister")
CLIENTS = ("regioburgemeester", "hoofdofficier")


@pytest.fixture
def case_file(folder: Path) -> Callable[[str], Path]:
    """Put a case and its unit in the folder."""

    def put(name: str) -> Path:
        shutil.copy(CASES / "eenheid.toml", folder / "eenheid.toml")
        return Path(shutil.copy(CASES / f"{name}.toml", folder / f"{name}.toml"))

    return put


@pytest.fixture
def adopted(
    gehoord: Gehoord, case_file: Callable[[str], Path], on_day: Callable[[date], None]
) -> Gehoord:
    """The plan of `toezending-zonder-dag` was adopted on 25 November 2026; it is the day after."""
    file = case_file("toezending-zonder-dag")
    parts = [word for part in PARTS for word in ("--bevat", part)]
    heard = ("--antwoord", "instemming zonder zienswijze")
    told: tuple[tuple[str, list[tuple[str, ...]]], ...] = (
        ("Wed 2026-07-01", [
            ("open", file.name, "--naam", "proef"),
            ("record", "versie", "proef", "ontwerp", *parts),
            *[("record", "akkoord", "proef", client) for client in CLIENTS],
        ]),
        ("Fri 2026-07-03", [("start", "proef", "horen")]),
        ("Mon 2026-10-05", [
            ("record", "gehoord", "proef", name, *heard) for name in ("Deurne", "Land van Cuijk")
        ]),
        ("Mon 2026-11-02", [("record", "versie", "proef", "definitief", *parts)]),
        ("Wed 2026-11-25", [
            ("record", "vaststelling", "proef", "--grondslag", "39-1", "--hoofdofficier",
             "--alle-burgemeesters", "--gremium", "rbo"),
        ]),
    )  # fmt: skip
    for day, commands in told:
        on_day(read_day(day))
        for command in commands:
            ran = gehoord(*command)
            assert (ran.code, ran.err) == (0, ""), command
    on_day(read_day("Thu 2026-11-26"))
    return gehoord


def test_a_send_out_without_a_day_is_not_late_the_day_after_the_adoption(adopted: Gehoord) -> None:
    """Politiewet 2012, art. 39 lid 4 names no term, and the proposal no day."""
    codes = {f["code"] for f in json.loads(adopted("check", "proef", "--json").out)["findings"]}
    assert "niet-toegezonden" not in codes
    said = json.loads(adopted("status", "proef", "--json").out)["actions"]
    waiting = [(a["step"], a["due"], a["late"]) for a in said if a["step"].startswith("naar-")]
    assert waiting == [("naar-korpschef", None, False), ("naar-minister", None, False)]
    assert not any(a["late"] for a in said)
    assert "nog zonder dag" in adopted("status", "proef").out


def test_once_it_is_adopted_the_check_says_by_when_the_next_plan_must_be(adopted: Gehoord) -> None:
    """Politiewet 2012, art. 39 lid 1: at least once in four years."""
    said = adopted("check", "proef").out
    assert (
        "Vastgesteld op woensdag 25 november 2026; het volgende plan uiterlijk maandag 25 " in said
    )
    assert "november 2030 (Politiewet 2012, art. 39 lid 1)." in " ".join(said.split())
    assert "De laatste dag om vast te stellen" not in said


def test_no_calendar_and_no_mail_gives_it_a_day(adopted: Gehoord, folder: Path) -> None:
    assert adopted("watch", "--on", "2027-03-01").code == 0
    assert adopted("calendar", "proef", "-o", "alles.ics").code == 0
    calendar = (folder / "alles.ics").read_text(encoding="utf-8")
    assert "naar minister" not in calendar
    assert "plan vaststellen" in calendar
    mails = [p.read_text("utf-8", "replace") for p in (folder / "var").rglob("*.eml")]
    assert mails
    assert not any("naar minister" in mail for mail in mails)


def test_why_says_that_no_day_was_given(adopted: Gehoord) -> None:
    assert "naar minister: nog zonder dag" in adopted("why", "proef", "naar-minister").out
    told = json.loads(adopted("why", "proef", "naar-minister", "--json").out)
    assert (told["start"], told["end"], told["end_derivation"]) == (None, None, [])


def test_it_can_be_given_a_day_and_then_has_one(adopted: Gehoord) -> None:
    ran = adopted("move", "proef", "naar-minister", "2026-12-01", "--reason", "zo is afgesproken")
    assert (ran.code, ran.err) == (0, "")
    assert "nog zonder dag" in ran.out
    said = json.loads(adopted("status", "proef", "--json").out)["actions"]
    assert {a["step"]: a["due"] for a in said}["naar-minister"] == "2026-12-01"


def test_a_plan_shows_no_day_where_there_is_none(
    gehoord: Gehoord, case_file: Callable[[str], Path]
) -> None:
    file = case_file("horen-zonder-dag")
    steps = json.loads(gehoord("plan", file.name, "--json").out)["steps"]
    known = {s["id"]: (s["start"], s["end"]) for s in steps}
    assert known["horen"] == known["akkoord"] == (None, None)
    assert [s["id"] for s in steps].index("horen") < [s["id"] for s in steps].index("vaststelling")
    assert "nog zonder dag" in gehoord("plan", file.name).out


def test_a_hearing_without_a_day_opens_and_tells_the_councils_no_day(
    gehoord: Gehoord, case_file: Callable[[str], Path], on_day: Callable[[date], None], folder: Path
) -> None:
    """Politiewet 2012, art. 38b lid 2: the councils hear that there is no last day yet."""
    file = case_file("horen-zonder-dag")
    on_day(read_day("Wed 2023-03-01"))
    parts = [word for part in PARTS for word in ("--bevat", part)]
    for command in (
        ("open", file.name, "--naam", "proef"),
        ("record", "versie", "proef", "ontwerp", *parts),
        *[("record", "akkoord", "proef", client) for client in CLIENTS],
        ("start", "proef", "horen"),
    ):
        assert gehoord(*command).err == ""
    said = json.loads(gehoord("status", "proef", "--json").out)["actions"]
    assert {a["due"] for a in said if a["step"] == "horen"} == {None}
    [letter, *_] = sorted((folder / "var").rglob("*.eml"))
    text = letter.read_text("utf-8", "replace")
    assert "nog geen laatste dag om te antwoorden" in text.replace("=\n", "").replace("\n", " ")
