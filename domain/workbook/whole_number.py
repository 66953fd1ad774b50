# SPDX-License-Identifier: EUPL-1.2
"""A whole number in a cell, as programs and people write one."""

import re
from typing import Final

from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.grid import Cell

MOST: Final = 1_000_000
_WRITTEN: Final = re.compile(r"-?(\d{1,7}|\d{1,3}(\.\d{3})+)", re.ASCII)


def whole_number(cell: Cell) -> int | None:
    """Return the whole number in a cell, up to a million; nothing when there is none.

    >>> whole_number(24.0), whole_number(" 1.024 "), whole_number(24.5), whole_number("veel")
    (24, 1024, None, None)
    """
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) <= MOST else None
    said = text_in(cell).strip()
    if not _WRITTEN.fullmatch(said):
        return None
    number = int(said.replace(".", ""))
    return number if abs(number) <= MOST else None
