# SPDX-License-Identifier: EUPL-1.2
"""Where each column of a tab stands in a file: people may move columns, and add their own."""

from collections.abc import Mapping, Sequence

from gehoord.domain.nearby import meant
from gehoord.domain.workbook.cell import plain, text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.tab import KEY, Tab

Places = Mapping[str, int]
"""The number of each column by its heading, from 0."""


def tab_of(grid: Grid, tabs: Sequence[Tab]) -> Tab | None:
    """Return which tab a grid is: by its name, else by the headings in its first row.

    Returns: nothing when it is none of them: people may add tabs of their own.
    """
    names = {tab.name: tab for tab in tabs}
    if (name := meant(grid.name, names)) is not None:
        return names[name]
    there = {text for text, _ in _texts(grid)}
    if KEY not in there:
        return None
    return next((tab for tab in tabs if {c.heading for c in tab.columns} <= there), None)


def places_of(grid: Grid, tab: Tab) -> tuple[Places, list[Fault]]:
    """Return where the columns are, and what is wrong with the headings."""
    wanted = [column.heading for column in tab.columns] + [KEY]
    places: dict[str, int] = {}
    faults = []
    for text, number in _texts(grid):
        heading = meant(text, wanted)
        if heading is None:
            continue
        if heading in places:
            what = "deze kolom staat er twee keer; haal er een weg"
            faults.append(Fault(grid.name, 1, heading, "", what))
        places.setdefault(heading, number)
    if not places:
        what = (
            "hier horen de namen van de kolommen te staan; haal weg wat erboven is gezet, of maak "
            "een nieuw bestand"
        )
        return places, [Fault(grid.name, 1, "", "", what)]
    for heading in wanted:
        if heading not in places:
            what = "deze kolom ontbreekt; zet haar naam terug in rij 1, of maak een nieuw bestand"
            faults.append(Fault(grid.name, 1, heading, "", what))
    return places, faults


def _texts(grid: Grid) -> list[tuple[str, int]]:
    first = grid.rows[0] if grid.rows else ()
    return [(text, n) for n, cell in enumerate(first) if (text := plain(text_in(cell)))]
