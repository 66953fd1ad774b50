# SPDX-License-Identifier: EUPL-1.2
"""Several numbers of days in one line: how many there are, the least, the middle and the most."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """Numbers of days in short."""

    number: int
    least: int
    middle: int
    most: int

    @classmethod
    def of(cls, days: Iterable[int]) -> "Spread":
        """Return these days in short; there is at least one.

        >>> Spread.of([60, 122, 90])
        Spread(number=3, least=60, middle=90, most=122)
        """
        known = sorted(days)
        return cls(len(known), known[0], round(median(known)), known[-1])
