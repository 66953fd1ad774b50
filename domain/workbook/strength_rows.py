# SPDX-License-Identifier: EUPL-1.2
"""The rows of a sterkteverdeling as they were typed: names, amounts, and what is wrong in cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gehoord.domain.dossier.fte import NONE
from gehoord.domain.dossier.strength_line import KINDS, Level, StrengthLine
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import CellError, text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.fte_cell import fte_in
from gehoord.domain.workbook.strength_layout import EXPERT, LEVEL, PARENT, SENIOR, Block

LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row of one of the tables.

    Attributes:
        block: in which table; ``number`` is that of the row as people see it, from 1.
        name: what it is called; empty where nothing stands.
        amounts: the fte in its cells, by heading; of an empty cell there is none.
        level: what stands in the column of the level, if there is one; ``parent`` likewise.
    """

    block: Block
    number: int
    name: str
    amounts: Mapping[str, Decimal]
    level: str = ""
    parent: str = ""

    @property
    def has_figures(self) -> bool:
        """Whether an amount stands in it: else it only names what follows."""
        return bool(self.amounts)

    def amount(self, heading: str) -> Decimal:
        """Return the fte in a cell; none where it is empty."""
        return self.amounts.get(heading, NONE)

    def is_called(self, name: str) -> bool:
        """Whether this is its name, in whatever capitals and blanks."""
        return folded(self.name) == folded(name)

    def line(self, level: Level, parent: str, name: str = "") -> StrengthLine:
        """Return this row as a line of the sterkteverdeling, under what it is a part of."""
        return StrengthLine(
            name=name or self.name,
            level=level,
            parent=parent,
            senior=self.amounts.get(SENIOR),
            expert=self.amounts.get(EXPERT),
            row=self.number,
            **{kind: self.amount(kind) for kind in KINDS},
        )

    def fault(self, text: str, heading: str = "") -> Fault:
        """Return what is wrong with this row, or with one of its cells."""
        return Fault(self.block.grid.name, self.number, heading, self.name, text)


def typed_rows(block: Block) -> tuple[list[TypedRow], list[Fault]]:
    """Return the rows of a table, and every cell that cannot be read."""
    faults = [
        Fault(block.grid.name, block.head + 1, heading, "", "deze kolom staat er twee keer; haal "
              "er een weg")
        for heading in block.twice
    ]  # fmt: skip
    rows = []
    for place in block.rows:
        row, wrong = _typed(block, place)
        rows.append(row)
        faults += wrong
    return rows, faults


def _typed(block: Block, place: int) -> tuple[TypedRow, list[Fault]]:
    """Return one row, and its cells that cannot be read."""
    words = {h: text_in(block.grid.cell(place, block.columns[h])) for h in _words_in(block)}
    amounts, wrong = _amounts(block, place)
    name = block.name_in(place)
    row = TypedRow(
        block, place + 1, name[:LONGEST_NAME], amounts, words.get(LEVEL, ""), words.get(PARENT, "")
    )
    whole = next(_wrong_as_a_whole(block, place, name), "")
    wrong = {"": whole, **wrong} if whole else wrong
    return row, [row.fault(why, heading) for heading, why in _each_once(wrong)]


def _amounts(block: Block, place: int) -> tuple[dict[str, Decimal], dict[str, str]]:
    """Return the fte in the cells of a row, and why it cannot be told of the others."""
    amounts: dict[str, Decimal] = {}
    wrong: dict[str, str] = {}
    for heading, column in block.columns.items():
        cell = block.grid.cell(place, column)
        if flaw := block.grid.flaws.get((place, column)):
            wrong[heading] = flaw
        elif heading not in (LEVEL, PARENT) and text_in(cell):
            try:
                amounts[heading] = fte_in(cell)
            except CellError as error:
                wrong[heading] = str(error)
    return amounts, wrong


def _wrong_as_a_whole(block: Block, place: int, name: str) -> Iterator[str]:
    """Yield what is wrong with a row, or with its name."""
    if flaw := block.grid.flaws.get((place, block.name)):
        yield flaw
    if place in block.grid.hidden:
        yield "deze rij is verborgen; maak haar zichtbaar en kijk haar na"
    if len(name) > LONGEST_NAME:
        yield f"deze naam is langer dan {LONGEST_NAME} tekens; maak hem korter"


def _each_once(wrong: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what is wrong in each cell; what is the same in all of them, of the row alone."""
    if len(wrong) > 1 and len(set(wrong.values())) == 1:
        return [("", next(iter(wrong.values())))]
    return list(wrong.items())


def _words_in(block: Block) -> list[str]:
    return [heading for heading in (LEVEL, PARENT) if heading in block.columns]
