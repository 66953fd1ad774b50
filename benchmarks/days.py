"""Adding working days: by table, and by walking over the days."""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from holidays import country_holidays

from benchmarks.measure import Line, Work, best, compare
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.working_days import statutory_working_days

COUNT: Final = 250
TIMES: Final = 200
STARTS: Final = [date(2023, 1, 2) + timedelta(days=5 * number) for number in range(TIMES)]


def lines() -> Iterator[Line]:
    """Compare adding 250 working days with a loop, with a package and with numpy."""
    what = f"add {COUNT} working days"
    table = statutory_working_days()
    names = statutory_holidays().names
    known, package = set(names), set(country_holidays("NL", years=range(2022, 2029)))

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
    if find_spec("numpy"):
        yield Line(what, best(ours) / TIMES, "numpy, one by one", best(_numpy(names)) / TIMES)


def _walked(day: date, off: set[date]) -> date:
    left = COUNT
    while left:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in off:
            left -= 1
    return day


def _numpy(names: dict[date, str]) -> Work:
    numpy = import_module("numpy")
    calendar = numpy.busdaycalendar(holidays=[day.isoformat() for day in names])

    def add() -> list[object]:
        return [
            numpy.busday_offset(day, COUNT, roll="backward", busdaycal=calendar) for day in STARTS
        ]

    return add
