# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling from a file that somebody made: all of it, or all that is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.strength_line import STRUCTURAL, GrowthLine, StrengthLine
from gehoord.domain.nearby import folded, unknown
from gehoord.domain.workbook.fault import Fault, WorkbookFaultsError
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.strength_layout import (
    EXPERT,
    PARENT,
    SENIOR,
    Block,
    TableSort,
    blocks_of,
)
from gehoord.domain.workbook.strength_rows import TypedRow, typed_rows
from gehoord.domain.workbook.strength_tree import is_total, lines_of

MOST_LINES: Final = 500
"""Of one table; a large unit has some hundred."""
_IN_FTE: Final = ("in fte's", "in fte", "fte", "fte's")
_NO_TABLE: Final = (
    "hier staat geen tabel met de kolommen aspirant, wijkagent, overig en totaal; zet die namen "
    "in één rij boven de aantallen"
)


@dataclass(frozen=True, slots=True)
class StrengthRead:
    """What a file says: the lines of the strength, and of its growth if it has that table."""

    lines: tuple[StrengthLine, ...]
    growth: tuple[GrowthLine, ...] = ()


def strength_in(grids: Sequence[Grid]) -> StrengthRead:
    """Return the sterkteverdeling in the tabs of a file.

    Raises:
        WorkbookFaultsError: it holds none, or something in it cannot be read; it names everything.
    """
    blocks = blocks_of(grids)
    first = {block.sort: block for block in reversed(blocks)}
    if faults := [*_more_than_once(blocks, first), *_none(grids, first)]:
        raise WorkbookFaultsError(faults)
    lines, wrong = _strength(first[TableSort.STRENGTH])
    growth: list[GrowthLine] = []
    if split := first.get(TableSort.SPLIT):
        lines, more = _with_split(split, lines)
        wrong += more
    if grown := first.get(TableSort.GROWTH):
        growth, more = _growth(grown)
        wrong += more
    if wrong:
        raise WorkbookFaultsError(wrong)
    return StrengthRead(tuple(lines), tuple(growth))


def _more_than_once(blocks: Sequence[Block], first: Mapping[TableSort, Block]) -> list[Fault]:
    again = [block for block in blocks if block is not first[block.sort]]
    return [Fault(b.grid.name, b.head + 1, "", "", _ONCE[b.sort]) for b in again]


def _none(grids: Sequence[Grid], first: Mapping[TableSort, Block]) -> list[Fault]:
    if TableSort.STRENGTH in first:
        return []
    return [Fault(grids[0].name if grids else "", 1, "", "", _NO_TABLE)]


_ONCE: Final = {
    TableSort.STRENGTH: "hier begint een tweede tabel van de sterkte; laat er één staan",
    TableSort.SPLIT: "hier begint een tweede tabel van de wijkagenten; laat er één staan",
    TableSort.GROWTH: "hier begint een tweede tabel van de groei; laat er één staan",
}


def _strength(block: Block) -> tuple[list[StrengthLine], list[Fault]]:
    rows, faults = typed_rows(block)
    if not rows:
        return [], [Fault(block.grid.name, block.head + 1, "", "", "onder deze rij staat niets")]
    if len(rows) > MOST_LINES:
        what = f"de tabel heeft meer dan {MOST_LINES} rijen; kies het goede bestand"
        return [], [rows[MOST_LINES].fault(what)]
    return ([], faults) if faults else lines_of(rows)


def _with_split(
    block: Block, lines: Sequence[StrengthLine]
) -> tuple[list[StrengthLine], list[Fault]]:
    """Return the lines with both sorts of wijkagenten; each row names a line of the table."""
    rows, faults = typed_rows(block)
    split = {}
    for row in (row for row in rows if row.has_figures and lines):
        named = _named(row, lines)
        if len(named) != 1:
            faults.append(row.fault(_which(row, named, lines)))
        elif (line := named[0]).key in split:
            faults.append(row.fault("deze rij staat er twee keer; haal er een weg"))
        else:
            split[line.key] = {
                "senior": row.amount(SENIOR),
                "expert": row.amount(EXPERT),
                "split_row": row.number,
            }
    return [line.model_copy(update=split.get(line.key, {})) for line in lines], faults


def _named(row: TypedRow, lines: Sequence[StrengthLine]) -> list[StrengthLine]:
    """Return the lines that a row can mean: of a group and a part with one name the group."""
    named = [line for line in lines if row.is_called(line.name) and _is_under(row, line)]
    highest = min((line.level.rank for line in named), default=0)
    return [line for line in named if line.level.rank == highest]


def _is_under(row: TypedRow, line: StrengthLine) -> bool:
    return not row.parent or folded(row.parent) == folded(line.parent)


def _which(row: TypedRow, named: Sequence[StrengthLine], lines: Sequence[StrengthLine]) -> str:
    """Return why it is not known which line a row means, and what to do."""
    if named:
        groups = enumeration([f"onder '{line.parent}'" for line in named])
        return f"dit onderdeel staat {groups}; zeg in een kolom '{PARENT}' welk u bedoelt"
    under = f" onder '{row.parent}'" if row.parent else ""
    what = f"'{row.name}' staat niet{under} in de tabel van de sterkte"
    return unknown(what, row.name, [line.name for line in lines if _is_under(row, line)])


def _growth(block: Block) -> tuple[list[GrowthLine], list[Fault]]:
    """Return the lines of the growth; a row without amounts may name the one below it."""
    rows, faults = typed_rows(block)
    years = [heading for heading in block.columns if heading.isdecimal()]
    if years != sorted(years):
        faults.append(Fault(block.grid.name, block.head + 1, "", "", "zet de jaren op volgorde"))
    lines, above = [], ""
    for row in rows:
        if not row.has_figures:
            above = row.name
            continue
        name = above if above and row.name.casefold() in _IN_FTE else row.name
        above = ""
        if not name:
            faults.append(row.fault("hier staat geen naam; schrijf waarvoor deze sterkte komt"))
        else:
            lines.append(_growth_line(row, name, years))
    return lines, faults


def _growth_line(row: TypedRow, name: str, years: Sequence[str]) -> GrowthLine:
    return GrowthLine(
        name=name,
        amounts={when: row.amount(when) for when in (*years, STRUCTURAL)},
        is_total=is_total(name),
        row=row.number,
    )
