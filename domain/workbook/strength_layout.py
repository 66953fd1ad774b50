# SPDX-License-Identifier: EUPL-1.2
"""Where the tables of a sterkteverdeling stand in a file: found by their headings, anywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from gehoord.domain.dossier.strength_line import STRUCTURAL
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.grid import Cell, Grid

NAME: Final = "onderdeel"
LEVEL: Final = "niveau"
PARENT: Final = "valt onder"
SENIOR: Final = "(sr.) wijkagent"
EXPERT: Final = "operationeel expert wijk"

_YEAR: Final = re.compile(r"20\d\d")
_FEWEST_YEARS: Final = 2


class TableSort(Enum):
    """Which of the three tables it is."""

    STRENGTH = "sterkte"
    SPLIT = "wijkagenten"
    GROWTH = "groei"


_WANTED: Final = {
    TableSort.STRENGTH: ("aspirant", "wijkagent", "overig", "totaal"),
    TableSort.SPLIT: (SENIOR, EXPERT),
}
_ALSO: Final = {
    "aspiranten": "aspirant",
    "wijkagenten": "wijkagent",
    "overige": "overig",
    "sr. wijkagent": SENIOR,
    "senior wijkagent": SENIOR,
    "operationeel expert wijk (hbo)": EXPERT,
    "oew": EXPERT,
    "oe wijk": EXPERT,
    "naam": NAME,
    "organisatieonderdeel": NAME,
    "hoort bij": PARENT,
}
"""What people write above a column, beside its own heading."""


@dataclass(frozen=True, slots=True)
class Block:
    """One table in a tab: from the row of its headings to the next table.

    Attributes:
        sort: which table it is; ``grid`` is the tab in which it stands.
        head: the row of its headings, from 0; ``end`` is the first row after it.
        columns: the number of each column by its heading, from 0; of a year by its figures.
        name: the number of the column that names the parts.
    """

    sort: TableSort
    grid: Grid
    head: int
    end: int
    columns: dict[str, int]
    name: int = 0
    twice: tuple[str, ...] = field(default=())

    @property
    def rows(self) -> Iterator[int]:
        """The rows below the headings that hold something, from 0."""
        used = (self.name, *self.columns.values())
        for row in range(self.head + 1, self.end):
            if any(text_in(self.grid.cell(row, c)) or (row, c) in self.grid.flaws for c in used):
                yield row

    def name_in(self, row: int) -> str:
        """Return how a row is called; empty where it is not."""
        return " ".join(text_in(self.grid.cell(row, self.name)).split())


def blocks_of(grids: Sequence[Grid]) -> list[Block]:
    """Return the tables in a file, in their order; what stands above the first is no table."""
    return [block for grid in grids for block in _in_tab(grid)]


def _in_tab(grid: Grid) -> Iterator[Block]:
    heads = [(n, found) for n, row in enumerate(grid.rows) if (found := _headings(row))]
    starts = [number for number, _ in heads] + [len(grid.rows)]
    for place, (number, (sort, columns, twice)) in enumerate(heads):
        name = columns.pop(NAME, None)
        if name is None:
            name = _column_before(columns)
        yield Block(sort, grid, number, starts[place + 1], columns, name, twice)


def _column_before(columns: dict[str, int]) -> int:
    """Return the column of the names where nothing stands above it: left of the others."""
    return max(min(columns.values()) - 1, 0)


def _headings(row: Sequence[Cell]) -> tuple[TableSort, dict[str, int], tuple[str, ...]] | None:
    """Return which table a row begins, where its columns are, and which stand there twice."""
    found: dict[str, int] = {}
    twice = []
    for number, cell in enumerate(row):
        heading = _known(" ".join(text_in(cell).split()))
        if heading in found:
            twice.append(heading)
        elif heading:
            found[heading] = number
    for sort, wanted in _WANTED.items():
        if set(wanted) <= found.keys():
            return sort, found, tuple(twice)
    years = [heading for heading in found if _YEAR.fullmatch(heading)]
    if STRUCTURAL in found and len(years) >= _FEWEST_YEARS:
        return TableSort.GROWTH, found, tuple(twice)
    return None


def _known(text: str) -> str:
    """Return the heading that a text means; empty when it is none."""
    return _BY_LETTERS.get(folded(text), text if _YEAR.fullmatch(text) else "")


_BY_LETTERS: Final = {
    folded(text): heading
    for text, heading in (
        *((h, h) for h in (*_WANTED[TableSort.STRENGTH], SENIOR, EXPERT)),
        *((h, h) for h in (NAME, LEVEL, PARENT, STRUCTURAL)),
        *_ALSO.items(),
    )
}
