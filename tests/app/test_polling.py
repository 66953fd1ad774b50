# SPDX-License-Identifier: EUPL-1.2
"""`gehoord record peiling --bestand`: what a program for polls handed out, looked at first."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.app.conftest import Gehoord
from tests.domain.dossier.polled import CSV
from tests.sentence import assert_sentence

LINE = ("record", "peiling", "klein", "definitief", "--bestand")


def test_a_count_is_shown_and_nothing_changes_until_it_is_recorded(
    opened: Gehoord, folder: Path
) -> None:
    (folder / "uitslag.csv").write_text(CSV, encoding="utf-8")
    looked = opened(*LINE, "uitslag.csv", "--respondenten", "91", "--dry-run")
    assert looked.code == 0, looked.err
    assert "Soort\tOptie\tBM en OvJ\tOverall" in looked.out
    assert "hefboom\tOndermijning\t26 (1)\t82 (1)" in looked.out
    assert "thema\tUitbuiting\t20 (gedeeld 4)\t72 (4)" in looked.out
    assert "Dit was een proef; er is niets veranderd." in looked.out
    done = opened(*LINE, "uitslag.csv", "--respondenten", "91")
    assert "Vastgelegd: definitief, 91 respondenten, 11 opties." in done.out
    again = opened(*LINE, "uitslag.csv", "--respondenten", "91")
    assert again.code == 2
    assert_sentence(again.err, "al definitief geteld", "--melding peiling")


def test_of_who_answered_nothing_is_kept(opened: Gehoord, folder: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Naam", "E-mail", "Functie", "Keuzes"])
    page.append(["A. de Vries", "vries@b.example", "AOV", "thema Drugs; thema Fraude"])
    for _ in range(2):
        page.append(["B. Jansen", "jansen@b.example", "BM", "thema Drugs; thema Fraude"])
    page.append(["C", "c@b.example", "Burgemeester van Texel", "thema Drugs"])
    book.save(folder / "antwoorden.xlsx")
    done = opened(*LINE, "antwoorden.xlsx")
    assert done.code == 0, done.err
    assert "Niet gelezen en niet bewaard: 'Naam' en 'E-mail'." in done.out
    assert "Samengevoegd, omdat anders te zien is wie wat koos" in done.out
    assert "4 respondenten, 2 opties" in done.out
    kept = b"".join(file.read_bytes() for file in (folder / "var").rglob("*") if file.is_file())
    assert b"Fraude" in kept
    assert b"Vries" not in kept
    assert b"van Texel" not in kept
    assert b"jansen" not in kept


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ("geen tabel",)),
        (b"\x00\x01\x02", ("geen tabel",)),
        (b"PK\x03\x04niets", ("is beschadigd",)),
        (b'Optie;BM\n"Drugs;1\n', ("aanhalingsteken",)),
        (b"Optie;BM\nDrugs;1\nFraude;veel\n", ("Rij 3", "kolom 'BM'", "niets vastgelegd")),
    ],
)
def test_a_file_that_is_no_poll_is_told_and_nothing_is_kept(
    opened: Gehoord, folder: Path, content: bytes, words: tuple[str, ...]
) -> None:
    (folder / "fout.csv").write_bytes(content)
    done = opened(*LINE, "fout.csv", "--respondenten", "91")
    assert (done.code, done.out) == (2, "")
    assert all(word in done.err for word in words)
    assert "Traceback" not in done.err


def test_a_file_and_options_that_were_typed_do_not_go_together(
    opened: Gehoord, folder: Path
) -> None:
    (folder / "uitslag.csv").write_text(CSV, encoding="utf-8")
    done = opened(*LINE, "uitslag.csv", "--optie", "thema; Drugs; 1")
    assert done.code == 2
    assert_sentence(done.err, "Kies --bestand, of --optie en --groep")
