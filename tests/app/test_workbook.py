# SPDX-License-Identifier: EUPL-1.2
"""`gehoord workbook`: written, filled in with another program, looked at, and recorded."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.app.conftest import Gehoord
from tests.conftest import read_day
from tests.sentence import assert_sentence

THURSDAY = read_day("Thu 2027-01-07")


def changed(file: Path, tab: str, who: str, column: str, value: object) -> None:
    """Fill in one cell of a file, as a person does."""
    book = load_workbook(file)
    page = book[tab]
    [place] = [cell.column for cell in page[1] if cell.value == column]
    row = next(row for row in page if row[0].value == who)
    page.cell(row[0].row, place).value = value
    book.save(file)


@pytest.fixture
def written(opened: Gehoord, folder: Path, on_day: Callable[[date], None]) -> Gehoord:
    """The workbook of `klein`, on the fourth day after it was opened."""
    on_day(THURSDAY)
    done = opened("workbook", "write", "klein", "-o", "klein.xlsx")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Geschreven: klein.xlsx. Begin bij het blad 'Uitleg'.\n"
    return opened


def test_what_was_not_filled_in_changes_nothing(written: Gehoord) -> None:
    done = written("workbook", "read", "klein", "klein.xlsx", "--apply")
    assert (done.code, done.out, done.err) == (0, "Niets te veranderen.\n", "")


def test_it_is_looked_at_first_and_then_recorded_and_then_known(
    written: Gehoord, folder: Path
) -> None:
    changed(folder / "klein.xlsx", "Adressen", "Texel", "Mailadres", "griffie@texel.example")
    looked = written("workbook", "read", "klein", "klein.xlsx")
    assert looked.code == 0
    assert "Adressen\t8\tTexel\tMailadres\t\tgriffie@texel.example" in looked.out
    assert "Er is niets veranderd. Dit is 1 melding; leg die vast met --apply." in looked.out
    assert "griffie@texel.example" not in written("status", "klein", "--json").out

    done = written("workbook", "read", "klein", "klein.xlsx", "--apply")
    assert done.code == 0
    assert "De griffie van Texel krijgt haar mail op griffie@texel.example." in done.out
    again = written("workbook", "read", "klein", "klein.xlsx", "--apply")
    assert again.out == "Niets te veranderen.\n"


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_recorded(
    written: Gehoord, folder: Path
) -> None:
    file = folder / "klein.xlsx"
    changed(file, "Adressen", "Texel", "Mailadres", "griffie@texel.example")
    changed(file, "Adressen", "RBOP", "Mailadres", "rbop.klein")
    changed(file, "Raden", "Hoorn", "Antwoord", "zienswijs")
    done = written("workbook", "read", "klein", "klein.xlsx", "--apply")
    assert (done.code, done.out) == (2, "")
    *faults, last = done.err.splitlines()
    for sentence in faults:
        assert_sentence(sentence, "Blad '", "rij ", "kolom '")
    assert len(faults) == 2
    assert last == "Er is niets vastgelegd: 2 fouten."
    told = json.loads(written("workbook", "read", "klein", "klein.xlsx", "--json").out)
    assert not told["applied"]
    assert [fault["column"] for fault in told["faults"]] == ["Antwoord", "Mailadres"]


def test_a_tab_that_was_saved_as_text_comes_back(written: Gehoord, folder: Path) -> None:
    page = load_workbook(folder / "klein.xlsx")["Adressen"]
    rows = [[cell.value or "" for cell in row] for row in page]
    rows[1][2] = "griffie@haarlem.example"
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    (folder / "adressen.csv").write_bytes(text.getvalue().encode("cp1252"))
    told = json.loads(written("workbook", "read", "klein", "adressen.csv", "--json").out)
    assert told == {
        "applied": False,
        "changes": [
            {
                "tab": "Adressen",
                "row": 2,
                "who": "Haarlem",
                "column": "Mailadres",
                "from": None,
                "to": "griffie@haarlem.example",
            }
        ],
        "faults": [],
        "ignored": [],
    }


def test_ods_is_written_too_and_nothing_is_overwritten(written: Gehoord) -> None:
    assert written("workbook", "write", "klein", "-o", "klein.ods").code == 0
    assert written("workbook", "read", "klein", "klein.ods").out == "Niets te veranderen.\n"
    again = written("workbook", "write", "klein", "-o", "klein.xlsx")
    assert (again.code, again.out) == (2, "")
    assert_sentence(again.err, "klein.xlsx bestaat al")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("write", "klein", "-o", "klein.csv"), "een naam die eindigt op .xlsx of .ods"),
        (("write", "groot", "-o", "groot.xlsx"), "Dossier 'groot' bestaat niet"),
        (("read", "klein", "weg.xlsx"), "weg.xlsx"),
        (("read", "klein", "klein.toml"), "geen blad van Gehoord"),
        (("read", "klein", "."), "map"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    opened: Gehoord, line: tuple[str, ...], words: str
) -> None:
    done = opened("workbook", *line)
    assert (done.code, done.out) == (2, "")
    assert_sentence(re.sub(r"/\S+/", "", done.err), words)
