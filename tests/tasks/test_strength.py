# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling as a file: whatever it is, it is read, or refused in one sentence."""

from typing import Any

import pytest
from openpyxl import Workbook

from gehoord.domain.acts.report import StrengthGiven
from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import check
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.tasks.strength import with_its_lines
from gehoord.tasks.workbook import child, reading
from tests.sentence import assert_sentence
from tests.tables_of_strength import FILE, SMALL
from tests.tasks.workbook.test_reading import HOSTILE as HOSTILE_FILES
from tests.tasks.workbook.test_reading import saved, strict, unnumbered

NEEDS_A_PROCESS = ("ver weg", "herhaald")


def read(content: bytes, name: str = "sterkte.xlsx") -> dict[str, Any]:
    document = Document(name=name, content=content)
    return with_its_lines({"wat": "sterkte", "bestand": document})


def book(*cells: tuple[str, Any], merged: str = "", hidden: int = 0) -> bytes:
    """The small table as XLSX, with some of its cells changed."""
    made = Workbook()
    page = made.active
    for number, row in enumerate(SMALL.splitlines(), start=1):
        for place, text in enumerate(row.split(";"), start=1):
            figures = text.replace(",", ".") if number > 1 and place > 1 else ""
            page.cell(number, place, float(figures) if figures else text or None)
    for where, value in cells:
        page[where] = value
    if merged:
        page.merge_cells(merged)
    if hidden:
        page.row_dimensions[hidden].hidden = True
    return saved(made)


def typed(was: str, becomes: str, encoding: str = "utf-8") -> bytes:
    return SMALL.replace(was, becomes).encode(encoding)


HOSTILE = {
    "negatief": (book(("D5", -10.5)), "minder dan nul"),
    "negatief als tekst": (typed("10,50", "-10,50"), "minder dan nul"),
    "formule zonder uitkomst": (book(("E5", "=B5+C5+D5")), "formule zonder uitkomst"),
    "formule als tekst": (typed("10,50;13,50", "10,50;=B5+C5+D5"), "formule zonder uitkomst"),
    "opdracht": (typed("10,50", "=cmd|' /C calc'!A0"), "formule zonder uitkomst"),
    "fout als tekst": (typed("10,50", "#DEEL/0!"), "is geen getal"),
    "fout": (typed("10,50", "#DIV/0!"), "foutmelding"),
    "samengevoegd": (book(merged="B5:C5"), "samengevoegd"),
    "samengevoegde naam": (book(merged="A4:A5"), "samengevoegd"),
    "verborgen rij": (book(hidden=5), "verborgen"),
    "dag": (typed("13,50;16,50\nTotaal", "13-05-2018;16,50\nTotaal"), "is geen getal"),
    "tekst": (book(("C5", "twee")), "'twee' is geen getal"),
    "eenheid bij getal": (book(("C5", "2 fte")), "'2 fte' is geen getal"),
    "waar": (book(("C5", True)), "is geen getal"),
    "duizendtallen": (typed("10,50", "1,050"), "kan 1050 zijn of 1,05"),
    "engels": (typed("10,50", "1,010.50"), "de komma en de punt andersom"),
    "drie decimalen": (book(("D5", 10.505)), "twee decimalen"),
    "te groot": (book(("D5", 1e12)), "meer fte dan de hele politie"),
    "oneindig": (typed("10,50", "1e999"), "is geen getal"),
    "lang getal": (typed("10,50", "9" * 400), "meer fte"),
    "dubbel": (typed("Leiding District Noord", "basisteam TEXEL"), "haal er een weg"),
    "dubbele kolom": (typed("overig;", "overig;overig;"), "staat er twee keer"),
    "kolom weg": (typed("overig;", "rest;"), "geen tabel met de kolommen"),
    "groep zonder som": (typed("District Noord;1,00", "Zuid;1,00"), "heeft geen som"),
    "geen groep": (typed("District Noord;;;;\n", ""), "staat in geen groep"),
    "geen eenheid": (typed("Totaal;1,00;2,00;13,50;16,50\n", ""), "hele eenheid"),
    "na het einde": (SMALL.encode() + b"Basisteam Urk;1;1;1;3\n", "na de som van de eenheid"),
    "duizend rijen": (typed("District Noord;;;;\n", "District Noord;;;;\n" + "T;;;1;1\n" * 600),
                      "meer dan 500 rijen"),
    "alleen koppen": (SMALL.splitlines()[0].encode(), "onder deze rij staat niets"),
    "lange naam": (typed("Basisteam Texel", "x" * 40_000), "langer dan 100 tekens"),
    **{name: case for name, case in HOSTILE_FILES.items() if name != "wachtwoord.ods"},
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_sterkteverdeling_is_refused_in_one_sentence_each(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name not in NEEDS_A_PROCESS:
        monkeypatch.setattr(reading, "_told_by_child", child.told)
    content, words = HOSTILE[name]
    with pytest.raises(GehoordError) as refused:
        reported(content)
    error = refused.value
    faults = error.faults if isinstance(error, WorkbookFaultsError) else (error,)
    assert any(words in str(fault) for fault in faults), faults
    for fault in faults:
        assert_sentence(str(fault))


def reported(content: bytes) -> None:
    """Read a file as far as the act, which judges what the cells say together."""
    told = read(content) | {"op": "2027-06-01", "peildatum": "2027-06-01", "stand": "voorlopig",
                            "bron": "bureau"}  # fmt: skip
    check(StrengthGiven, told, "De melding")


def test_there_are_forty_of_them() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("kept", [bytes, strict, unnumbered])
def test_the_same_table_is_read_from_xlsx_however_it_was_kept(
    kept: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_told_by_child", child.told)
    assert read(kept(book()))["regels"] == read(SMALL.encode())["regels"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_the_same_table_is_read_from_text_in_any_encoding(encoding: str) -> None:
    text = SMALL.replace("Texel", "Súd-Texel")
    names = [line.name for line in read(text.encode(encoding))["regels"]]
    assert "Basisteam Súd-Texel" in names


def test_what_is_no_sterkteverdeling_goes_on_as_it_was() -> None:
    document = Document(name="x.csv", content=FILE.read_bytes())
    for content in ({"wat": "versie", "bestand": document}, {"wat": "sterkte", "bestand": None}):
        assert with_its_lines(content) == content
