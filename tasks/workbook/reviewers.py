# SPDX-License-Identifier: EUPL-1.2
"""Who read along, from a file; the file itself is not kept."""

from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.reviewer_table import ReviewerTable, reviewer_table
from gehoord.tasks.workbook.reading import UnreadableWorkbookError, grids_of


def reviewers_of(name: str, content: bytes) -> ReviewerTable:
    """Return who stands in the bytes of a file: in its first tab that is not empty.

    Raises:
        GehoordError: it is no table, has a password, is damaged, is too large, or is empty.
    """
    try:
        grids = [grid for grid in grids_of(content) if grid.rows]
    except UnreadableWorkbookError as error:
        raise GehoordError(f"{name} {error}") from None
    if not grids:
        raise GehoordError(f"{name} is leeg. Kies het bestand met de meelezers.")
    return reviewer_table(grids[0])
