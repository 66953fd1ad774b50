# SPDX-License-Identifier: EUPL-1.2
"""Whatever file somebody sends: it is read as it was written, or refused in one sentence."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from gehoord.domain.dossier.kept import Kept
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.cell import plain, text_in
from gehoord.domain.workbook.grid import Flaw, Grid
from gehoord.tasks.workbook import child, reading
from gehoord.tasks.workbook.child import told
from gehoord.tasks.workbook.reading import grids_of, read_workbook
from gehoord.templates.workbook.book import Book, book_of
from gehoord.templates.workbook.ods import ods
from gehoord.templates.workbook.xlsx import xlsx
from tests.sentence import assert_sentence
from tests.templates.small_dossier import STATE

ON = date(2027, 11, 5)
WRITERS = pytest.mark.parametrize("writer", [xlsx, ods])


def read(content: bytes) -> tuple[Grid, ...]:
    """Read as `grids_of` does, but in this process: a child takes a fifth of a second."""
    found = told(content)
    assert not isinstance(found, str), found
    return tuple(map(reading._grid, found))


def as_written(book: Book) -> dict[str, list[list[str]]]:
    return {
        tab.tab.name: [tab.headings, *([plain(v) for v in row] for row in tab.rows)]
        for tab in book.tabs
    }


def as_read(grids: tuple[Grid, ...]) -> dict[str, list[list[str]]]:
    wide = {g.name: len(g.rows[0]) for g in grids}
    return {
        g.name: [
            [plain(text_in(g.cell(n, c))) for c in range(wide[g.name])] for n in range(len(g.rows))
        ]
        for g in grids
        if g.name != "Uitleg"
    }


@WRITERS
def test_what_was_written_is_read_back(writer: Callable[[Book], bytes]) -> None:
    book = book_of(STATE, ON)
    grids = grids_of(writer(book))
    assert as_read(grids) == as_written(book)
    assert not any(grid.flaws or grid.hidden for grid in grids)
    raden = next(grid for grid in grids if grid.name == "Raden")
    assert raden.cell(1, 3) == date(2027, 6, 17)


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30) | st.text(
    st.sampled_from("=+-@ \t\n'\"<&;_x0041_#"), max_size=20
)


@WRITERS
@settings(max_examples=25)
@example(said="\uffff\ufffe_x0041_ \u202e\ufeff")
@given(said=texts)
def test_any_text_comes_back_as_it_was(writer: Callable[[Book], bytes], said: str) -> None:
    zienswijze = STATE.zienswijzen[0].model_copy(update={"text": said})
    state = replace(STATE, zienswijzen=Kept([zienswijze]))
    book = book_of(state, ON)
    assert as_read(read(writer(book))) == as_written(book)


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def strict(content: bytes) -> bytes:
    """The same workbook as Excel keeps it under *Strict Open XML*: with other namespaces."""
    usual, strictly = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    spelt = {
        usual + b"spreadsheetml/2006/main": strictly + b"spreadsheetml/main",
        usual + b"officeDocument/2006/relationships": strictly + b"officeDocument/relationships",
    }

    def as_strict(part: bytes) -> bytes:
        for one, other in spelt.items():
            part = part.replace(one, other)
        return part

    return changed(content, as_strict)


def changed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with each of its parts changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
    return packed.getvalue()


def unnumbered(content: bytes) -> bytes:
    """The same workbook as a program keeps it that gives its rows no number."""
    return changed(content, lambda part: re.sub(rb'<row r="\d+"', b"<row", part))


@pytest.mark.parametrize("kept", [bytes, strict, unnumbered])
def test_what_is_odd_in_an_xlsx_is_told(kept: Callable[[bytes], bytes]) -> None:
    book = Workbook()
    page = book.active
    page["A1"], page["B1"], page["C1"], page["A2"] = "=1/0", "=A9", "x", "y"
    page["D1"] = "#N/A"
    page["D1"].data_type = "e"
    page.merge_cells("A3:B4")
    page.row_dimensions[2].hidden = True
    page["Z9"].fill = PatternFill("solid", "FF0000")
    [grid] = read(kept(saved(book)))
    assert {place: flaw for place, flaw in grid.flaws.items() if place[0] == 0} == {
        (0, 0): Flaw.NO_OUTCOME, (0, 1): Flaw.NO_OUTCOME, (0, 3): Flaw.ERROR,
    }  # fmt: skip
    assert {p for p, flaw in grid.flaws.items() if flaw is Flaw.MERGED} == {
        (2, 0), (2, 1), (3, 0), (3, 1),
    }  # fmt: skip
    assert grid.hidden == {1}
    assert (grid.cell(0, 2), grid.cell(1, 0)) == ("x", "y")


def odd_ods() -> bytes:
    content = io.BytesIO(ods(book_of(STATE, ON)))
    with zipfile.ZipFile(content) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["content.xml"].decode()
    before, row, after = text.partition("</table:table-header-rows>\n<table:table-row>")
    hidden = row.replace("row>", 'row table:visibility="filter">')
    odd = after.replace("<table:table-cell ", '<table:table-cell table:formula="of:=1" ', 1)
    odd = odd.replace(
        "<table:table-cell ", '<table:table-cell table:number-columns-spanned="2" ', 2
    )
    parts["content.xml"] = (before + hidden + odd).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def test_what_is_odd_in_an_ods_is_told() -> None:
    raden = next(grid for grid in read(odd_ods()) if grid.name == "Raden")
    assert raden.hidden == {1}
    assert Flaw.MERGED in raden.flaws.values()


def test_a_tab_of_which_only_the_cells_are_known_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "oddities_of", lambda content: {})
    assert child.told(saved(Workbook())) == "is niet te lezen. Bewaar het opnieuw als XLSX of ODS."


def test_a_tab_that_is_hidden_has_hidden_rows() -> None:
    book = Workbook()
    book.create_sheet("Raden")["A1"] = "x"
    book["Raden"].sheet_state = "hidden"
    grids = {grid.name: grid for grid in read(saved(book))}
    assert grids["Raden"].hidden == {0}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_as_text_is_read_however_it_was_saved(separator: str, encoding: str) -> None:
    written = io.StringIO(newline="")
    rows = [["Gemeente", "Zienswijze"], ["Súdwest", 'Meer; "meer",\nen meer']]
    csv.writer(written, delimiter=separator).writerows(rows)
    for mark in ("", f"sep={separator}\r\n"):
        [grid] = grids_of((mark + written.getvalue()).encode(encoding))
        assert [list(row) for row in grid.rows] == rows


def zipped(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def far_away() -> bytes:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = 1, 1
    return saved(book)


def wide() -> bytes:
    """A thousand cells that all refer to one long text."""
    cells = "".join('<c t="s"><v>0</v></c>' for _ in range(3000))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(io.BytesIO(saved(Workbook()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    said = f'<sst xmlns="{main}"><si><t>{"x" * 30_000}</t></si></sst>'
    page = f'<worksheet xmlns="{main}"><sheetData><row>{cells}</row></sheetData></worksheet>'
    parts["xl/sharedStrings.xml"] = said.encode()
    parts["xl/worksheets/sheet1.xml"] = page.encode()
    return zipped(parts)


def entities() -> bytes:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    content = f"<?xml version='1.0'?>{bomb}]><x>&i;</x>".encode()
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                   "content.xml": content})  # fmt: skip


HOSTILE = {
    "leeg": (b"", "is geen tabel"),
    "pdf": (b"%PDF-1.7\n\0\0", "is geen tabel"),
    "wachtwoord.xlsx": (
        b"\xd0\xcf\x11\xe0" + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"
    ),
    "oud": (b"\xd0\xcf\x11\xe0" + bytes(600), "niet te lezen"),
    "wachtwoord.ods": (zipped({"META-INF/manifest.xml": b"<encryption-data/>"}), "wachtwoord"),
    "half": (xlsx(book_of(STATE, ON))[:3000], "is beschadigd"),
    "geen blad": (zipped({"x.txt": b"x"}), "niet te lezen"),
    "bom": (zipped({"xl/workbook.xml": bytes(210 << 20)}), "uitgepakt te groot"),
    "delen": (zipped({str(n): b"" for n in range(2001)}), "uitgepakt te groot"),
    "ver weg": (far_away(), "beschadigd, te groot of te ingewikkeld"),
    "herhaald": (wide(), "is te groot"),
    "entiteiten": (entities(), "niet te lezen"),
    "aanhalingsteken": (b'a;b\nc;"d\n', "bij rij 2 niet te lezen"),
    "rijen": (b"a;b\n" * 20_001, "meer dan 20000 rijen"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    content, words = HOSTILE[name]
    file = tmp_path / "raden.xlsx"
    file.write_bytes(content)
    with pytest.raises(GehoordError) as refused:
        read_workbook(file, "adviseur")
    assert_sentence(str(refused.value), "raden.xlsx", words)


def test_a_file_that_is_too_large_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    file = tmp_path / "raden.csv"
    file.write_bytes(b"Gemeente;Antwoord\n")
    with pytest.raises(GehoordError, match="groter dan 25 MB"):
        read_workbook(file, "adviseur")
