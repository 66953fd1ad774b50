# SPDX-License-Identifier: EUPL-1.2
"""The lines of a sterkteverdeling of which each row says what it is, and what it is a part of."""

from collections.abc import Mapping, Sequence
from typing import Final

from gehoord.domain.dossier.strength_line import Level, StrengthLine, level_of
from gehoord.domain.nearby import folded, meant, unknown
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.strength_layout import LEVEL, PARENT
from gehoord.domain.workbook.strength_rows import TypedRow

NO_EENHEID: Final = "na deze rij ontbreekt de som van de hele eenheid; zet die in een laatste rij"
_NO_NAME: Final = "hier staat geen naam; vul het onderdeel in"


def lines_by_parent(rows: Sequence[TypedRow]) -> tuple[list[StrengthLine], list[Fault]]:
    """Return the lines of rows that say what they are a part of, and what is wrong with them."""
    levels = {row.number: level for row in rows if (level := _level(row, rows))}
    if faults := [*_nameless(rows), *_without_level(rows, levels)]:
        return [], faults
    above = {row.number: _above(row, rows, levels) for row in rows}
    faults = [fault for row in rows for fault in _no_parent(row, rows, levels, above[row.number])]
    lines = [row.line(levels[row.number], above[row.number]) for row in rows]
    return lines, faults or _why_not_one_eenheid(rows, levels)


def _nameless(rows: Sequence[TypedRow]) -> list[Fault]:
    return [row.fault(_NO_NAME) for row in rows if not row.name]


def _without_level(rows: Sequence[TypedRow], levels: Mapping[int, Level]) -> list[Fault]:
    return [row.fault(_no_level(row), LEVEL) for row in rows if row.number not in levels]


def _no_parent(
    row: TypedRow, rows: Sequence[TypedRow], levels: Mapping[int, Level], above: str
) -> list[Fault]:
    why = _why_no_parent(row, rows, levels, above)
    return [row.fault(why, PARENT)] if why else []


def _level(row: TypedRow, rows: Sequence[TypedRow]) -> Level | None:
    """Return what a row is: as it says, else by its name; right below the eenheid is a group."""
    if row.level:
        written = meant(row.level, list(Level))
        return Level(written) if written else None
    eenheden = {folded(other.name) for other in rows if not other.parent}
    return level_of(row.name, is_group=not row.parent or folded(row.parent) in eenheden)


def _no_level(row: TypedRow) -> str:
    return unknown(f"'{row.level}' is geen niveau", row.level, list(Level))


def _above(row: TypedRow, rows: Sequence[TypedRow], levels: Mapping[int, Level]) -> str:
    """Return the name of the row that this one is a part of; empty where there is none."""
    rank = levels[row.number].rank
    higher = (other for other in rows if levels[other.number].rank < rank)
    return next((other.name for other in higher if other.is_called(row.parent)), "")


def _why_no_parent(
    row: TypedRow, rows: Sequence[TypedRow], levels: Mapping[int, Level], above: str
) -> str:
    """Return why a row has no place; empty when it has one."""
    if not levels[row.number].rank:
        return "de eenheid valt nergens onder; maak deze cel leeg" if row.parent else ""
    if above:
        return ""
    if not row.parent:
        return "vul in waar dit onderdeel onder valt"
    names = list(dict.fromkeys(other.name for other in rows if other.number != row.number))
    if meant(row.parent, names) is not None:
        return f"'{row.parent}' is van hetzelfde niveau of lager; noem de groep of de eenheid"
    return unknown(f"'{row.parent}' staat niet in de tabel", row.parent, names)


def _why_not_one_eenheid(rows: Sequence[TypedRow], levels: Mapping[int, Level]) -> list[Fault]:
    found = [row for row in rows if not levels[row.number].rank]
    what = "er is al een eenheid; een tabel gaat over één eenheid"
    return [row.fault(what) for row in found[1:]] if found else [rows[-1].fault(NO_EENHEID)]
