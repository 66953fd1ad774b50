# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling, and two of them compared, as the rows of a table that people read."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.fte import in_fte
from gehoord.domain.dossier.growth_changes import GrowthChange
from gehoord.domain.dossier.line_change import LineChange
from gehoord.domain.dossier.strength_changes import Comparison
from gehoord.domain.dossier.strength_line import KINDS, GrowthLine, StrengthLine
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.templates.wording import capital

HEADINGS: Final = ("Onderdeel", *(capital(kind) for kind in KINDS))
HEADINGS_OF_CHANGES: Final = ("Onderdeel", "Wat", "Was", "Wordt", "Verschil")
_IS_NEW: Final = "nieuw"
_IS_GONE: Final = "vervalt"
_Changed = tuple[str, str, str, str, str]


def rows_of(table: StrengthTable) -> list[tuple[str, ...]]:
    """Return each line with its fte; what is nothing stays empty, as in a printed plan."""
    return list(map(row_of, table.lines))


def row_of(line: StrengthLine) -> tuple[str, ...]:
    """Return a line with its fte."""
    return (line.name, *(_amount(kind(line)) for kind in KINDS.values()))


def headings_of_growth(growth: Sequence[GrowthLine]) -> tuple[str, ...]:
    """Return what stands above the growth: the years, and what stays."""
    return ("Groei", *(capital(when) for when in growth[0].amounts)) if growth else ()


def rows_of_growth(growth: Sequence[GrowthLine]) -> list[tuple[str, ...]]:
    """Return each line of the growth with its fte per year."""
    return [(line.name, *map(in_fte, line.amounts.values())) for line in growth]


def rows_of_changes(found: Comparison) -> list[_Changed]:
    """Return every figure that changed: of the eenheid, of its parts, and of the growth."""
    changes = sorted(found.changes, key=lambda change: bool(change.line.level.rank))
    rows = [row for change in changes for row in _of_change(change)]
    return rows + [row for change in found.growth for row in _of_growth(change)]


def _of_change(change: LineChange) -> Iterator[_Changed]:
    if change.was is None or change.becomes is None:
        what = _IS_GONE if change.was else _IS_NEW
        yield change.name, what, *_figures(change, "totaal")
        return
    for column in change.columns:
        yield change.name, column, *_figures(change, column)


def _of_growth(change: GrowthChange) -> Iterator[_Changed]:
    """Yield each year, also of a line that came or went: what it adds may end again."""
    came_or_went = _IS_NEW if change.was is None else _IS_GONE if change.becomes is None else ""
    for when in change.columns:
        what = f"{when} ({came_or_went})" if came_or_went else when
        yield f"Groei: {change.line.name}", what, *_figures(change, when)


def _figures(change: LineChange | GrowthChange, column: str) -> tuple[str, str, str]:
    """Return what stood in a column, what stands there now, and the difference."""
    was, becomes = change.before(column), change.after(column)
    return _known(was), _known(becomes), _signed(change.difference(column))


def facts_of(table: StrengthTable) -> list[tuple[str, str]]:
    """Return what is known of a table beside its lines: each with what it is."""
    days = {"Geldig vanaf": table.valid_from, "De definitieve komt uiterlijk": table.follows_by}
    told = [
        ("Stand", str(table.stands)),
        ("Peildatum", day_in_words(table.as_of)),
        *((what, day_in_words(day)) for what, day in days.items() if day),
        ("Bron", table.source),
    ]
    if table.inhabitants:
        on = f" op {day_in_words(table.inhabitants_on)}" if table.inhabitants_on else ""
        told.append(("Inwoners", f"{table.inhabitants}{on}"))
    if table.norm:
        told.append(("Wijkagenten ten minste", str(table.norm)))
    if table.accepted:
        told.append(("Waarom een som niet klopt", table.accepted))
    return told


def _amount(amount: Decimal | None) -> str:
    return in_fte(amount) if amount else ""


def _known(amount: Decimal | None) -> str:
    return "" if amount is None else in_fte(amount)


def _signed(amount: Decimal) -> str:
    return f"+{in_fte(amount)}" if amount > 0 else in_fte(amount)
