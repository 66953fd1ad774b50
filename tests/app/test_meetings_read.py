# SPDX-License-Identifier: EUPL-1.2
"""`gehoord record vergaderingen`: what was understood is shown, before it counts and after."""

import json
from pathlib import Path

import pytest

from gehoord.flows import clock
from gehoord.tasks import fetching
from tests.app.conftest import Gehoord
from tests.calendar.incoming.files import calendar_of, file_of
from tests.sentence import assert_sentence
from tests.story import OPENED

COMMITTEE = "UID:9\nSUMMARY:Commissie Bestuur\nDTSTART:20270902T193000"
COUNCIL = "UID:8\nSUMMARY:Raadsvergadering\nDTSTART;TZID=Thuis:20270916T193000"
READ = ("record", "vergaderingen", "klein", "Texel", "--bestand", "texel.ics")


@pytest.fixture
def opened(gehoord: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Gehoord:
    """The small dossier, with a calendar of Texel beside it."""
    monkeypatch.setattr(clock, "today", lambda: OPENED)
    (folder / "texel.ics").write_bytes(file_of(COMMITTEE, COUNCIL))
    assert gehoord("open", "klein.toml").code == 0
    return gehoord


def test_what_was_understood_is_shown_and_nothing_is_changed_in_a_trial(opened: Gehoord) -> None:
    ran = opened(*READ, "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:3] == [
        "Dag\tAfspraak\tTelt mee",
        "donderdag 16 september 2027\tRaadsvergadering\tja",
        "donderdag 2 september 2027\tCommissie Bestuur\tnee: een commissie is niet de raad",
    ]
    assert lines[3:] == [
        "De tijdzone 'Thuis' is onbekend; die tijden tellen als Nederlandse tijd.",
        "De agenda zegt iets over 1 december 2026 tot en met 30 september 2027; daarbuiten niets.",
        "Van de raad van Texel is 1 vergadering bekend, op 16 september 2027. Niet meegeteld: "
        "1 afspraak. Om te horen past er 1: die van 16 september 2027.",
        "Dit was een proef; er is niets veranderd.",
    ]
    assert "Texel, raadsvergaderingen" not in opened("why", "klein", "horen").out
    assert opened("verify").code == 0


def test_what_is_recorded_is_known_everywhere_and_can_be_proven(opened: Gehoord) -> None:
    ran = opened(*READ)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "Dag\tAfspraak\tTelt mee"
    assert "Van de raad van Texel is 1 vergadering bekend" in ran.out
    told = opened("why", "klein", "horen").out
    assert "- Texel, raadsvergaderingen die passen: 16 september 2027" in told
    known = json.loads(opened("why", "klein", "horen", "--json").out)["meetings"]
    assert known == [{"council": "Texel", "fitting": ["2027-09-16"]}]
    assert opened("verify").code == 0


def test_a_person_may_choose_what_counts(opened: Gehoord) -> None:
    said = opened(*READ, "--naam", "commissie", "--dry-run").out
    assert "Commissie Bestuur\tja" in said
    assert "Raadsvergadering\tnee: zonder 'commissie'" in said
    assert opened(*READ, "--alle", "--dry-run").out.count("\tja") == 2


def test_what_cannot_be_is_refused_in_one_sentence_and_changes_nothing(opened: Gehoord) -> None:
    address = "https://localhost/raad.ics"
    for council, file, more, words in (
        ("Texel", "texel.ics", ("--naam", "x", "--alle"), "kies 'naam' of 'alle', niet allebei"),
        ("Texel", "texel.ics", ("--naam", "forum"), "'Commissie Bestuur' (zonder 'forum')"),
        ("Texel", "nergens.ics", (), "is er niet"),
        ("Texel", "klein.toml", (), "het begint niet met BEGIN:VCALENDAR"),
        ("Texel", address, (), "ligt in een eigen netwerk"),
        ("Tessel", "texel.ics", (), "bedoelt u 'Texel'?"),
    ):
        command = ("record", "vergaderingen", "klein", council, "--bestand", file, *more)
        for trial in ((), ("--dry-run",)):
            ran = opened(*command, *trial)
            assert (ran.code, ran.out) == (2, "")
            assert_sentence(ran.err, words)
    assert "Texel, raadsvergaderingen" not in opened("why", "klein", "horen").out


def test_a_calendar_may_be_named_by_its_address(
    opened: Gehoord, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetch(address: str) -> object:
        asked.append(address)
        return calendar_of("20270916", name="agenda van raad.example")

    monkeypatch.setattr(fetching, "fetch", fetch)
    ran = opened("record", "vergaderingen", "klein", "Texel", "--bestand", "https://raad.example/x")
    assert (ran.code, asked) == (0, ["https://raad.example/x"])
