# SPDX-License-Identifier: EUPL-1.2
"""Reads what a program for polls hands out: counts per option, or one row for each respondent.

Columns are known by their heading. Nothing of who answered is read: such columns are left out, and
that is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gehoord.domain.dossier.poll import (
    LONGEST_NAME,
    MOST_GROUPS,
    SIZED,
    OptionKind,
    PollGroup,
    PollOption,
)
from gehoord.domain.dossier.poll_faults import faults_in
from gehoord.domain.nearby import folded, unknown
from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.poll_headings import Columns, columns_of
from gehoord.domain.workbook.respondents import counted_respondents
from gehoord.domain.workbook.whole_number import whole_number

SIZES: Final = ("respondenten", "aantal respondenten", "n", "aantal")
"""How the row is called that says how large each group is."""
MOST_OPTIONS: Final = 200
_SHOWN: Final = 80
_TOO_LONG: Final = f"deze naam is langer dan {LONGEST_NAME} tekens; maak hem korter"


@dataclass(frozen=True, slots=True)
class PollTable:
    """What a file says of a poll.

    Attributes:
        groups: in the order of their columns, with their size where it is told.
        options: with a number of votes for each group.
        respondents: how many answered, where the file has a row for each.
        left_out: the headings of what was not read.
        joined: the groups that were too small to be shown, and went into one.
        faults: what is wrong, each with its place; then nothing of it counts.
    """

    groups: tuple[PollGroup, ...] = ()
    options: tuple[PollOption, ...] = ()
    respondents: int | None = None
    left_out: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The options as a report has them, a line each."""
        return tuple(
            "; ".join([option.kind, option.name, *map(str, option.votes)])
            for option in self.options
        )

    @property
    def group_lines(self) -> tuple[str, ...]:
        """The groups as a report has them."""
        return tuple(
            group.name if group.size is None else f"{group.name} ({group.size})"
            for group in self.groups
        )


def poll_table(
    grid: Grid, respondents: int | None = None, known: Sequence[PollOption] = ()
) -> PollTable:
    """Return what the tab of a file says of a poll.

    Args:
        grid: with the headings in its first row.
        respondents: how many answered, if that was told beside the file.
        known: the options of the interim count, when this is the final one.
    """
    columns = columns_of(grid)
    if columns.faults:
        return PollTable(left_out=columns.left_out, faults=columns.faults)
    if columns.choices:
        return _of_respondents(grid, columns, known)
    return _of_counts(grid, columns, respondents, known)


def _of_respondents(grid: Grid, columns: Columns, known: Sequence[PollOption]) -> PollTable:
    counted = counted_respondents(grid, columns, known)
    faults = counted.faults or _misplaced(grid, counted.options, counted.groups, known)
    return PollTable(
        counted.groups,
        counted.options,
        counted.respondents,
        columns.left_out,
        counted.joined,
        faults,
    )


def _misplaced(
    grid: Grid,
    options: Sequence[PollOption],
    groups: Sequence[PollGroup],
    known: Sequence[PollOption],
) -> tuple[Fault, ...]:
    """Return what is wrong in a whole that was counted from answers: it has no cell of its own."""
    found = faults_in(options, groups, None, known)
    return tuple(Fault(grid.name, 1, "", "", fault.text) for fault in found)


def _of_counts(
    grid: Grid, columns: Columns, respondents: int | None, known: Sequence[PollOption]
) -> PollTable:
    reading = _Counts(grid, columns)
    reading.read()
    faults = list(reading.faults)
    groups = reading.groups()
    if not faults:
        for fault in faults_in(reading.options, groups, respondents, known):
            row = 1 if fault.option is None else reading.rows[fault.option] + 1
            heading = "" if fault.group is None else groups[fault.group].name
            faults.append(Fault(grid.name, row, heading, "", fault.text))
    if not reading.options and not faults:
        faults.append(Fault(grid.name, 2, "", "", "hier staat geen enkele optie met aantallen"))
    return PollTable(
        groups, tuple(reading.options), left_out=columns.left_out, faults=tuple(faults)
    )


class _Counts:
    """Reads a table of counts, row by row."""

    def __init__(self, grid: Grid, columns: Columns) -> None:
        self._grid, self._columns = grid, columns
        self._sizes: list[int | None] = [None] * len(columns.groups)
        self.options: list[PollOption] = []
        self.rows: list[int] = []
        self.faults: list[Fault] = []

    def groups(self) -> tuple[PollGroup, ...]:
        """Return the groups with their sizes."""
        named = zip(self._columns.groups, self._sizes, strict=True)
        return tuple(PollGroup(name=heading, size=size) for (heading, _), size in named)

    def read(self) -> None:
        """Read the headings, and every row; an empty one is passed over."""
        for row in range(1, len(self._grid.rows)):
            if any(text_in(cell) for cell in self._grid.rows[row]):
                self._row(row)
        self._headings()
        if len(self.options) > MOST_OPTIONS:
            what = f"meer dan {MOST_OPTIONS} opties; kies het goede bestand"
            self.faults = [Fault(self._grid.name, MOST_OPTIONS + 2, "", "", what)]

    def _headings(self) -> None:
        """Tell which headings cannot name a group; a size is read from its own row alone."""
        for place, (heading, column) in enumerate(self._columns.groups):
            if place == MOST_GROUPS:
                what = f"vanaf hier zijn het meer dan {MOST_GROUPS} groepen; voeg groepen samen"
                self._wrong(0, column, what)
                return
            if len(heading) > LONGEST_NAME:
                self._wrong(0, column, _TOO_LONG)
            if self._sizes[place] is None and SIZED.fullmatch(heading):
                what = (
                    "hier staat een getal tussen haakjes; is dat het aantal respondenten, zet het "
                    "dan in een rij 'Aantal respondenten', en haal het hier weg"
                )
                self._wrong(0, column, what)

    def _row(self, row: int) -> None:
        if row in self._grid.hidden:
            what = "deze rij is verborgen; maak haar zichtbaar, of haal haar weg"
            self.faults.append(Fault(self._grid.name, row + 1, "", "", what))
            return
        name = " ".join(self._text(row, self._columns.option).split())
        if what := _wrong_with(name):
            self._wrong(row, self._columns.option, what)
            return
        numbers = [self._number(row, place) for _, place in self._columns.groups]
        if folded(name) in map(folded, SIZES):
            self._sizes = numbers
            return
        kind = self._kind(row)
        votes = [number for number in numbers if number is not None]
        if kind is not None and len(votes) == len(numbers):
            self.options.append(PollOption(kind=kind, name=name, votes=tuple(votes)))
            self.rows.append(row)

    def _kind(self, row: int) -> OptionKind | None:
        if self._columns.kind is None:
            return OptionKind.SUBJECT
        said = self._text(row, self._columns.kind).strip()
        try:
            return OptionKind(said)
        except ValueError:
            what = unknown(f"'{said[:40]}' is geen soort", said, list(OptionKind))
            self._wrong(row, self._columns.kind, what.removesuffix("."))
            return None

    def _number(self, row: int, column: int) -> int | None:
        """Return the number in a cell, or tell why there is none."""
        if flaw := self._grid.flaws.get((row, column)):
            self._wrong(row, column, flaw)
            return None
        number = whole_number(self._grid.cell(row, column))
        if number is None:
            said = text_in(self._grid.cell(row, column))[:40]
            what = f"'{said}' is geen heel getal" if said else "deze cel is leeg"
            self._wrong(row, column, f"{what}; vul het aantal stemmen in")
            return None
        return number

    def _text(self, row: int, column: int) -> str:
        if flaw := self._grid.flaws.get((row, column)):
            self._wrong(row, column, flaw)
        return text_in(self._grid.cell(row, column))

    def _wrong(self, row: int, column: int, what: str) -> None:
        heading = " ".join(text_in(self._grid.cell(0, column)).split())[:_SHOWN]
        self.faults.append(Fault(self._grid.name, row + 1, heading, "", what))


def _wrong_with(name: str) -> str:
    """Return what is wrong with the name of an option; empty when nothing is."""
    if not name:
        return "hier hoort de naam van een optie te staan, maar deze cel is leeg"
    if ";" in name:
        return "hier hoort de naam van een optie te staan, zonder puntkomma"
    return _TOO_LONG if len(name) > LONGEST_NAME else ""
