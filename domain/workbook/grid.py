# SPDX-License-Identifier: EUPL-1.2
"""What a file holds, as it was read: cells by row and column, and what is odd about some."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Cell = str | float | bool | date | None
"""What stands in a cell; nothing, or an empty text, when it is empty."""

Place = tuple[int, int]
"""A row and a column, both from 0."""


class Flaw(StrEnum):
    """Why it cannot be told what a cell says; the value is what people read."""

    ERROR = "hier staat een foutmelding van het rekenprogramma; typ de waarde zelf"
    NO_OUTCOME = "hier staat een formule zonder uitkomst; typ de waarde zelf"
    MERGED = "deze cel is met andere samengevoegd; splits ze en vul elke cel apart in"


@dataclass(frozen=True, slots=True)
class Grid:
    """One tab of a file; a file of text has one, without a name.

    Attributes:
        name: as people read it below in the window.
        rows: from the first one on; a row may be shorter than another.
        flaws: what is wrong with single cells.
        hidden: the rows that people do not see, from 0.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    flaws: Mapping[Place, Flaw] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """Return what stands in a cell; nothing beyond the last one."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None
