# SPDX-License-Identifier: EUPL-1.2
"""Mergers of municipalities in the whole country since 2013, each by an act of its own."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Uncertain:
    """What was not read in a source of law, in Dutch words for a finding; empty when it was.

    ``act`` is about the merger itself, ``election`` about the days of its election, ``eenheid``
    about the day on which a municipality changed from one police unit to another.
    """

    act: str = ""
    election: str = ""
    eenheid: str = ""


@dataclass(frozen=True, slots=True)
class Merger:
    """Municipalities (code and name) that cease on a day, and the one that takes their place.

    One that is split ceases in several mergers of a day: one for each that gets a part.

    Attributes:
        on: the first day of the new situation.
        is_new: whether the one that takes their place did not exist before the day.
        is_rename: whether it is the same municipality, with the same council, under another name.
        elected_on: the day on which its council was elected for the merger, if it was.
        skipped: the regular election that these municipalities did not hold because of it.
        came_from: of those that cease and lay in another unit, by code: which.
    """

    on: date
    ceased: tuple[tuple[str, str], ...]
    code: str
    name: str
    is_new: bool
    is_rename: bool
    elected_on: date | None
    skipped: date | None
    came_from: tuple[tuple[str, str], ...]
    uncertain: Uncertain
    source: str

    @property
    def ceased_codes(self) -> frozenset[str]:
        """The CBS codes of the municipalities that cease."""
        return frozenset(code for code, _ in self.ceased)

    @property
    def ceased_in_eenheid(self) -> frozenset[str]:
        """The codes of those that cease and lay in the unit of the one that takes their place."""
        return self.ceased_codes - dict(self.came_from).keys()


@dataclass(frozen=True, slots=True)
class Mergers:
    """All mergers known, by day; nothing is known outside the two days."""

    all: tuple[Merger, ...]
    known_from: date
    known_until: date


@cache
def mergers() -> Mergers:
    """Read ``mergers.toml``."""
    table = tomllib.loads((files("gehoord.law") / "mergers.toml").read_text("utf-8"))
    rows = sorted(table["herindeling"], key=lambda row: (row["dag"], row["code"]))
    return Mergers(
        tuple(_merger(row) for row in rows), table["bekend_vanaf"], table["bekend_tot_en_met"]
    )


def _merger(row: dict[str, Any]) -> Merger:
    uncertain = row.get("onzeker", {})
    return Merger(
        on=row["dag"],
        ceased=tuple(sorted(row["opgeheven"].items())),
        code=row["code"],
        name=row["naam"],
        is_new=row.get("nieuw", False),
        is_rename=row.get("naamswijziging", False),
        elected_on=row.get("verkiezing"),
        skipped=row.get("overgeslagen"),
        came_from=tuple(sorted(row.get("eenheid_was", {}).items())),
        uncertain=Uncertain(
            uncertain.get("wet", ""), uncertain.get("verkiezing", ""), uncertain.get("eenheid", "")
        ),
        source=row["bron"],
    )
