# SPDX-License-Identifier: EUPL-1.2
"""What an approximation is read as: each has one reading, here and nowhere else.

The days are a convention of Gehoord; whoever wrote the words named none. They are shown as such.
"""

import calendar
from datetime import date
from typing import Final, NamedTuple

from gehoord.calendar.dutch import MONTHS, enumeration
from gehoord.calendar.span import Span

PARTS: Final = {
    "begin": 0, "half": 1, "medio": 1, "halverwege": 1, "midden": 1, "eind": 2, "einde": 2,
}  # fmt: skip
"""What part of something a word names: its beginning, middle or end."""
SEASONS: Final = {
    "voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12,
}  # fmt: skip
"""The month in which a season begins; it has three."""


class Reading(NamedTuple):
    """The days that an approximation is read as, and how that is said in Dutch."""

    span: Span
    words: str


def part_of_month(part: str, year: int, month: int) -> Reading:
    """Return what the beginning, the middle or the end of a month is read as.

    >>> part_of_month("halverwege", 2023, 6).words
    'de 15e van de maand'
    """
    match PARTS[part]:
        case 0:
            return Reading(
                Span(date(year, month, 1), date(year, month, 10)), "de eerste tien dagen"
            )
        case 1:
            return Reading(Span(*[date(year, month, 15)] * 2), "de 15e van de maand")
        case _:
            return Reading(Span(date(year, month, 21), month_end(year, month)), "vanaf de 21e")


def half_of_month(half: int, year: int, month: int) -> Reading:
    """Return what the first or the second half of a month is read as.

    >>> half_of_month(2, 2023, 5).words
    'de 16e tot en met de laatste dag'
    """
    if half == 1:
        return Reading(Span(date(year, month, 1), date(year, month, 15)), "de 1e tot en met de 15e")
    last = month_end(year, month)
    return Reading(Span(date(year, month, 16), last), "de 16e tot en met de laatste dag")


def part_of_year(part: str, year: int) -> Reading:
    """Return what the beginning, the middle or the end of a year is read as."""
    match PARTS[part]:
        case 0:
            return months(year, 1, 3, "het eerste kwartaal")
        case 1:
            return months(year, 6, 2)
        case _:
            return months(year, 10, 3, "het laatste kwartaal")


def season(name: str, year: int, part: str = "") -> Reading:
    """Return what a season that begins in a year is read as, or a part of it.

    >>> season("zomer", 2023).words, season("najaar", 2014, "eind").words
    ('juni, juli en augustus', 'november')
    """
    if part:
        return months(year, SEASONS[name] + PARTS[part], 1)
    return months(year, SEASONS[name], 3)


def beside_summer(side: str, year: int) -> Reading:
    """Return what "voor de zomer" and "na de zomer" are read as.

    >>> beside_summer("na", 2027).words
    'september en oktober'
    """
    return months(year, 5 if side == "voor" else 9, 2)


def months(year: int, first: int, number: int, words: str = "") -> Reading:
    """Return whole months, counted from a month of a year on; 13 is January of the next."""
    there = [divmod(first - 1 + step, 12) for step in range(number)]
    (begin_year, begin), (end_year, end) = there[0], there[-1]
    span = Span(date(year + begin_year, begin + 1, 1), month_end(year + end_year, end + 1))
    return Reading(span, words or enumeration([MONTHS[month] for _, month in there]))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
