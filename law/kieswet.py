"""Kieswet (BWBR0004627): when councils are elected, and which municipalities merge.

Merger elections and mergers follow from acts of their own; ``elections.toml`` and
``mergers.toml`` hold those of the eenheden Noord-Holland and Oost-Nederland.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from gehoord.law.article import Article

_LAW: Final = "Kieswet"

COUNCIL_RESIGNS: Final = Article(_LAW, "C 4")
"""Council members are elected for four years and resign all on one day."""

CANDIDATES: Final = Article(_LAW, "F 1")
"""The day on which candidates are put forward; the day of the vote hangs on it."""

VOTE: Final = Article(_LAW, "J 1")
"""The day of the vote."""


@dataclass(frozen=True, slots=True)
class CouncilElection:
    """One election day and the day on which the councils elected take office.

    For a merger election ``voters`` are the CBS codes of the municipalities that vote, ``council``
    is the code of the municipality whose council they elect, and ``replaces`` is the regular
    election day all of these skip. A regular election leaves the three empty.
    """

    on: date
    takes_office_on: date
    source: str
    voters: frozenset[str] = frozenset()
    council: str | None = None
    replaces: date | None = None

    @property
    def is_merger(self) -> bool:
        """Whether this election was held for a merger of municipalities."""
        return self.council is not None


@dataclass(frozen=True, slots=True)
class Elections:
    """All elections known, by day; nothing is known outside the two days."""

    elections: tuple[CouncilElection, ...]
    known_from: date
    known_until: date


@dataclass(frozen=True, slots=True)
class Merger:
    """Municipalities (code and name) that cease on a day, and the one that takes their place.

    ``is_new`` tells whether that one did not exist before the day.
    """

    on: date
    ceased: tuple[tuple[str, str], ...]
    code: str
    name: str
    is_new: bool
    source: str

    @property
    def ceased_codes(self) -> frozenset[str]:
        """The CBS codes of the municipalities that cease."""
        return frozenset(code for code, _ in self.ceased)


@cache
def council_elections() -> Elections:
    """Read ``elections.toml``.

    Law: Kieswet, art. C 4, F 1 and J 1.
    """
    table = _table("elections.toml")
    regular = [
        CouncilElection(row["dag"], row["aantreden"], row["bron"]) for row in table["gewoon"]
    ]
    merger = [
        CouncilElection(
            row["dag"],
            row["aantreden"],
            row["bron"],
            frozenset(row["stemmen"]),
            row["raad_van"],
            row["in_plaats_van"],
        )
        for row in table["herindeling"]
    ]
    return Elections(
        tuple(sorted(regular + merger, key=lambda election: (election.on, election.council or ""))),
        table["bekend_vanaf"],
        table["bekend_tot_en_met"],
    )


@cache
def mergers() -> tuple[Merger, ...]:
    """Read ``mergers.toml``, by day."""
    rows = _table("mergers.toml")["herindeling"]
    return tuple(
        Merger(
            row["dag"],
            tuple(sorted(row["opgeheven"].items())),
            row["code"],
            row["naam"],
            row["nieuw"],
            row["bron"],
        )
        for row in sorted(rows, key=lambda row: (row["dag"], row["code"]))
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("gehoord.law") / name).read_text("utf-8"))
