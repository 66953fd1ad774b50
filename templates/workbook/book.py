"""A dossier as a workbook that people can fill in, before it is written as XLSX or ODS."""

from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.tab import KEY, Tab, TabLine
from gehoord.domain.workbook.tabs import TABS
from gehoord.templates.workbook.explanation import explanation


@dataclass(frozen=True, slots=True)
class BookTab:
    """One tab with what stands in it."""

    tab: Tab
    lines: tuple[TabLine, ...]

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
    tabs = tuple(BookTab(tab, tuple(tab.lines(state))) for tab in TABS)
    return Book(state.dossier.title, on, explanation(state, on), tabs)
