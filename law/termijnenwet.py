# SPDX-License-Identifier: EUPL-1.2
"""Algemene termijnenwet (BWBR0002448): when a statutory term ends, and which days are days off.

The days made equal by royal decree (art. 3 lid 3) follow no rule: ``equated_days.toml`` holds them.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from gehoord.law.article import Article
from gehoord.law.term import TermUnit

_LAW: Final = "Algemene termijnenwet"

END_ON_DAY_OFF: Final = Article(_LAW, "1", 1)
"""A term set in a law that ends on a Saturday, Sunday or holiday runs on to the next day that is
none of these."""

COUNTED_BACK: Final = Article(_LAW, "1", 2)
"""Lid 1 does not hold for terms counted back from a moment or an event."""

TWO_WORKING_DAYS: Final = Article(_LAW, "2")
"""A statutory term of at least three days is extended until it holds two days that are no day
off."""
SHORTEST_WITH_WORKING_DAYS: Final = 3
LEAST_WORKING_DAYS: Final = 2

HOLIDAYS: Final = Article(_LAW, "3", 1)
"""The general holidays."""
FIXED_HOLIDAYS: Final = {
    (1, 1): "Nieuwjaarsdag",
    (5, 5): "Bevrijdingsdag",
    (12, 25): "Eerste Kerstdag",
    (12, 26): "Tweede Kerstdag",
}
"""(month, day) -> name. 5 May counts every year, whatever collective agreements say."""
HOLIDAYS_AFTER_EASTER: Final = {
    1: "Tweede Paasdag",
    39: "Hemelvaartsdag",
    50: "Tweede Pinksterdag",
}
"""Days after Easter Sunday -> name. Easter and Whit Sunday are Sundays already."""


@dataclass(frozen=True, slots=True)
class RoyalDay:
    """The day on which the King's or Queen's birthday is kept; on a Sunday, the day before."""

    name: str
    month: int
    day: int


KONINGSDAG: Final = RoyalDay("Koningsdag", 4, 27)
KONINGINNEDAG: Final = RoyalDay("Koninginnedag", 4, 30)
FIRST_YEAR_OF_KONINGSDAG: Final = 2014

GOOD_FRIDAY: Final = Article(_LAW, "3", 2)
"""Good Friday is put on a par with the holidays of lid 1."""
GOOD_FRIDAY_AFTER_EASTER: Final = -2
GOOD_FRIDAY_NAME: Final = "Goede Vrijdag"

EQUATED_DAYS: Final = Article(_LAW, "3", 3)
"""Other days may be put on a par by royal decree, published in the Staatscourant."""

NOT_EXTENDED: Final = Article(_LAW, "4")
"""The Act does not hold for terms in hours, in more than 90 days, twelve weeks or three months, or
in one or more years."""
LONGEST_EXTENDED: Final = {
    TermUnit.HOURS: 0,
    TermUnit.DAYS: 90,
    TermUnit.WEEKS: 12,
    TermUnit.MONTHS: 3,
    TermUnit.YEARS: 0,
}
"""The longest term in each unit to which the Act still holds."""


@dataclass(frozen=True, slots=True)
class Decree:
    """One royal decree that puts days on a par with holidays.

    ``was_read`` tells whether the text of the decree itself was seen, or only a source about it.
    """

    name: str
    source: str
    days: tuple[date, ...]
    was_read: bool


@dataclass(frozen=True, slots=True)
class EquatedDays:
    """All decrees known, from and up to and including the days for which the table was made.

    ``gaps`` are the stretches (first and last day) of which no decree was found.
    """

    decrees: tuple[Decree, ...]
    known_from: date
    known_until: date
    gaps: tuple[tuple[date, date], ...]


@cache
def equated_days() -> EquatedDays:
    """Read ``equated_days.toml``.

    Law: Algemene termijnenwet, art. 3 lid 3.
    """
    table = tomllib.loads((files("gehoord.law") / "equated_days.toml").read_text("utf-8"))
    return EquatedDays(
        decrees=tuple(
            Decree(row["besluit"], row["bron"], tuple(row["dagen"]), row["besluit_gelezen"])
            for row in table["besluit"]
        ),
        known_from=table["bekend_vanaf"],
        known_until=table["bekend_tot_en_met"],
        gaps=tuple((gap["van"], gap["tot_en_met"]) for gap in table["hiaat"]),
    )
