# SPDX-License-Identifier: EUPL-1.2
"""A workbook as XLSX, by XlsxWriter: no cell is ever a formula or a link."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from gehoord.domain.workbook.tab import Column, Sort
from gehoord.domain.workbook.tabs import EXPLANATION, LISTS
from gehoord.templates.workbook.book import Book, BookTab
from gehoord.templates.workbook.width import width_of

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TOP: Final = {"valign": "top", "text_wrap": True}
_GREY: Final = "#EDEDED"
_A4: Final = 9
_FORM: Final = {Sort.DAY: "d-m-yyyy", Sort.NUMBER: "#,##0.00"}
_LONGEST_LIST: Final = 255
"""Signs that a list of choices may have where it does not stand in cells."""
_TEXT: Final = "@"
"""The form of a cell in which what is typed stays what it is."""


def xlsx(book: Book) -> bytes:
    """Return the workbook as the bytes of an XLSX file."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    made = datetime(book.made_on.year, book.made_on.month, book.made_on.day)  # noqa: DTZ001
    with Workbook(content, _OPTIONS) as file:
        file.set_properties({"title": book.title, "created": made})
        forms = _Forms(file)
        _explain(file, forms, book)
        pages = [file.add_worksheet(tab.tab.name) for tab in book.tabs]
        lists = _Lists(file)
        for page, tab in zip(pages, book.tabs, strict=True):
            _write(page, forms, tab, lists)
    return content.getvalue()


class _Forms:
    """How cells look: what is asked is white, what is given is grey."""

    def __init__(self, file: Any) -> None:
        self.heading = file.add_format({"bold": True, "bottom": 1, **_TOP})
        self.plain = file.add_format(_TOP)
        self._of = {
            (sort, is_asked): file.add_format(
                {
                    "num_format": _FORM.get(sort, _TEXT),
                    **_TOP,
                    **({} if is_asked else {"bg_color": _GREY}),
                }
            )
            for sort in Sort
            for is_asked in (True, False)
        }

    def of(self, column: Column) -> Any:
        """Return how the cells of a column look."""
        return self._of[column.sort, column.is_asked]


class _Lists:
    """The lists of choices: a long one stands in a hidden tab of its own, and is referred to."""

    def __init__(self, file: Any) -> None:
        self._file, self._number = file, 0
        self._page: Any = None

    def of(self, column: Column, choices: tuple[str, ...]) -> dict[str, Any]:
        """Return how a column is chosen in; what is only suggested shuts out nothing."""
        asked = {"validate": "list", "source": self._source(choices)}
        if not column.choices:
            return {**asked, "show_error": False}
        return {
            **asked,
            "error_title": "Niet in de lijst",
            "error_message": "Kies een waarde uit de lijst.",
        }

    def _source(self, choices: tuple[str, ...]) -> list[str] | str:
        if len(",".join(choices)) <= _LONGEST_LIST and not any("," in one for one in choices):
            return list(choices)
        if self._page is None:
            self._page = self._file.add_worksheet(LISTS)
            self._page.hide()
        place, self._number = self._number, self._number + 1
        for row, choice in enumerate(choices):
            self._page.write_string(row, place, choice)
        letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]
        return f"={LISTS}!${letter}$1:${letter}${len(choices)}"


def _explain(file: Any, forms: _Forms, book: Book) -> None:
    page = file.add_worksheet(EXPLANATION)
    page.set_column(0, 0, 100, forms.plain)
    page.hide_gridlines(2)
    for number, line in enumerate(book.explanation):
        is_heading = number == 0 or not book.explanation[number - 1]
        page.write_string(number, 0, line, forms.heading if is_heading and line else forms.plain)


def _write(page: Any, forms: _Forms, tab: BookTab, lists: _Lists) -> None:
    columns, rows = tab.tab.columns, tab.rows
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 1)
    for place, heading in enumerate(tab.headings):
        page.write_string(0, place, heading, forms.heading)
    for place, column in enumerate(columns):
        form = forms.of(column)
        page.set_column(place, place, width_of(column, [row[place] for row in rows]), form)
        if choices := tab.choices(column):
            last = max(len(rows) + tab.new_rows, 1)
            page.data_validation(1, place, last, place, lists.of(column, choices))
    page.set_column(len(columns), len(columns), None, None, {"hidden": True})
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            form = forms.of(columns[place]) if place < len(columns) else forms.plain
            _put(page, (number, place), _as_kept(value, columns[place : place + 1]), form)
    page.autofilter(0, 0, max(len(rows), 1), len(columns))


def _as_kept(value: str | date, column: Sequence[Column]) -> str | float | date:
    """Return a value as a cell keeps it: in a column of numbers as one."""
    is_number = any(one.sort is Sort.NUMBER for one in column)
    return float(str(value)) if is_number and value else value


def _put(page: Any, place: tuple[int, int], value: str | float | date, form: Any) -> None:
    if isinstance(value, date):
        page.write_datetime(*place, value, form)
    elif isinstance(value, float):
        page.write_number(*place, value, form)
    elif value:
        page.write_string(*place, value, form)
    else:
        page.write_blank(*place, None, form)
