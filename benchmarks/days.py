# SPDX-License-Identifier: EUPL-1.2
"""Adding working days: from a table, and by walking past the holidays of a package."""

from datetime import date, timedelta
from typing import Final

from holidays import country_holidays

from benchmarks.ground import Ground
from benchmarks.measure import typical
from benchmarks.row import Comparison, Figures, Judged, Target
from benchmarks.work import table_of_working_days

COUNT: Final = 250
ADDS: Final = 20_000
WALKS: Final = 200


def comparisons() -> list[Comparison]:
    """Return the one comparison."""
    return [
        Comparison(
            f"add {COUNT} working days",
            "a loop over the package `holidays`",
            Target(1e-6, Judged.OURS),
            _measure,
        )
    ]


def _measure(_: Ground) -> Figures:
    table = table_of_working_days()
    days = [date(2023, 1, 2) + timedelta(days=number) for number in range(1000)]
    starts = days * (ADDS // len(days))
    off = set(country_holidays("NL", years=range(2022, 2029)))

    def ours() -> None:
        for day in starts:
            table.add(day, COUNT)

    def walks() -> None:
        for day in starts[:WALKS]:
            _walked(day, off)

    return Figures(typical(ours) / ADDS, typical(walks) / WALKS)


def _walked(day: date, off: set[date]) -> date:
    left = COUNT
    while left:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in off:
            left -= 1
    return day
