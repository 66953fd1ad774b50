# SPDX-License-Identifier: EUPL-1.2
"""The adviser takes the workbook from his page and fills it in; he sees first what changes."""

import io
import re
from typing import Any

import pytest
from httpx import Response
from openpyxl import load_workbook

from gehoord.domain.acts.report import CouncilHeard
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.story import HEARD

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def asked(balie: Open) -> Balie:
    return balie("asked", HEARD)


def filled(content: bytes, cells: dict[tuple[str, str, str], Any]) -> bytes:
    """Fill in cells of a workbook as a person does: by tab, whom it is about, and heading."""
    book = load_workbook(io.BytesIO(content))
    for (tab, who, heading), value in cells.items():
        page = book[tab]
        [column] = [cell.column for cell in page[1] if cell.value == heading]
        [row] = [row[0].row for row in page if row[0].value == who]
        page.cell(row, column).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def answers(*councils: str) -> dict[tuple[str, str, str], Any]:
    found: dict[tuple[str, str, str], Any] = {}
    for council in councils:
        found["Raden", council, "Antwoord"] = "instemming zonder zienswijze"
        found["Raden", council, "Gehoord of beoordeeld op"] = HEARD
    return found


class AtTheSheet:
    """The adviser at his page."""

    def __init__(self, found: Balie) -> None:
        self.balie = found
        self.path = f"{found.page('adviseur')}/werkblad"

    def takes(self, ending: str = "xlsx") -> bytes:
        answer = self.balie.get(f"{self.path}.{ending}")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].endswith(f"klein.{ending}")
        return answer.content

    def hands_in(self, content: bytes, name: str = "raden.xlsx") -> Response:
        key = hidden(self.balie.get(self.path), "sleutel")
        files = {"bestand": (name, content, XLSX)}
        return self.balie.post(self.path, data={"sleutel": key}, files=files)

    def agrees(self, seen: Response) -> Response:
        fields = ("sleutel", "wacht", "naam", "gezien")
        data = {field: hidden(seen, field) for field in fields}
        return self.balie.post(f"{self.path}/vastleggen", data=data)

    def journal(self) -> list[Any]:
        return self.balie.story.everything()


@pytest.fixture
def adviser(asked: Balie) -> AtTheSheet:
    return AtTheSheet(asked)


def test_what_was_filled_in_is_seen_first_and_then_recorded(adviser: AtTheSheet) -> None:
    before = adviser.journal()
    seen = adviser.hands_in(filled(adviser.takes(), answers("Haarlem", "Texel")))
    assert seen.status_code == 200
    text = read(seen.text)
    assert "Er is nog niets vastgelegd." in text
    assert "Leg deze 2 meldingen vast" in text
    assert adviser.journal() == before

    done = adviser.agrees(seen)
    assert done.status_code == 200
    assert "De raad van Haarlem is gehoord: instemming zonder zienswijze." in read(done.text)
    states = {h.name: h.state for h in adviser.balie.story.state.hearings}
    assert states == {
        "Haarlem": HearingState.HEARD, "Hoorn": HearingState.INVITED, "Texel": HearingState.HEARD
    }  # fmt: skip


def test_all_that_is_wrong_is_said_with_its_place_and_nothing_can_be_recorded(
    adviser: AtTheSheet,
) -> None:
    before = adviser.journal()
    cells = answers("Haarlem", "Hoorn") | {
        ("Raden", "Hoorn", "Antwoord"): "zienswijs",
        ("Adressen", "RBOP", "Mailadres"): "rbop.klein",
    }
    seen = adviser.hands_in(filled(adviser.takes(), cells))
    assert seen.status_code == 422
    assert "<title>Fout: Er klopt iets niet in het werkblad" in seen.text
    text = read(seen.text)
    assert "2 fouten in raden.xlsx. Er is niets vastgelegd." in text
    assert "vastleggen" not in seen.text
    rows = re.findall(r"<tr>(<td>.*?)</tr>", seen.text)
    assert [re.findall(r"<td>(.*?)</td>", row)[0:3] for row in rows[:2]] == [
        ["Raden", "3", "Antwoord"],
        ["Adressen", "16", "Mailadres"],
    ]
    assert adviser.journal() == before


def test_who_agrees_twice_records_once(adviser: AtTheSheet) -> None:
    seen = adviser.hands_in(filled(adviser.takes(), answers("Haarlem")))
    first = adviser.agrees(seen)
    before = adviser.journal()
    assert read(adviser.agrees(seen).text) == read(first.text)
    assert adviser.journal() == before


def test_what_somebody_else_recorded_meanwhile_is_not_overwritten(adviser: AtTheSheet) -> None:
    content = adviser.takes()
    seen = adviser.hands_in(filled(content, answers("Haarlem", "Texel")))
    other = CouncilHeard(on=HEARD, municipality="Haarlem", answer=Answer.DEBATE)
    adviser.balie.story.does(other)
    before = adviser.journal()
    now = adviser.agrees(seen)
    assert now.status_code == 422
    assert "1 fout in raden.xlsx" in read(now.text)
    assert adviser.journal() == before


def test_what_would_change_now_must_be_what_he_saw(adviser: AtTheSheet) -> None:
    first = adviser.hands_in(filled(adviser.takes(), answers("Haarlem")))
    second = adviser.hands_in(filled(adviser.takes(), answers("Texel")))
    before = adviser.journal()
    fields = {f: hidden(second, f) for f in ("sleutel", "wacht", "naam")}
    data = fields | {"gezien": hidden(first, "gezien")}
    other = adviser.balie.post(f"{adviser.path}/vastleggen", data=data)
    assert "Er is intussen iets anders vastgelegd." in read(other.text)
    assert "Leg deze melding vast" in read(other.text)
    assert adviser.journal() == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("raden.xlsx", b"PK\x03\x04stuk", "raden.xlsx is beschadigd."),
        ("brief.csv", b"Beste,\n\nhierbij", "geen blad van Gehoord te herkennen"),
        ("leeg.csv", b"", "leeg.csv"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(
    adviser: AtTheSheet, name: str, content: bytes, said: str
) -> None:
    answer = adviser.hands_in(content, name)
    assert answer.status_code == 422
    assert said in read(answer.text)


def test_without_a_file_or_a_key_nothing_happens(adviser: AtTheSheet) -> None:
    key = hidden(adviser.balie.get(adviser.path), "sleutel")
    balie = adviser.balie
    none = balie.post(adviser.path, data={"sleutel": key}, files={"x": ("", b"", "text/plain")})
    assert (none.status_code, "Kies eerst het bestand" in none.text) == (422, True)
    for path in (adviser.path, f"{adviser.path}/vastleggen"):
        for wrong in ("", "a.b", key + "x"):
            assert balie.post(path, data={"sleutel": wrong}).status_code == 403


def test_the_workbook_is_for_the_adviser_alone(asked: Balie) -> None:
    for who in ("Haarlem", "rbop", "burgemeester van Texel"):
        path = asked.page(who)
        for below in ("werkblad", "werkblad.xlsx", "werkblad.ods"):
            assert asked.get(f"{path}/{below}").status_code == 404
        for below in ("werkblad", "werkblad/vastleggen"):
            answer = asked.post(f"{path}/{below}", data={"sleutel": "x"})
            assert answer.status_code == 404
    assert asked.get(f"{asked.page('adviseur')}/werkblad.pdf").status_code == 404
