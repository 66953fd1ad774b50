# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling as a workbook: what is written is read back, and its amounts are numbers."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from gehoord.domain.workbook.strength_reading import strength_in
from gehoord.tasks.workbook import reading
from gehoord.tasks.workbook.child import told
from gehoord.templates.workbook.book import Book
from gehoord.templates.workbook.ods import ods
from gehoord.templates.workbook.strength_book import strength_book
from gehoord.templates.workbook.xlsx import xlsx
from tests.tables_of_strength import kept, of_s002
from tests.templates.small_dossier import STATE

ON = date(2027, 6, 3)
WRITERS = pytest.mark.parametrize("writer", [xlsx, ods])


def read(content: bytes) -> Any:
    found = told(content)
    assert not isinstance(found, str), found
    return strength_in(tuple(map(reading._grid, found)))


@WRITERS
def test_a_table_that_was_written_is_read_back_with_all_its_lines(
    writer: Callable[[Book], bytes],
) -> None:
    table = kept(of_s002())
    found = read(writer(strength_book(STATE, table, ON)))
    assert [line.model_dump(exclude={"row", "split_row"}) for line in found.lines] == [
        line.model_dump(exclude={"row", "split_row"}) for line in table.lines
    ]
    assert [line.amounts for line in found.growth] == [line.amounts for line in table.growth]


@WRITERS
def test_an_empty_workbook_has_the_eenheid_and_the_years_of_the_plan(
    writer: Callable[[Book], bytes],
) -> None:
    found = read(writer(strength_book(STATE, None, ON)))
    assert [(line.name, line.level.value) for line in found.lines] == [("Eenheid Klein", "eenheid")]
    assert found.growth == ()


def test_amounts_are_numbers_that_can_be_added_up() -> None:
    book = load_workbook(io.BytesIO(xlsx(strength_book(STATE, kept(of_s002()), ON))))
    page = book["Sterkte"]
    assert page["G2"].value == 4
    assert page["G2"].number_format == "#,##0.00"
    assert [cell.value for cell in book["Groei"][1]][1:3] == ["2019", "2020"]
