# SPDX-License-Identifier: EUPL-1.2
"""What a workbook that was filled in comes to: reports, or all that is wrong with it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.domain.acts.ahead import refuse_what_is_to_happen
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Report, read_report
from gehoord.domain.acts.unreached import become_silent, refuse_silence_of_unreached
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.frozen import THE_FORM
from gehoord.domain.workbook.cell import Value, text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.headings import Places, places_of, tab_of
from gehoord.domain.workbook.rows import Found, Rows
from gehoord.domain.workbook.tab import KEY, Row, Tab
from gehoord.domain.workbook.tabs import EXPLANATION, LISTS, TABS


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that differs from the register: what is there, and what was filled in."""

    tab: str
    row: int
    who: str
    heading: str
    was: Value
    becomes: Value

    def as_json(self) -> dict[str, object]:
        """Return the documented JSON shape."""
        return {
            "tab": self.tab,
            "row": self.row,
            "who": self.who,
            "column": self.heading,
            "from": self.was or None,
            "to": self.becomes or None,
        }


@dataclass(frozen=True, slots=True)
class Judged:
    """What a workbook comes to.

    Attributes:
        reports: what it says that was done; to be recorded in this order.
        changes: the cells that say so.
        faults: all that is wrong; if anything is, nothing may be recorded.
        ignored: the tabs of the file that are none of ours.
    """

    reports: tuple[Report, ...]
    changes: tuple[CellChange, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What these changes are known by: who agreed to them agreed to no others."""
        told = json.dumps([change.as_json() for change in self.changes], default=str)
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Filled:
    """A file that somebody filled in.

    Attributes:
        name: of the file.
        grids: its tabs.
        by: the office that records what it says.
    """

    name: str
    grids: tuple[Grid, ...]
    by: str = "adviseur"

    @property
    def note(self) -> str:
        """What the journal says of where a report came from."""
        return f"Uit het bestand {self.name}."


def judged(filled: Filled, state: State, missed: Sequence[Message], today: date) -> Judged:
    """Return what a file comes to that was made of a dossier and filled in.

    Only cells that differ from the register report something. Each report is judged as the act
    that it is, on the dossier as the reports before it leave it.

    Args:
        filled: the file.
        state: the dossier as it is now.
        missed: the messages that did not arrive: who had none was not asked.
        today: the day on which it is read.

    Raises:
        GehoordError: the file is of another dossier, or was not made by Gehoord at all.
    """
    known, twins = _apart(_known(filled))
    looked = [_found_in(grid, tab, state, filled.name, today) for grid, tab in known]
    rows = [row for found in looked for row in found.rows]
    rows.sort(key=lambda row: not row.tab.goes_first)
    reports, refused = _reports(filled, rows, state, missed, today)
    faults = [fault for found in looked for fault in found.faults] + refused + twins
    return Judged(
        tuple(reports),
        tuple(change for row in rows for change in _changes(row)),
        tuple(_in_order(faults, filled)),
        _ignored(filled),
    )


def _known(filled: Filled) -> list[tuple[Grid, Tab]]:
    """Return the tabs of a file that are ours."""
    known = [(grid, tab) for grid in filled.grids if (tab := tab_of(grid, TABS))]
    if not known:
        raise GehoordError(
            f"In {filled.name} is geen blad van Gehoord te herkennen. Maak een nieuw bestand met "
            "'gehoord workbook write', en vul dat in."
        )
    return known


def _apart(known: list[tuple[Grid, Tab]]) -> tuple[list[tuple[Grid, Tab]], list[Fault]]:
    """Return the first grid of each tab, and a fault for each that is the same tab again."""
    first: dict[str, tuple[Grid, Tab]] = {}
    twins = []
    for grid, tab in known:
        of, _ = first.setdefault(tab.name, (grid, tab))
        if of is not grid:
            what = f"dit blad en blad '{of.name}' zijn hetzelfde blad; haal er een weg"
            twins.append(Fault(grid.name, 1, "", "", what))
    return list(first.values()), twins


def _ignored(filled: Filled) -> tuple[str, ...]:
    names = (grid.name for grid in filled.grids if tab_of(grid, TABS) is None)
    return tuple(name for name in names if name not in (EXPLANATION, LISTS))


def _in_order(faults: Sequence[Fault], filled: Filled) -> list[Fault]:
    """Return faults in the order in which people come across them."""
    places = {grid.name: place for place, grid in enumerate(filled.grids)}
    return sorted(faults, key=lambda fault: (places[fault.tab], fault.row))


def _found_in(grid: Grid, tab: Tab, state: State, name: str, today: date) -> Found:
    """Return the rows of one tab that were changed, and what is wrong in it."""
    places, faults = places_of(grid, tab)
    if faults:
        return Found(faults=faults)
    _refuse_other_dossier(grid, places, state.id, name)
    found = Rows(tab, grid, places, tab.lines(state), today).read()
    beside = list(tab.wrong_together(found.rows, state))
    wrong = {fault.row for fault in beside}
    rows = [row for row in found.rows if row.number not in wrong]
    return Found(rows, found.faults + beside)


def _refuse_other_dossier(grid: Grid, places: Places, dossier: str, name: str) -> None:
    for number in range(1, len(grid.rows)):
        of, slash, _ = text_in(grid.cell(number, places[KEY])).partition("/")
        if slash and of != dossier:
            raise GehoordError(
                f"{name} hoort bij dossier '{of}', niet bij '{dossier}'. Kies het andere bestand, "
                "of noem dat dossier."
            )


def _reports(
    filled: Filled, rows: Sequence[Row], state: State, missed: Sequence[Message], today: date
) -> tuple[list[Report], list[Fault]]:
    """Return what the rows report, and which of it is refused."""
    kept: list[Report] = []
    faults: list[Fault] = []
    common = {"op": today, "door": filled.by, "toelichting": filled.note}
    for row, content in [(one, said) for one in rows for said in one.tab.reports(one)]:
        try:
            report = read_report({**common, **content}, THE_FORM)
            state = _after(report, state, missed, today)
        except GehoordError as error:
            faults.append(_refused(row, error))
        else:
            kept.append(report)
    return kept, faults


def _after(report: Report, state: State, missed: Sequence[Message], today: date) -> State:
    """Return the dossier as it is once a report was recorded, or refuse it."""
    refuse_what_is_to_happen(report.on, today)
    act = decided(report, state)
    if silent := become_silent(act):
        refuse_silence_of_unreached(state, silent, missed)
    return state.after(act.changes)


def _refused(row: Row, error: GehoordError) -> Fault:
    """Return a refusal with its place: the column that it names, or of the one changed cell."""
    said = str(error).removeprefix(f"{THE_FORM}: ")
    named = row.tab.headings.get(error.field, "") if isinstance(error, RefusedError) else ""
    only = row.changed[0] if len(row.changed) == 1 else ""
    return row.fault(said, named or only)


def _changes(row: Row) -> Iterator[CellChange]:
    for heading in row.changed:
        was, becomes = row.was(heading), row.cells[heading]
        yield CellChange(row.place or row.tab.name, row.number, row.who, heading, was, becomes)
