# SPDX-License-Identifier: EUPL-1.2
"""A cell is read as its column asks; a day is never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.answer import Answer
from gehoord.domain.workbook.cell import CellError, choice_in, day_in, mark, plain, text_in, written
from gehoord.domain.workbook.grid import Cell

TODAY = date(2027, 10, 28)
HEARD = date(2027, 9, 16)


@pytest.mark.parametrize(
    "cell",
    [HEARD, "16-9-2027", "16/9/2027", "2027-09-16", "2027-09-16T00:00:00", "16 september 2027",
     "do 16 sept 2027", " 16-09-2027 "],
)  # fmt: skip
def test_a_day_is_read_as_people_and_programs_write_it(cell: Cell) -> None:
    assert day_in(cell, TODAY) == HEARD


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("16 september", "jaar"),
        ("16-9", "jaar"),
        ("16-9-27", "geen dag"),
        ("9-16-2027", "maand voorop; schrijf 16-9-2027"),
        ("31-2-2027", "bestaat niet in de kalender"),
        ("16-9-2028", "in de toekomst"),
        (46281.0, "46281 is een getal en geen dag"),
        (True, "geen dag"),
        (date(1900, 1, 5), "1990"),
        ("medio september 2027", "niet één dag"),
        ("1 week na horen", "niet één dag"),
        ("morgen", "geen dag"),
    ],
)
def test_what_is_no_day_is_told_with_what_to_write(cell: Cell, words: str) -> None:
    with pytest.raises(CellError, match=words):
        day_in(cell, TODAY)


def test_a_choice_is_read_without_regard_to_capitals_and_a_near_miss_is_named() -> None:
    choices = tuple(Answer)
    assert choice_in("Positieve Zienswijze", choices) == "positieve zienswijze"
    with pytest.raises(CellError, match="bedoelt u 'zienswijze'"):
        choice_in("zienswijs", choices)
    with pytest.raises(CellError, match="Kies uit: zienswijze, positieve zienswijze"):
        choice_in("ja", choices)


@given(st.text(), st.text())
def test_what_people_do_not_see_makes_no_difference(one: str, other: str) -> None:
    shown = written(one)
    assert plain(shown) == plain(one) == plain(f" {one}\n") == plain(plain(one))
    assert (mark([shown]) == mark([other])) == (plain(one) == plain(other))


def test_a_text_that_no_cell_holds_is_shortened_and_says_so() -> None:
    shown = written("x" * 50_000)
    assert len(shown) == 32_000
    assert shown.endswith("… (ingekort)")
    assert written(shown) == shown


@pytest.mark.parametrize(
    ("cell", "text"), [(12.0, "12"), (1.5, "1,5"), (None, ""), (True, "waar"), (" a ", "a")]
)
def test_a_number_is_read_as_the_text_that_people_see(cell: Cell, text: str) -> None:
    assert text_in(cell) == text
