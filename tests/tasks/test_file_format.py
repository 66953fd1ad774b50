# SPDX-License-Identifier: EUPL-1.2
"""MDTO asks in what form a file is kept: a number of PRONOM where the bytes bear out the name.

The numbers were compared with what Siegfried 1.11 says of the same files (PRONOM 125).
"""

import io
import zipfile
from datetime import date

import pytest

from gehoord.tasks.file_format import file_format
from gehoord.templates.workbook.book import book_of
from gehoord.templates.workbook.ods import ods
from gehoord.templates.workbook.xlsx import xlsx
from tests.templates.small_dossier import STATE

LIKE_PDF_A = (
    b"%PDF-1.7 <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance> %%EOF"
)
MAIL = b"From: a@b.example\r\nSubject: Zienswijze\r\n van de raad\r\nMIME-Version: 1.0\r\n\r\nDag"


def packed(name: str, content: bytes, damaged_by: int = 0) -> bytes:
    """Return a zip of one part, with that part damaged if it is packed in a way that is named."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        part = zipfile.ZipInfo(name)  # without the time of this moment: it names a test
        archive.writestr(part, content, damaged_by)
        behind = archive.getinfo(name).header_offset + len(archive.getinfo(name).FileHeader())
    whole = bytearray(made.getvalue())
    if damaged_by:
        whole[behind + 4] = 0xFF
    return bytes(whole)


@pytest.mark.parametrize(
    ("name", "content", "label", "puid"),
    [
        (
            "Ontwerp.PDF",
            b"%PDF-1.4 %%EOF",
            "Acrobat PDF 1.4 - Portable Document Format 1.4",
            "fmt/18",
        ),
        ("a.pdf", b"%PDF-2.0 %%EOF", "PDF 2.0 - Portable Document Format 2.0", "fmt/1129"),
        ("a.pdf", LIKE_PDF_A, "Acrobat PDF/A - Portable Document Format 3b", "fmt/480"),
        ("raden.csv", b"a;b\r\n", "Comma Separated Values", "x-fmt/18"),
        ("journaal.jsonl", b"{}\n", "JSON Lines Text Format", "fmt/2054"),
        ("dossier.json", b"{}", "JSON Data Interchange Format", "fmt/817"),
        ("voorstel.toml", b"a = 1", "TOML", "fmt/2065"),
        ("brief.html", b"<!DOCTYPE html>\n<html>", "Hypertext Markup Language 5", "fmt/471"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n", "Internet Calendar and Scheduling format", "fmt/388"),
        ("a.eml", MAIL, "MIME Email 1.0", "fmt/950"),
        ("a.xml", b'<?xml version="1.0"?><a/>', "Extensible Markup Language 1.0", "fmt/101"),
        ("a.zip", packed("a", b""), "ZIP Format", "x-fmt/263"),
    ],
)
def test_the_form_is_called_as_pronom_has_it(
    name: str, content: bytes, label: str, puid: str
) -> None:
    assert file_format(name, content) == (label, puid)


def test_the_workbooks_that_gehoord_writes_are_called_by_their_version() -> None:
    book = book_of(STATE, date(2027, 11, 5))
    as_ods, as_xlsx = ods(book), xlsx(book)
    assert file_format("a.ods", as_ods) == ("OpenDocument Spreadsheet 1.3", "fmt/1755")
    assert file_format("a.xlsx", as_xlsx).puid == "fmt/214"
    assert file_format("a.docx", as_xlsx).puid == "", "no text is in it"
    assert file_format("a.ods", as_ods[:-40]).puid == "", "it is damaged"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"dit is geen PDF"),
        ("a.pdf", b"%PDF-9.9"),
        ("a.odt", packed("META-INF/manifest.xml", b'manifest:version="7.0"')),
        ("a.odt", b"PK\x03\x04" + b"\0" * 60),
        ("a.odt", packed("META-INF/manifest.xml", b"12345", damaged_by=zipfile.ZIP_LZMA)),
        ("a.txt", b"\0\1\2"),
        ("a.html", b"<p>"),
        ("a.eml", b"Dag,\r\nMIME-Version: 1.0"),
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("naamloos", b"x"),
    ],
)
def test_what_the_bytes_do_not_bear_out_is_not_said(name: str, content: bytes) -> None:
    form = file_format(name, content)
    assert form.puid == ""
    assert "/" in form.label, "a media type"
