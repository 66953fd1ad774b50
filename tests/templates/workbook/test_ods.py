# SPDX-License-Identifier: EUPL-1.2
"""A dossier as ODS: the same bytes for the same dossier, and the parts that LibreOffice asks."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

from gehoord.templates.workbook.book import book_of
from gehoord.templates.workbook.ods import MEDIA_TYPE, ods
from tests.templates.small_dossier import STATE

ON = date(2027, 11, 5)
TABS = [
    "Uitleg", "Raden", "Behandeling", "Reacties", "Punten", "Prioriteiten", "Clusters",
    "Vaststelling", "Adressen", "Vergaderingen",
]  # fmt: skip
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read(text: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314, our own


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(ods(book_of(STATE, ON)))) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert ods(book_of(STATE, ON)) == ods(book_of(STATE, ON))
    assert parts()["mimetype"].decode() == MEDIA_TYPE


def test_every_part_is_xml_and_every_table_is_there() -> None:
    found = {name: read(text) for name, text in parts().items() if ".xml" in name}
    tables = [t.get(f"{TABLE}name") for t in found["content.xml"].iter(f"{TABLE}table")]
    assert tables == TABS
    assert set(found) == {"content.xml", "settings.xml", "META-INF/manifest.xml"}


def test_the_header_is_frozen_and_rows_can_be_filtered() -> None:
    settings = parts()["settings.xml"].decode()
    assert settings.count('"VerticalSplitPosition" config:type="int">1<') == len(TABS) - 1
    assert 'xmlns:ooo="' in settings
    content = read(parts()["content.xml"])
    ranges = {
        r.get(f"{TABLE}name"): r.get(f"{TABLE}target-range-address")
        for r in content.iter(f"{TABLE}database-range")
    }
    assert ranges["__Anonymous_Sheet_DB__1"] == "Raden.A1:Raden.M4"


def test_no_cell_is_a_formula_and_an_answer_is_chosen_from_a_list() -> None:
    content = read(parts()["content.xml"])
    cells = list(content.iter(f"{TABLE}table-cell"))
    assert not [cell for cell in cells if cell.get(f"{TABLE}formula")]
    assert {cell.get(f"{OFFICE}value-type") for cell in cells} == {None, "string", "date"}
    conditions = {
        v.get(f"{TABLE}name"): v.get(f"{TABLE}condition")
        for v in content.iter(f"{TABLE}content-validation")
    }
    asked = conditions["Raden-Antwoord"] or ""
    assert asked.startswith('of:cell-content-is-in-list("zienswijze";"positieve zienswijze"')
    assert {cell.get(f"{TABLE}content-validation-name") for cell in cells} >= set(conditions)
