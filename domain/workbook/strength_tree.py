# SPDX-License-Identifier: EUPL-1.2
"""The lines of a sterkteverdeling from the rows of its table: each under what it is a part of.

Two layouts are read. In that of a printed plan a row without amounts begins a group, its parts
follow, and a row with the name of the group closes it with their sum; the last row is that of the
unit. In that of Gehoord each row says itself what it is and what it is a part of.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gehoord.domain.dossier.strength_line import Level, StrengthLine, level_of
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.strength_by_parent import NO_EENHEID, lines_by_parent
from gehoord.domain.workbook.strength_layout import PARENT
from gehoord.domain.workbook.strength_rows import TypedRow

_TOTALS: Final = frozenset(map(folded, ("", "totaal", "eindtotaal", "totaal eenheid", "som")))


def is_total(name: str) -> bool:
    """Whether a row that is called so adds up those above it, of all of its table."""
    return folded(name) in _TOTALS or folded(name).startswith("totaal")


def lines_of(rows: Sequence[TypedRow]) -> tuple[list[StrengthLine], list[Fault]]:
    """Return the lines, and every row that has no place among them.

    Args:
        rows: of one table, at least one.
    """
    says_itself = PARENT in rows[0].block.columns
    lines, faults = lines_by_parent(rows) if says_itself else _Groups().read(rows)
    return lines, faults or _twice(lines, rows)


def _twice(lines: Sequence[StrengthLine], rows: Sequence[TypedRow]) -> list[Fault]:
    first: dict[tuple[object, ...], int] = {}
    faults = []
    by_number = {row.number: row for row in rows}
    for line in lines:
        key = (line.level.rank, folded(line.parent), folded(line.name))
        if (before := first.setdefault(key, line.row)) != line.row:
            what = f"'{line.name}' staat ook in rij {before}; haal er een weg"
            faults.append(by_number[line.row].fault(what))
    return faults


@dataclass
class _Group:
    """A group that was begun: its name, the row that began it, and its parts so far."""

    head: TypedRow
    parts: list[TypedRow] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.head.name

    @property
    def is_one_row(self) -> bool:
        """Whether its only part bears its own name: then that row is the group itself."""
        return len(self.parts) == 1 and self.parts[0].is_called(self.name)


class _Groups:
    """Reads the layout of a printed plan."""

    def __init__(self) -> None:
        self._eenheid = ""
        self._group: _Group | None = None
        self._closed: list[tuple[TypedRow, list[TypedRow]]] = []
        self._faults: list[Fault] = []

    def read(self, rows: Sequence[TypedRow]) -> tuple[list[StrengthLine], list[Fault]]:
        """Return the lines, groups after their parts as the table has them, and what is wrong."""
        for place, row in enumerate(rows):
            if not row.has_figures:
                self._begin(row)
            elif self._group:
                self._add(self._group, row)
            elif self._is_of_eenheid(row):
                return self._lines(row, rows[place + 1 :]), self._faults
            elif level_of(row.name, is_group=True) is not Level.GROEP:
                self._add_loose(row)
            else:
                what = "dit onderdeel staat in geen groep; zet er een rij met de naam van de groep "
                self._faults.append(row.fault(f"{what}boven, en onderaan een met haar som"))
        self._refuse_open()
        return [], self._faults or [rows[-1].fault(NO_EENHEID)]

    def _begin(self, row: TypedRow) -> None:
        """Begin what a row without amounts names: the unit before all, then each group."""
        if not row.name or row.is_called(self._eenheid):
            return
        if not self._eenheid and not self._closed and level_of(row.name, is_group=True).rank == 0:
            self._eenheid = row.name
        elif self._group is None or not row.is_called(self._group.name):
            self._refuse_open()
            self._group = _Group(row)

    def _add(self, group: _Group, row: TypedRow) -> None:
        """Add a part to a group, or close it: with its own name, or that which its head is of."""
        if row.is_called(group.name) and group.parts:
            self._close(row, group.parts)
        elif _heads(group.name, row):
            self._close(row, [group.head, *group.parts])
        elif self._is_of_eenheid(row) or not row.name:
            self._faults.append(row.fault(_not_closed(group)))
            self._group = None
        else:
            group.parts.append(row)

    def _add_loose(self, row: TypedRow) -> None:
        """Add a group that nothing began: it has no parts, or the row above is its only one."""
        if self._closed and row.is_called(self._closed[-1][0].name) and not self._closed[-1][1]:
            part, _ = self._closed.pop()
            self._closed.append((row, [part]))
        else:
            self._closed.append((row, []))

    def _close(self, row: TypedRow, parts: list[TypedRow]) -> None:
        self._closed.append((row, parts))
        self._group = None

    def _refuse_open(self) -> None:
        """Refuse a group that nothing closed; one of a single row needs no sum."""
        group, self._group = self._group, None
        if group is None:
            return
        if group.is_one_row:
            self._closed.append((group.parts[0], []))
        elif group.parts:
            self._faults.append(group.parts[-1].fault(_not_closed(group)))
        else:
            what = "hier staan geen aantallen; vul ze in, of haal de rij weg"
            self._faults.append(group.head.fault(what))

    def _is_of_eenheid(self, row: TypedRow) -> bool:
        is_eenheid = bool(row.name) and level_of(row.name, is_group=True).rank == 0
        return folded(row.name) in _TOTALS or is_eenheid

    def _lines(self, eenheid: TypedRow, rest: Sequence[TypedRow]) -> list[StrengthLine]:
        """Return all lines once the row of the unit closed the table."""
        self._faults += [
            row.fault("deze rij staat na de som van de eenheid; zet haar erboven")
            for row in rest
            if row.has_figures
        ]
        named = "" if folded(eenheid.name) in _TOTALS else eenheid.name
        name = self._eenheid or named or "Eenheid"
        lines = []
        for closing, parts in self._closed:
            for part in parts:
                level = level_of(part.name, is_group=False)
                lines.append(part.line(level, closing.name))
            lines.append(closing.line(_group_level(closing.name), name))
        return [*lines, eenheid.line(Level.EENHEID, "", name)]


def _group_level(name: str) -> Level:
    level = level_of(name, is_group=True)
    return level if level.rank == 1 else Level.GROEP


def _heads(head: str, row: TypedRow) -> bool:
    """Whether a group closes with a name that its first row only ends with.

    So a dienst is printed of which the first row names the leiding, without amounts.
    """
    is_group = level_of(row.name, is_group=True) in (Level.STAF, Level.DISTRICT, Level.DIENST)
    longer = folded(head) != folded(row.name) and folded(head).endswith(folded(row.name))
    return is_group and longer


def _not_closed(group: _Group) -> str:
    return (
        f"de groep '{group.name}' (rij {group.head.number}) heeft geen som; zet na haar laatste "
        "onderdeel een rij met haar naam en haar som"
    )
