# SPDX-License-Identifier: EUPL-1.2
"""One procedure on the command line, from a new proposal to its calendar, without Prefect."""

import json
import re
import sqlite3
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.app.conftest import Gehoord, files
from tests.conftest import read_day

NO_BOARD = "Het bord volgt zodra Prefect draait"
MOVE = ("move", "klein", "vaststelling", "2027-11-11", "--reason", "de zaal is bezet")


def parsed(gehoord: Gehoord, *arguments: str) -> Any:
    ran = gehoord(*arguments, "--json")
    assert ran.code == 0
    return json.loads(ran.out)


def test_a_new_proposal_is_lawful_and_opens(
    gehoord: Gehoord, folder: Path, on_day: Callable[[date], None]
) -> None:
    on_day(read_day("Sun 2026-11-22"))
    made = gehoord("new", "noord-holland", "--adoption", "2027-11-04", "-o", "voorstel.toml")
    assert made.code == 0
    assert "gehoord check voorstel.toml" in made.out
    (folder / "eenheid.toml").unlink()
    found = parsed(gehoord, "check", "voorstel.toml")["findings"]
    assert [f["code"] for f in found] == ["lokale-doelen", "reces"]
    assert gehoord("plan", "voorstel.toml").code == 0
    opened = gehoord("open", "voorstel.toml")
    assert (opened.code, opened.err) == (0, "")
    assert "Dossier 'voorstel' is open: 32 raden, " in opened.out
    assert NO_BOARD in opened.out
    assert "Gehoord: 0 van 32 raden." in gehoord("status").out


def test_a_new_proposal_goes_to_the_screen_without_a_file(
    gehoord: Gehoord, folder: Path, on_day: Callable[[date], None]
) -> None:
    on_day(read_day("Sun 2026-11-22"))
    before = files(folder)
    made = gehoord("new", "noord-holland", "--adoption", "donderdag 4 november 2027")
    assert tomllib.loads(made.out)["eenheid"] == "noord-holland"
    assert files(folder) == before


def test_the_plan_is_a_table_or_json(gehoord: Gehoord) -> None:
    steps = parsed(gehoord, "plan", "klein.toml")["steps"]
    assert len(steps) == 18
    assert {frozenset(step) for step in steps} == {
        frozenset(
            "id title stage kind owner start end precision derivation after years".split()  # noqa: SIM905
        )
    }
    hearing = next(step for step in steps if step["id"] == "horen")
    assert hearing["start"] == "2027-06-18"
    assert hearing["end"] == "2027-10-07"
    assert hearing["after"] == ["verzending"]
    assert hearing["derivation"][-1] == {
        "day": "2027-10-07",
        "rule": "4 weken voor vaststelling: teruggerekend vanaf 'beleidsplan vaststellen' op "
        "donderdag 4 november 2027",
        "article": None,
    }
    rows = gehoord("plan", "klein.toml").out.splitlines()
    assert rows[0].split("\t") == ["Van", "Tot en met", "Zeker", "Fase", "Stap", "Wie", "Wat"]
    assert len(rows) == 19
    assert rows[1 + steps.index(hearing)].split("\t")[:2] == [
        "18 juni 2027",
        "donderdag 7 oktober 2027",
    ]


def test_status_shows_what_is_open_and_how_late(opened: Gehoord) -> None:
    told = parsed(opened, "status")
    assert (told["dossier"], told["state"]) == ("klein", "open")
    assert (told["heard"], told["councils"], len(told["actions"])) == (0, 3, 24)
    assert [a["due"] for a in told["actions"]] == sorted(a["due"] for a in told["actions"])
    assert [a["owner"] for a in told["actions"] if a["step"] == "horen"] == [
        "GM0392",
        "GM0405",
        "GM0448",
    ]
    assert [a["step"] for a in told["actions"] if a["late"]] == ["procesbrief"]
    shown = opened("status", "klein", "--on", "2027-01-10").out.splitlines()
    assert shown[1] == (
        "Gehoord: 0 van 3 raden. Open: 24 acties, waarvan 1 te laat. Aan de beurt: de adviseur."
    )
    assert shown[3].startswith("donderdag 31 december 2026\t10 dagen te laat\t")
    assert len(shown) == 3 + 24


def test_one_of_a_thing_is_said_in_the_singular(opened: Gehoord, folder: Path) -> None:
    said = [opened("status", "--on", "2027-01-01").out]
    said.append(opened("record", "themas", "klein", "Jeugd").out)
    said.append(opened("verify", "klein").out)
    proposal = (folder / "klein.toml").read_text().replace('aan = "minister"', 'aan = "raden"')
    (folder / "klein.toml").write_text(proposal)
    said.append(opened("check", "klein.toml").out)
    for words in ("\t1 dag te laat\t", "1 thema vastgelegd", "1 blokkade, 1 andere bevinding."):
        assert words in "".join(said)
    assert not re.search(
        r"\b1 (?:andere )?(?:\w+en|thema's|acties|blokkades|regels)\b", "".join(said)
    )


def test_why_explains_a_day(opened: Gehoord) -> None:
    told = parsed(opened, "why", "klein", "horen")
    assert (told["step"], told["end"], told["moved_because"]) == ("horen", "2027-10-07", "")
    said = opened("why", "klein", "horen").out
    for link in told["derivation"]:
        assert link["rule"] in said


def test_starting_a_stage_twice_sends_nothing_twice(opened: Gehoord, folder: Path) -> None:
    first = opened("start", "klein", "start")
    assert (first.code, first.err) == (0, "")
    assert "3 brieven en 2 uitnodigingen klaargezet." in first.out
    assert "Verzonden: 5 berichten in var/outbox/klein." in first.out
    mails = {name for name in files(folder) if name.endswith(".eml")}
    assert len(mails) == 5
    again = opened("start", "klein", "start")
    assert again.code == 0
    assert "Er is nu niets te versturen." in again.out
    assert "Verzonden" not in again.out
    assert {name for name in files(folder) if name.endswith(".eml")} == mails


def test_what_people_did_is_recorded_up_to_the_adoption(
    opened: Gehoord, folder: Path, on_day: Callable[[date], None]
) -> None:
    (folder / "ontwerp.pdf").write_bytes(b"%PDF-1.7 het ontwerp")
    for day, line, says in (
        ("Mon 2027-01-04", "start klein start", "3 brieven"),
        ("Thu 2027-03-04", "record versie klein advies", "Versie 1 vastgelegd"),
        ("Thu 2027-03-11", "record themas klein Ondermijning Jeugd", "2 thema's vastgelegd"),
        ("Fri 2027-03-12", "start klein themas", "klaargezet"),
        ("Fri 2027-03-12", "start klein ontwerpen", "Wacht op de adviseur"),
        ("Thu 2027-04-08", "record versie klein concept-70", "Versie 2 vastgelegd"),
        ("Thu 2027-04-29", "record reactie klein OR --tekst Akkoord", "Reactie van OR"),
        ("Thu 2027-05-06", "record gedaan klein raadpleging-70", "Gedaan: reacties"),
        ("Thu 2027-06-03", "record versie klein ontwerp --bestand ontwerp.pdf", "Versie 3"),
        ("Thu 2027-06-10", "record akkoord klein regioburgemeester", "is akkoord"),
        ("Thu 2027-06-10", "record akkoord klein hoofdofficier", "is akkoord"),
        ("Thu 2027-06-17", "start klein horen", "3 raden gevraagd"),
        ("Thu 2027-09-16", "record gehoord klein Haarlem --antwoord zienswijze --tekst Meer",
         "Haarlem is gehoord: zienswijze"),
        ("Tue 2027-09-21", "record gehoord klein gm0405 --antwoord aandachtspunten", "Hoorn is"),
        ("Fri 2027-10-08", "record geen-antwoord klein texel --reden=Herinnerd,_gebeld_en_gemaild",
         "Texel gelegenheid had"),
        ("Thu 2027-10-14", "record verwerking klein Haarlem --tekst Overgenomen", "Haarlem"),
        ("Thu 2027-10-21", "record gedaan klein verwerking", "Gedaan"),
        ("Thu 2027-10-28", "record versie klein definitief", "Versie 4 vastgelegd"),
        ("Thu 2027-11-04", "record reden klein zienswijze-zonder-antwoord --door regioburgemeester "
         "--grond De_raad_van_Hoorn_krijgt_zijn_antwoord_apart", "Reden vastgelegd"),
        ("Thu 2027-11-04", "start klein vaststelling", ""),
        ("Thu 2027-11-04", "record vaststelling klein --grondslag 39-1 --hoofdofficier "
         "--alle-burgemeesters --gremium rbop", "van 1 zienswijze is geen verwerking"),
        ("Fri 2027-11-05", "start klein vaststelling", "5 brieven klaargezet"),
    ):  # fmt: skip
        on_day(read_day(day))
        ran = opened(*(word.replace("_", " ") for word in line.split()))
        assert (ran.code, ran.err) == (0, ""), line
        assert says in ran.out, line
    told = parsed(opened, "status")
    assert (told["state"], told["heard"]) == ("vastgesteld", 3)
    assert [(a["step"], a["due"]) for a in told["actions"]] == [
        ("terugkoppeling-zienswijzen", "2027-12-03"),
        ("jaarverslag", "2029-12-31"),
        ("volgende-procedure", "2030-11-05"),
        *(("jaarverslag", f"{year}-12-31") for year in (2030, 2031, 2032)),
    ]
    assert opened("verify").code == 0


@pytest.mark.parametrize("written", ["van 2028 tot en met 2031", "van 2029 tot en met 2032"])
def test_plan_and_status_agree_on_the_yearly_jaarverslag(
    gehoord: Gehoord, folder: Path, written: str
) -> None:
    file = folder / "klein.toml"
    file.write_text(
        file.read_text().replace("jaarlijks van 2028 tot en met 2031", f"jaarlijks {written}")
    )
    assert gehoord("open", "klein.toml").code == 0
    planned = {s["id"]: s for s in parsed(gehoord, "plan", "klein.toml")["steps"]}
    owed = [a for a in parsed(gehoord, "status")["actions"] if a["step"] == "jaarverslag"]
    years = planned["jaarverslag"]["years"]
    assert [y["due"] for y in years] == [a["due"] for a in owed]
    assert all(f"(over {y['about']})" in a["name"] for y, a in zip(years, owed, strict=True))
    assert (planned["jaarverslag"]["start"], planned["jaarverslag"]["end"]) == (
        "2029-01-01",
        "2032-12-31",
    )
    assert planned["vaststelling"]["years"] == []
    [row] = [r for r in gehoord("plan", "klein.toml").out.splitlines() if "\tjaarverslag\t" in r]
    assert row.split("\t")[:2] == ["1 januari 2029", "vrijdag 31 december 2032"]
    assert row.endswith("jaarverslag vaststellen (over 2028 tot en met 2031, elk in het jaar erna)")


def test_a_trial_of_a_move_changes_nothing(opened: Gehoord, folder: Path) -> None:
    opened("start", "klein", "start")
    before = files(folder)
    trial = opened(*MOVE, "--dry-run")
    assert (trial.code, trial.err) == (0, "")
    assert "Dit was een proef; er is niets veranderd." in trial.out
    assert "vier-jaar-voorbij" in trial.out
    told = parsed(opened, *MOVE, "--dry-run")
    assert told["applied"] is False
    assert files(folder) == before


def test_a_move_shifts_what_counts_from_it_and_tells_the_councils(
    opened: Gehoord, folder: Path
) -> None:
    opened("start", "klein", "start")
    trial = parsed(opened, *MOVE, "--dry-run")
    assert set(trial) == {"applied", "shifted", "behind", "kept", "appearing", "vanishing", "told"}
    mails = {name for name in files(folder) if name.endswith(".eml")}
    done = parsed(opened, *MOVE)
    assert done == {**trial, "applied": True}
    assert done["told"] == ["Haarlem", "Hoorn", "RBOP", "Texel"]
    assert [f["code"] for f in done["appearing"]] == ["vier-jaar-voorbij"]
    hearing = {
        "action": "Texel: raad horen over het ontwerp",
        "from": "van 18 juni 2027 tot en met 7 oktober 2027",
        "to": "van 25 juni 2027 tot en met 14 oktober 2027",
    }
    assert hearing in done["shifted"]
    assert len({name for name in files(folder) if name.endswith(".eml")} - mails) == 5
    why = parsed(opened, "why", "klein", "vaststelling")
    assert (why["end"], why["moved_because"]) == ("2027-11-11", "de zaal is bezet")
    assert (
        "verplaatst naar 11 november 2027: de zaal is bezet"
        in opened("why", "klein", "vaststelling").out
    )


def test_a_move_says_in_words_what_it_did(opened: Gehoord) -> None:
    opened("start", "klein", "start")
    said = opened(*MOVE).out
    assert "beleidsplan vaststellen\tuiterlijk 4 november 2027\tuiterlijk 11 november 2027" in said
    assert "Krijgt bericht: Haarlem, Hoorn, RBOP en Texel." in said
    assert "In dat bericht staat uw reden, woord voor woord." in said
    assert "De dag is verplaatst." in said


def test_a_move_shows_what_changes_when_the_last_day_stays(opened: Gehoord) -> None:
    move = ("move", "klein", "concept-70", "2027-04-15", "--reason", "de zaal is bezet")
    shifted = parsed(opened, *move, "--dry-run")["shifted"]
    assert {row["action"].partition(": ")[2]: (row["from"], row["to"]) for row in shifted} == {
        "70%-versie opleveren": ("uiterlijk 8 april 2027", "uiterlijk 15 april 2027"),
        "reacties op de 70%-versie ophalen": (
            "van 9 april 2027 tot en met 13 mei 2027",
            "van 16 april 2027 tot en met 13 mei 2027",
        ),
    }
    for row in shifted:
        line = "\t".join((row["action"], row["from"], row["to"]))
        assert line in opened(*move, "--dry-run").out


@pytest.mark.parametrize(
    ("window", "old", "new"),
    [
        (
            '{ van = "1 dag na concept-70", tot_en_met = "medio mei 2027" }',
            "van 9 april 2027 tot en met medio mei 2027 (bij benadering)",
            "van 16 april 2027 tot en met medio mei 2027 (bij benadering)",
        ),
        (
            '{ van = "1 dag na concept-70", tot_en_met = "mei 2027" }',
            "van 9 april 2027 tot en met mei 2027",
            "van 16 april 2027 tot en met mei 2027",
        ),
        (
            '{ van = "medio april 2027", tot_en_met = "5 weken na concept-70" }',
            "uiterlijk 13 mei 2027",
            "uiterlijk 20 mei 2027",
        ),
    ],
)
def test_a_move_keeps_the_words_of_an_approximation_and_of_a_month(
    gehoord: Gehoord, folder: Path, window: str, old: str, new: str
) -> None:
    written = '{ van = "1 dag na concept-70", tot_en_met = "25 weken voor vaststelling" }'
    text = (folder / "klein.toml").read_text()
    assert written in text
    (folder / "klein.toml").write_text(text.replace(written, window))
    assert gehoord("open", "klein.toml", "--on", "2026-12-01").code == 0
    move = ("move", "klein", "concept-70", "2027-04-15", "--reason", "de zaal is bezet")
    assert {
        "action": "Adviseur van de regioburgemeester: reacties op de 70%-versie ophalen",
        "from": old,
        "to": new,
    } in parsed(gehoord, *move, "--dry-run", "--on", "2026-12-01")["shifted"]


def test_a_rough_stretch_moved_to_a_day_ends_on_that_day(gehoord: Gehoord, folder: Path) -> None:
    written = '{ van = "1 dag na verzending", tot_en_met = "4 weken voor vaststelling" }'
    rough = '{ van = "medio juni 2027", tot_en_met = "medio oktober 2027" }'
    text = (folder / "klein.toml").read_text()
    assert written in text
    (folder / "klein.toml").write_text(text.replace(written, rough))
    assert gehoord("open", "klein.toml", "--on", "2026-12-01").code == 0
    move = ("move", "klein", "horen", "2027-10-13", "--reason", "de zaal is bezet")
    shifted = parsed(gehoord, *move, "--on", "2026-12-01")["shifted"]
    assert {
        "action": "Haarlem: raad horen over het ontwerp",
        "from": "van medio juni 2027 tot en met medio oktober 2027 (bij benadering)",
        "to": "uiterlijk 13 oktober 2027",
    } in shifted
    why = gehoord("why", "klein", "horen").out
    assert "van medio juni 2027 (bij benadering) tot en met 13 oktober 2027.\n" in why
    assert "- woensdag 13 oktober 2027: de dag zoals die is opgegeven\n" in why
    assert gehoord("calendar", "klein", "--for", "Haarlem", "-o", "haarlem.ics").code == 0
    events = Calendar.from_ical((folder / "haarlem.ics").read_bytes()).walk("VEVENT")
    (event,) = [e for e in events if "raad horen" in str(e["SUMMARY"])]
    title = "Haarlem: raad horen over het ontwerp"
    assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("CONFIRMED", title)
    said = str(event["DESCRIPTION"])
    assert "Dit kan vanaf medio juni 2027 (bij benadering). Uiterlijk 13 oktober 2027." in said
    assert "2027-10-13" not in why + said


def test_the_rows_of_a_move_are_in_the_order_of_their_new_days(opened: Gehoord) -> None:
    rows = [row["action"] for row in parsed(opened, *MOVE)["shifted"]]
    after = [action["name"] for action in parsed(opened, "status")["actions"]]
    places = [[name.startswith(f"{row}, ") for name in after].index(True) for row in rows]
    assert len(places) > 10
    assert places == sorted(places)


def test_no_row_of_a_move_says_that_nothing_changes(opened: Gehoord) -> None:
    for step, day in (("themas", "2027-03-15"), ("ontwerp", "2027-06-01"), MOVE[2:4]):
        shifted = parsed(opened, "move", "klein", step, day, *MOVE[4:], "--dry-run")["shifted"]
        assert shifted
        assert all(row["from"] != row["to"] for row in shifted)


def test_a_move_of_what_no_council_knows_of_yet_is_told_to_none(opened: Gehoord) -> None:
    said = opened(*MOVE).out
    assert "Krijgt bericht: niemand." in said
    assert "woord voor woord" not in said


def test_a_refused_stage_says_so_on_stderr(opened: Gehoord) -> None:
    ran = opened("start", "klein", "horen")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Geweigerd: art. 38b lid 2. Er is nog geen ontwerp")


def test_watching_twice_on_a_day_sends_once(opened: Gehoord, folder: Path) -> None:
    first = opened("watch", "--on", "2027-11-10")
    assert (first.code, first.err) == (0, "")
    assert "acties te laat. klein: " in first.out
    mails = {name for name in files(folder) if name.endswith(".eml")}
    assert mails
    again = opened("watch", "--on", "2027-11-10")
    assert "klein: er ging geen herinnering uit." in again.out
    assert {name for name in files(folder) if name.endswith(".eml")} == mails


def test_watching_a_register_without_dossiers_says_so(
    opened: Gehoord, empty_sqlite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_DATABASE_URL", f"sqlite:///{empty_sqlite}")
    assert opened("watch").out == "Er is geen dossier om naar te kijken.\n"


@pytest.mark.parametrize(
    ("owner", "expected"), [(None, 24), ("Haarlem", 1), ("gm0392", 1), ("rbop", 6)]
)
def test_a_calendar_holds_what_its_owner_owes(
    opened: Gehoord, folder: Path, owner: str | None, expected: int
) -> None:
    ran = opened("calendar", "klein", "-o", "a.ics", *(["--for", owner] if owner else []))
    assert (ran.code, ran.err) == (0, "")
    content = (folder / "a.ics").read_bytes()
    events = Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == expected
    assert len({str(event["UID"]) for event in events}) == expected
    opened("calendar", "klein", "-o", "b.ics", *(["--for", owner] if owner else []))
    assert (folder / "b.ics").read_bytes() == content


def test_verify_proves_the_journal_and_names_what_was_changed_around_it(
    opened: Gehoord, folder: Path
) -> None:
    whole = opened("verify", "klein")
    assert whole.code == 0
    assert re.search(r"is heel: 1 regel\.(.|\n)*\nLaatste controlegetal: [0-9a-f]{64}\n", whole.out)
    with sqlite3.connect(folder / "var" / "gehoord.db") as connection:
        connection.execute("UPDATE hearing SET state = 'gehoord' WHERE municipality = 'GM0392'")
    connection.close()
    broken = opened("verify", "klein")
    assert broken.code == 2
    assert "'klein/GM0392' (hearing) is buiten het journaal om veranderd." in broken.out


def test_several_dossiers_are_kept_apart(opened: Gehoord) -> None:
    assert opened("open", "klein.toml", "--naam", "tweede").code == 0
    asked = opened("status")
    assert asked.code == 2
    assert asked.err == "Noem een dossier. Kies uit: klein, tweede.\n"
    opened("record", "versie", "tweede", "advies")
    assert len(parsed(opened, "status", "tweede")["actions"]) == 23
    assert len(parsed(opened, "status", "klein")["actions"]) == 24


def test_a_dossier_is_judged_by_what_happened(opened: Gehoord) -> None:
    assert opened("check", "klein").code == 0
    late = parsed(opened, "check", "klein")["findings"]
    assert {f["code"] for f in late} == {"reces"}
    assert opened("check", "onbekend").code == 2


def test_a_recorded_reason_is_shown_and_a_block_has_none(opened: Gehoord) -> None:
    refused = opened("record", "reden", "klein", "raad-niet-gehoord", "--grond", "het kan zo wel")
    assert (refused.code, "blokkade" in refused.err) == (2, True)
    given = opened("record", "reden", "klein", "reces", "--grond", "de raden gaven zelf dagen op")
    assert given.code == 0
    assert "Reden bij 'reces'" in opened("status", "klein").out
    assert parsed(opened, "status", "klein")["reasons"][0]["code"] == "reces"
