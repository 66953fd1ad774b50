# SPDX-License-Identifier: EUPL-1.2
"""How wide a column of a workbook is."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from gehoord.domain.workbook.tab import Column, Sort

NARROWEST: Final = 11
ROOMY: Final = 30
WIDEST: Final = 60
"""Characters; a longer text goes on below."""


def width_of(column: Column, values: Iterable[str | date]) -> int:
    """Return so many characters that what stands in a column can be read."""
    lines = [line for value in values if isinstance(value, str) for line in value.split("\n")]
    longest = max(len(text) for text in (column.heading, *column.choices, *lines))
    is_free = column.is_asked and column.sort is Sort.TEXT
    return min(max(longest + 2, ROOMY if is_free else NARROWEST), WIDEST)
