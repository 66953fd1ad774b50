# SPDX-License-Identifier: EUPL-1.2
"""A workbook as somebody fills it in, cell by cell, before it is any file."""

from collections.abc import Iterable
from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.grid import Cell, Flaw, Grid, Place
from gehoord.domain.workbook.judging import Filled, Judged, judged
from gehoord.templates.workbook.book import book_of

Cells = dict[str, Cell]


class Filling:
    """The tabs of a dossier; each row is filled in by who it is about."""

    def __init__(self, state: State, on: date) -> None:
        self.book = book_of(state, on)
        self.rows: dict[str, list[list[Cell]]] = {}
        for tab in self.book.tabs:
            rows: list[list[Cell]] = [[*row] for row in tab.rows]
            self.rows[tab.tab.name] = [[*tab.headings], *rows]
        self.flaws: dict[str, dict[Place, Flaw]] = {}
        self.hidden: dict[str, set[int]] = {}

    def place(self, tab: str, who: str, heading: str) -> Place:
        row = next(n for n, cells in enumerate(self.rows[tab]) if cells[0] == who)
        return row, self.rows[tab][0].index(heading)

    def fill(self, tab: str, who: str, cells: Cells) -> "Filling":
        for heading, value in cells.items():
            row, column = self.place(tab, who, heading)
            self.rows[tab][row][column] = value
        return self

    def add(self, tab: str, cells: Cells) -> "Filling":
        headings = self.rows[tab][0]
        self.rows[tab].append([cells.get(str(heading)) for heading in headings])
        return self

    def spoil(self, tab: str, who: str, heading: str, flaw: Flaw) -> "Filling":
        self.flaws.setdefault(tab, {})[self.place(tab, who, heading)] = flaw
        return self

    def hide(self, tab: str, who: str) -> "Filling":
        self.hidden.setdefault(tab, set()).add(self.place(tab, who, "Kenmerk")[0])
        return self

    def grids(self, only: Iterable[str] | None = None) -> tuple[Grid, ...]:
        return tuple(
            Grid(
                name,
                tuple(map(tuple, rows)),
                self.flaws.get(name, {}),
                frozenset(self.hidden.get(name, ())),
            )
            for name, rows in self.rows.items()
            if only is None or name in only
        )

    def filled(self) -> Filled:
        return Filled("raden.xlsx", self.grids())

    def judged(self, state: State, today: date) -> Judged:
        return judged(self.filled(), state, (), today)


def heard_as(answer: str, on: date, text: str = "") -> Cells:
    return {"Antwoord": answer, "Gehoord of beoordeeld op": on, "Zienswijze": text}
