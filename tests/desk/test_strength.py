# SPDX-License-Identifier: EUPL-1.2
"""The adviser hands a sterkteverdeling in on the desk; faults come first, then what it says."""

import io

import pytest
from httpx import Response
from openpyxl import load_workbook

from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.story import HEARD
from tests.tables_of_strength import FILE, SMALL

SAID = {"peildatum": "2027-06-01", "stand": "voorlopig", "bron": "bureau", "norm": "305"}


@pytest.fixture
def adviser(balie: Open) -> Balie:
    return balie("opened", HEARD)


def hands_in(balie: Balie, content: bytes, **more: str) -> Response:
    path = f"{balie.page('adviseur')}/sterkte"
    key = hidden(balie.get(path), "sleutel")
    files = {"bestand": ("sterkte.csv", content, "text/csv")}
    return balie.post(path, data={"sleutel": key, **SAID, **more}, files=files)


def agrees(balie: Balie, seen: Response) -> Response:
    names = ("sleutel", "wacht", "naam", "gezien", *SAID)
    data = {name: hidden(seen, name) for name in names[:4]} | SAID
    return balie.post(f"{balie.page('adviseur')}/sterkte/vastleggen", data=data)


def test_a_table_is_seen_first_and_then_recorded(adviser: Balie) -> None:
    seen = hands_in(adviser, FILE.read_bytes())
    assert seen.status_code == 200
    for words in ("Er is nog niets vastgelegd.", "3.494,60", "de norm van 305", "Basisteam Hoorn"):
        assert words in seen.text
    assert "<td>Uitbreiding t.b.v. de wijk</td><td>29,50</td><td>35,90</td>" in seen.text
    done = agrees(adviser, seen)
    assert done.status_code == 200
    assert "Vastgelegd: sterkteverdeling 1" in done.text
    assert agrees(adviser, seen).text.count("Vastgelegd: sterkteverdeling 1") == 1
    answer = adviser.get(f"{adviser.page('adviseur')}/sterkte.xlsx")
    page = load_workbook(io.BytesIO(answer.content))["Sterkte"]
    assert page["A2"].value == "Leiding Eenheid Noord-Holland"


def test_every_fault_stands_at_its_place_and_nothing_can_be_recorded(adviser: Balie) -> None:
    seen = hands_in(adviser, SMALL.replace("10,50", "-10,50").encode())
    assert seen.status_code == 422
    assert "<strong>1 fout in sterkte.csv.</strong>" in seen.text
    assert "<td>5</td><td>overig</td><td>Basisteam Texel</td>" in seen.text
    assert "sterkte/vastleggen" not in seen.text
    sums = hands_in(adviser, SMALL.replace("10,50;13,50", "10,50;13,40").encode())
    assert sums.status_code == 422
    assert "2 sommen kloppen niet" in sums.text


def test_the_page_is_that_of_the_adviser_alone(adviser: Balie) -> None:
    assert adviser.get(f"{adviser.page('Texel')}/sterkte").status_code == 404
