# SPDX-License-Identifier: EUPL-1.2
"""A dossier as a workbook that people can fill in, before it is written as XLSX or ODS."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.tab import KEY, Column, Tab, TabLine
from gehoord.domain.workbook.tabs import TABS
from gehoord.templates.workbook.explanation import explanation

NEW_ROWS: Final = 200
"""Rows for what is new; who needs more copies the last one."""


@dataclass(frozen=True, slots=True)
class BookTab:
    """One tab with what stands in it.

    ``suggested`` is what can be chosen in a column beside what people type, by its heading.
    """

    tab: Tab
    lines: tuple[TabLine, ...]
    suggested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def choices(self, column: Column) -> tuple[str, ...]:
        """Return what can be chosen in a column; nothing where all is free."""
        return column.choices or self.suggested.get(column.heading, ())

    @property
    def new_rows(self) -> int:
        """How many rows below the last one can be chosen in."""
        return NEW_ROWS if self.tab.takes_new else 0

    @property
    def headings(self) -> list[str]:
        """What stands in the first row; the last column is hidden."""
        return [*(column.heading for column in self.tab.columns), KEY]

    @property
    def rows(self) -> list[list[Value]]:
        """What stands below it; an empty text where nothing does."""
        headings = [column.heading for column in self.tab.columns]
        return [[*(line.cells[h] for h in headings), self.tab.key_of(line)] for line in self.lines]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook.

    Attributes:
        title: of the dossier.
        made_on: the day on which it was made.
        explanation: how it is filled in, a line each.
        tabs: the tables, in their order.
    """

    title: str
    made_on: date
    explanation: tuple[str, ...]
    tabs: tuple[BookTab, ...]


def book_of(state: State, on: date) -> Book:
    """Return the workbook of a dossier as it is on ``on``."""
    tabs = tuple(BookTab(tab, tuple(tab.lines(state)), tab.suggested(state)) for tab in TABS)
    return Book(state.dossier.title, on, explanation(state, on), tabs)
