# SPDX-License-Identifier: EUPL-1.2
"""`gehoord strength` and `gehoord record sterkte`: from a file, as a table, compared, as a file."""

import json
from pathlib import Path

from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence
from tests.tables_of_strength import FILE, SMALL

FIRST = ("--peildatum", "2026-06-01", "--stand", "voorlopig", "--bron", "bureau")
THEN = ("--peildatum", "2026-09-01", "--stand", "definitief", "--bron", "bureau")


def test_a_table_comes_in_from_a_file_and_goes_out_again(opened: Gehoord, tmp_path: Path) -> None:
    none = opened("strength", "klein")
    assert none.code == 2
    assert_sentence(none.err, "Er is nog geen sterkteverdeling vastgelegd.")
    said = opened("record", "sterkte", "klein", str(FILE), *FIRST, "--norm", "305")
    assert said.code == 0, said.err
    assert "De eenheid heeft 3.494,60 fte" in said.out
    shown = opened("strength", "klein").out.splitlines()
    assert "Eenheid Noord-Holland\t364,00\t298,00\t2.832,60\t3.494,60" in shown
    told = json.loads(opened("strength", "klein", "--json").out)
    assert (told["number"], told["stands"], told["norm"]) == (1, "voorlopig", 305)
    assert told["lines"][-1]["totaal"] == "3494.60"
    written = tmp_path / "uit.xlsx"
    assert opened("strength", "klein", "-o", str(written)).code == 0
    same = opened("record", "sterkte", "klein", str(written), *FIRST, "--norm", "305")
    assert same.code == 2
    assert_sentence(same.err, "Dat is al vastgelegd: het is gelijk aan sterkteverdeling 1")
    again = opened("record", "sterkte", "klein", str(written), *THEN)
    assert again.code == 0, again.err
    assert "De aantallen zijn gelijk aan sterkteverdeling 1" in again.out
    assert json.loads(opened("strength", "klein", "--tegenover", "1", "--json").out) == {
        "from": 1, "to": 2, "changes": [], "growth": []
    }  # fmt: skip
    assert_sentence(opened("strength", "klein", "--nummer", "7").err, "Kies uit: 1 en 2.")


def test_every_fault_of_a_file_is_told_and_nothing_is_kept(opened: Gehoord, tmp_path: Path) -> None:
    file = tmp_path / "fout.csv"
    file.write_text(SMALL.replace("10,50", "-10,50").replace("3,00;3,00", "3,00;drie"))
    ran = opened("record", "sterkte", "klein", str(file), *FIRST)
    assert ran.code == 2
    assert (
        "rij 4, kolom 'totaal' (Leiding District Noord): 'drie' is geen getal"
        in ran.err.lower().replace("leiding district noord", "Leiding District Noord")
    )
    assert "minder dan nul" in ran.err
    assert opened("strength", "klein").code == 2
    file.write_text(SMALL)
    tried = opened("record", "sterkte", "klein", str(file), *FIRST, "--dry-run")
    assert "Dit was een proef; er is niets veranderd." in tried.out
    assert opened("strength", "klein").code == 2
