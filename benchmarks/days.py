"""Adding working days: by table, and by walking over the days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from holidays import country_holidays

from benchmarks.measure import Line, compare
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.working_days import statutory_working_days

COUNT: Final = 250
TIMES: Final = 200
STARTS: Final = [date(2023, 1, 2) + timedelta(days=5 * number) for number in range(TIMES)]


def lines() -> Iterator[Line]:
    """Compare adding 250 working days with walking past our holidays, and past a package's."""
    what = f"add {COUNT} working days"
    table = statutory_working_days()
    known, package = (
        set(statutory_holidays().names),
        set(country_holidays("NL", years=range(2022, 2029))),
    )

    def ours() -> list[date]:
        return [table.add(day, COUNT) for day in STARTS]

    def walk() -> list[date]:
        return [_walked(day, known) for day in STARTS]

    def by_package() -> list[date]:
        return [_walked(day, package) for day in STARTS]

    if ours() != walk():
        raise ValueError("De tabel en de telling geven niet dezelfde dagen.")
    yield compare(what, ours, "loop over our holidays", walk, per=TIMES)
    yield compare(what, ours, "loop over package holidays", by_package, per=TIMES)


def _walked(day: date, off: set[date]) -> date:
    left = COUNT
    while left:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in off:
            left -= 1
    return day
