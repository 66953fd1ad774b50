# SPDX-License-Identifier: EUPL-1.2
"""Reads who read along from the tab of a file: a row each, known by the headings above them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gehoord.domain.acts.reviewer_lines import WrongLineError, reviewers_in
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid

_NAMES: Final = ("naam", "meelezer", "functie", "organisatie", "wie")
_ADDRESSES: Final = ("adres", "mailadres", "e-mailadres", "e-mail", "mail")
_HEADINGS: Final = (
    "hier horen de namen van de kolommen te staan: Naam (een functie of organisatie) en Mailadres"
)


@dataclass(frozen=True, slots=True)
class ReviewerTable:
    """The lines that a file stands for, as people would type them, and what is wrong in it."""

    lines: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def reviewer_table(grid: Grid) -> ReviewerTable:
    """Return who stands in a tab; of what is wrong each with its row, and then nobody counts.

    Args:
        grid: with the headings in its first row; other columns are not read.
    """
    headings = [folded(text_in(cell)) for cell in grid.rows[0]] if grid.rows else []
    name, address = _column(headings, _NAMES), _column(headings, _ADDRESSES)
    if name is None or address is None:
        return ReviewerTable(faults=(Fault(grid.name, 1, "", "", _HEADINGS),))
    rows = list(_rows(grid, name, address))
    faults = (*_unreadable(grid, name, address), *_wrong(grid, rows))
    return ReviewerTable((), faults) if faults else ReviewerTable(tuple(line for _, line in rows))


def _column(headings: list[str], names: tuple[str, ...]) -> int | None:
    wanted = {folded(name) for name in names}
    return next((place for place, text in enumerate(headings) if text in wanted), None)


def _rows(grid: Grid, name: int, address: int) -> Iterator[tuple[int, str]]:
    """Yield the number of each row that is filled in, from 1, and its line."""
    for row in range(1, len(grid.rows)):
        who, where = (text_in(grid.cell(row, column)).strip() for column in (name, address))
        if who or where:
            yield row + 1, f"{who}; {where}" if where else who


def _unreadable(grid: Grid, *columns: int) -> Iterator[Fault]:
    """Yield the cells of which it cannot be told what they say."""
    for (row, column), flaw in sorted(grid.flaws.items()):
        if column in columns and row:
            yield Fault(grid.name, row + 1, text_in(grid.cell(0, column)), "", str(flaw))


def _wrong(grid: Grid, rows: list[tuple[int, str]]) -> Iterator[Fault]:
    """Yield what is wrong with each row, and that nobody stands in any."""
    if not rows:
        yield Fault(grid.name, 2, "", "", "hier staat nog niemand; vul in wie meelezen")
    known: dict[str, int] = {}
    for row, line in rows:
        if line.startswith(";"):
            yield Fault(grid.name, row, "", "", "vul de naam in: een functie of organisatie")
            continue
        try:
            [found] = reviewers_in([line])
        except WrongLineError as error:
            yield Fault(grid.name, row, "", error.name, error.why)
            continue
        first = known.setdefault(folded(found.name), row)
        if first != row:
            text = f"deze naam staat ook in rij {first}; laat een van beide weg"
            yield Fault(grid.name, row, "", found.name, text)
