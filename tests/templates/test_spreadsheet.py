# SPDX-License-Identifier: EUPL-1.2
"""The spreadsheet of councils: days as sure as they are, and no cell that starts a formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.due import Due
from gehoord.templates.spreadsheet import HEADINGS, councils_sheet, harmless
from tests.templates.small_dossier import MEDIO, MONTH, asked_by


@pytest.mark.parametrize(
    ("due", "cell"),
    [
        (MEDIO, "medio oktober 2027 (bij benadering)"),
        (MONTH, "oktober 2027"),
        (Due.on(date(2027, 10, 15)), "2027-10-15"),
    ],
)
def test_the_spreadsheet_of_councils_says_the_last_day_as_sure_as_it_is(
    due: Due, cell: str
) -> None:
    text = councils_sheet(asked_by(due)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert HEADINGS[5] == "Antwoord uiterlijk"
    assert {row["Antwoord uiterlijk"] for row in rows} == {cell}


@settings(max_examples=200)
@given(st.text(st.sampled_from("=+-@\t\r\n\x00 \ufeff\u202e\uff1dA1;\"'")))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not harmless(text).lstrip("\t\r\n \x00\ufeff\u202e").startswith(tuple("=+-@\uff1d"))
