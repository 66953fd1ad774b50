# SPDX-License-Identifier: EUPL-1.2
"""The uitvoer of a program for polls, read from a file; the file itself is not kept."""

from collections.abc import Sequence
from dataclasses import replace

from gehoord.domain.dossier.poll import PollOption
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.poll_table import PollTable, poll_table
from gehoord.tasks.workbook.reading import UnreadableWorkbookError, grids_of


def poll_of(
    name: str, content: bytes, respondents: int | None = None, known: Sequence[PollOption] = ()
) -> PollTable:
    """Return what the bytes of a file say of a poll: its first tab that holds one.

    Args:
        name: of the file.
        content: its bytes.
        respondents: how many answered, if that was told beside the file.
        known: the options of the interim count, when this is the final one.

    Raises:
        GehoordError: it is no table, has a password, is damaged, or is too large.
    """
    try:
        grids = [grid for grid in grids_of(content) if grid.rows]
    except UnreadableWorkbookError as error:
        raise GehoordError(f"{name} {error}") from None
    read = [poll_table(grid, respondents, known) for grid in map(_as_one_tab, grids)]
    if not read:
        raise GehoordError(f"{name} is leeg. Kies de uitvoer van de peiling.")
    return next((table for table in read if table.options and not table.faults), read[0])


def _as_one_tab(grid: Grid) -> Grid:
    """Return a tab without the rows at its end in which nothing stands."""
    rows = list(grid.rows)
    while rows and not any(cell not in (None, "") for cell in rows[-1]):
        rows.pop()
    return replace(grid, rows=tuple(rows))
