# SPDX-License-Identifier: EUPL-1.2
"""A dossier as XLSX, seen by a reader that is not ours: what people see, and no formula in it."""

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.workbook.tab import KEY
from gehoord.templates.workbook.book import book_of
from gehoord.templates.workbook.xlsx import xlsx
from tests.templates.small_dossier import MEDIO, STATE, asked_by
from tests.templates.workbook.test_ods import TABS

ON = date(2027, 11, 5)
FORMULAS = ("=1+1", "+31 6", "-1", "@SUM(A1)", '=HYPERLINK("x")', "http://x.example", "_x0041_")


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(io.BytesIO(xlsx(book_of(STATE, ON))))


def test_it_has_a_tab_that_explains_and_one_for_each_table(book: Any) -> None:
    assert book.sheetnames == TABS
    explained = [row[0].value for row in book["Uitleg"] if row[0].value]
    assert explained[0] == STATE.dossier.title
    assert "Dossier 'klein', zoals het in het register stond op 5 november 2027." in explained


def test_every_council_has_its_row_with_real_days(book: Any) -> None:
    rows = [[cell.value for cell in row] for row in book["Raden"]]
    assert [row[0] for row in rows[1:]] == ["Haarlem", "Hoorn", "Texel"]
    haarlem = dict(zip(rows[0], rows[1], strict=True))
    assert haarlem["Gehoord of beoordeeld op"] == datetime(2027, 9, 16)  # noqa: DTZ001
    assert haarlem["Gevraagd op"] == datetime(2027, 6, 17)  # noqa: DTZ001
    assert (haarlem["Antwoord"], haarlem["Wijze"]) == ("zienswijze", "raadsvergadering")
    assert haarlem["Zienswijze"] == "Meer aandacht voor de wijkagent.\n\nEn voor de wijk."
    assert haarlem[KEY].startswith("klein/GM0392 ")
    assert dict(zip(rows[0], rows[3], strict=True))["Antwoord"] == "geen antwoord"


def test_the_first_row_stays_in_sight_and_the_key_out_of_it(book: Any) -> None:
    for name in book.sheetnames[1:]:
        page = book[name]
        letters = {cell.value: cell.column_letter for cell in page[1]}
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref.startswith("A1:")
        hidden = [h for h, letter in letters.items() if page.column_dimensions[letter].hidden]
        assert hidden == [KEY]


def test_answers_and_manners_are_chosen_from_a_list(book: Any) -> None:
    found = book["Raden"].data_validations.dataValidation
    lists = {str(one.sqref): one.formula1 for one in found}
    assert lists["G2:G4"] == f'"{",".join([*Answer, "geen antwoord"])}"'
    assert "raadsvergadering,commissie" in lists["I2:I4"]


def test_an_approximate_day_stays_in_words() -> None:
    page = load_workbook(io.BytesIO(xlsx(book_of(asked_by(MEDIO), ON))))["Raden"]
    assert page["F2"].value == "medio oktober 2027 (bij benadering)"


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_council_wrote_is_text_and_nothing_else(text: str) -> None:
    [said] = [z.model_copy(update={"text": text}) for z in STATE.zienswijzen]
    state = replace(STATE, zienswijzen=Kept([said]))
    page = load_workbook(io.BytesIO(xlsx(book_of(state, ON))))["Raden"]
    assert (page["J2"].value, page["J2"].data_type, page["J2"].hyperlink) == (text, "s", None)


def test_of_a_new_point_its_sender_is_chosen_and_its_subject_suggested() -> None:
    names = [f"gemeente {number}" for number in range(40)]
    suggested = {"Van wie": tuple(names), "Onderwerp": ("Cyber", "Zorg")}
    written = book_of(STATE, ON)
    tabs = [replace(t, suggested=suggested if t.tab.name == "Punten" else {}) for t in written.tabs]
    book = load_workbook(io.BytesIO(xlsx(replace(written, tabs=tuple(tabs)))))
    found = {str(one.sqref): one for one in book["Punten"].data_validations.dataValidation}
    assert found["A2:A201"].formula1 == "Keuzelijsten!$A$1:$A$40"
    assert found["E2:E201"].formula1 == '"Cyber,Zorg"'
    assert (found["E2:E201"].showErrorMessage, found["G2:G201"].showErrorMessage) == (False, True)
    assert book["Keuzelijsten"].sheet_state == "hidden"
    assert [cell.value for cell in book["Keuzelijsten"]["A"]] == names
