# SPDX-License-Identifier: EUPL-1.2
"""The rows of a tab that somebody changed, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.nearby import near
from gehoord.domain.workbook.cell import (
    ERRORS,
    CellError,
    Value,
    choice_in,
    day_in,
    mark,
    plain,
    text_in,
)
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Cell, Flaw, Grid
from gehoord.domain.workbook.headings import Places
from gehoord.domain.workbook.tab import KEY, Column, Row, Sort, Tab, TabLine

_NEW_FILE: Final = "maak een nieuw bestand en vul het daar in"
_PARTS_OF_KEY: Final = 3


@dataclass
class Found:
    """What was found in a tab, in the order of the register, and what is wrong with it."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Key:
    """What the hidden column says: of what a row is, and how it stood when it was written."""

    id: str
    given: str
    asked: str


class Rows:
    """Reads the rows of one tab of a file.

    Args:
        tab: which tab it is; ``grid`` what the file holds, ``places`` where its columns are.
        lines: what the register says now.
        today: nothing that lies after it can have been done.
    """

    def __init__(
        self, tab: Tab, grid: Grid, places: Places, lines: Sequence[TabLine], today: date
    ) -> None:
        self._tab, self._grid, self._places, self._today = tab, grid, places, today
        self._lines = {line.id: line for line in lines}
        self._seen: dict[str, int] = {}
        self._found = Found()

    def read(self) -> Found:
        """Return every row that differs from the register, and all that is wrong."""
        for number in range(1, len(self._grid.rows)):
            if any(self._holds(number, place) for place in self._places.values()):
                self._read(number)
        order = {identifier: place for place, identifier in enumerate(self._lines)}
        self._found.rows.sort(key=lambda row: order[row.line.id] if row.line else len(order))
        return self._found

    def _holds(self, number: int, place: int) -> bool:
        return bool(text_in(self._grid.cell(number, place))) or (number, place) in self._grid.flaws

    def _read(self, number: int) -> None:
        key = _key_in(text_in(self._grid.cell(number, self._places[KEY])))
        cells, faults = self._cells(number)
        row = Row(self._tab, self._grid.name, number + 1, self._lines.get(key.id), cells)
        if twice := self._twice(row, key):
            self._found.faults += twice
        elif faults or not self._is_untouched(row, key):
            faults = self._out_of_place(row, key) or faults or _errors_in(row)
            faults = faults or self._misread(row, key)
            self._found.faults += faults
            if not faults and row.changed and not self._is_known(row):
                self._take(row, number)

    def _take(self, row: Row, number: int) -> None:
        """Take a row that changes something; nobody changes what he does not see."""
        if number in self._grid.hidden:
            what = "deze rij is verborgen en verandert iets; maak haar zichtbaar en kijk haar na"
            self._found.faults.append(row.fault(what))
        elif wrong := list(self._tab.wrong(row)):
            self._found.faults += wrong
        else:
            self._found.rows.append(row)

    def _cells(self, number: int) -> tuple[dict[str, Value], list[Fault]]:
        """Return what the cells of a row say; one that says nothing sensible is empty."""
        cells: dict[str, Value] = {}
        wrong: list[tuple[str, str]] = []
        for column in self._tab.columns:
            place = (number, self._places[column.heading])
            try:
                cells[column.heading] = self._value(column, place)
            except CellError as error:
                cells[column.heading] = ""
                wrong.append((column.heading, str(error)))
        who = str(cells[self._tab.columns[0].heading])
        return cells, [Fault(self._grid.name, number + 1, head, who, why) for head, why in wrong]

    def _value(self, column: Column, place: tuple[int, int]) -> Value:
        cell = self._grid.cell(*place)
        if flaw := self._grid.flaws.get(place):
            raise CellError(flaw)
        if not text_in(cell):
            return ""
        if column.sort is Sort.DAY and (column.is_asked or self._tab.takes_new):
            return day_in(cell, date.max if column.may_come else self._today)
        if column.sort is Sort.DAY:
            return _day_or_words(cell)
        if column.sort is Sort.CHOICE:
            return choice_in(cell, column.choices)
        return text_in(cell)

    def _is_untouched(self, row: Row, key: _Key) -> bool:
        """Whether a row still says what it said when the file was written."""
        return (key.given, key.asked) == _marks(self._tab, row.cells)

    def _twice(self, row: Row, key: _Key) -> list[Fault]:
        """Return that another row is about the same, if one is."""
        same = key.id or "\x1f".join(plain(value) for value in row.cells.values())
        first = self._seen.setdefault(same, row.number)
        if first == row.number:
            return []
        return [row.fault(f"deze rij gaat over hetzelfde als rij {first}; haal er een weg")]

    def _out_of_place(self, row: Row, key: _Key) -> list[Fault]:
        """Return that a row is about nothing that the register knows, and is no new one."""
        is_new = self._tab.takes_new and not key.id
        return [] if row.line or is_new else [row.fault(self._why_unknown(row, key))]

    def _why_unknown(self, row: Row, key: _Key) -> str:
        names = {str(line.cells[self._tab.columns[0].heading]) for line in self._lines.values()}
        name = str(row.cells[self._tab.columns[0].heading])
        if name in names and not key.id:
            return f"het verborgen kenmerk van deze rij is weg; {_NEW_FILE}"
        if name in names:
            return f"dit is er niet meer, of het verborgen kenmerk is veranderd; {_NEW_FILE}"
        close = near(name, names)
        hint = f"; bedoelt u '{close}'?" if close else ""
        return f"'{name}' staat niet in dit dossier{hint}; haal de rij weg, of {_NEW_FILE}"

    def _misread(self, row: Row, key: _Key) -> list[Fault]:
        """Return what is not where it was, is only to be read, or has changed meanwhile."""
        line = row.line
        if line is None or (not row.changed and _marks(self._tab, row.cells)[0] == key.given):
            return []
        first = self._tab.columns[0].heading
        if plain(row.cells[first]) != plain(line.cells[first]):
            return [self._moved(row, line, first)]
        given = [c.heading for c in self._tab.given]
        if mark(row.cells[heading] for heading in given) != key.given:
            return self._overwritten(row, line, given)
        if row.changed and _marks(self._tab, line.cells)[1] != key.asked:
            return [row.fault(_changed_meanwhile(row))]
        return []

    def _moved(self, row: Row, line: TabLine, heading: str) -> Fault:
        return row.fault(
            f"hier staat '{row.cells[heading]}', maar de rij is van {line.cells[heading]}: is maar "
            f"een deel van het blad gesorteerd of verschoven? Maak dat ongedaan, of {_NEW_FILE}",
            heading,
        )

    def _overwritten(self, row: Row, line: TabLine, given: Sequence[str]) -> list[Fault]:
        """Return that cells were changed that are only to be read."""
        other = [h for h in given if plain(row.cells[h]) != plain(line.cells[h])]
        return [
            row.fault(
                f"deze kolom is alleen om te lezen; in het register staat {_shown(line.cells[h])}",
                h,
            )
            for h in other
        ] or [row.fault(f"het verborgen kenmerk van deze rij is veranderd; {_NEW_FILE}")]

    def _is_known(self, row: Row) -> bool:
        return row.line is None and self._tab.is_known(row, list(self._lines.values()))


def _marks(tab: Tab, cells: Mapping[str, Value]) -> tuple[str, str]:
    return (
        mark(cells[column.heading] for column in tab.given),
        mark(cells[column.heading] for column in tab.asked),
    )


def _key_in(text: str) -> _Key:
    parts = text.split()
    if len(parts) != _PARTS_OF_KEY:
        return _Key(text.strip(), "", "")
    return _Key(*parts)


def _errors_in(row: Row) -> list[Fault]:
    """Return the cells that show an error as text, unless those are the words of the register.

    Of a row that nobody touched it is not asked: then they were so when the file was written.
    """
    shown = [heading for heading, value in row.cells.items() if str(value).startswith(ERRORS)]
    said = {heading: row.line and plain(row.line.cells[heading]) for heading in shown}
    return [row.fault(Flaw.ERROR, h) for h in shown if plain(row.cells[h]) != said[h]]


def _day_or_words(cell: Cell) -> Value:
    """Return a day that is only to be read; it may be in words."""
    try:
        return day_in(cell, date.max)
    except CellError:
        return text_in(cell)


def _changed_meanwhile(row: Row) -> str:
    now = [f"{c.heading} {_shown(row.was(c.heading))}" for c in row.tab.asked]
    return (
        "dit is in het register veranderd nadat het bestand is gemaakt. Daar staat nu: "
        f"{', '.join(now)}. Maak een nieuw bestand, en vul daar in wat nog anders moet"
    )


_LONGEST_SHOWN: Final = 60


def _shown(value: Value) -> str:
    """Return what a cell says as it can stand in a sentence."""
    if isinstance(value, date):
        return day_in_words(value)
    text = " ".join(value.split())
    if not text:
        return "niets"
    return f"'{text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + '…'}'"
