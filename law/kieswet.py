# SPDX-License-Identifier: EUPL-1.2
"""Kieswet (BWBR0004627): when councils are elected.

The days of a regular election follow from this act; a merger election follows from the act of the
merger, and is made of ``mergers.toml``.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from gehoord.law.article import Article
from gehoord.law.mergers import Merger, mergers

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
    election day all of these skip. A regular election leaves the three empty. ``uncertain`` says
    in Dutch what of these days was not read in a source of law.
    """

    on: date
    takes_office_on: date
    source: str
    voters: frozenset[str] = frozenset()
    council: str | None = None
    replaces: date | None = None
    uncertain: str = ""

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


@cache
def council_elections() -> Elections:
    """Read ``elections.toml``, and add the elections of ``mergers.toml``.

    Law: Kieswet, art. C 4, F 1 and J 1.
    """
    table = tomllib.loads((files("gehoord.law") / "elections.toml").read_text("utf-8"))
    regular = [
        CouncilElection(row["dag"], row["aantreden"], row["bron"]) for row in table["gewoon"]
    ]
    merger = [_of_merger(m, m.elected_on) for m in mergers().all if m.elected_on]
    return Elections(
        tuple(sorted(regular + merger, key=lambda election: (election.on, election.council or ""))),
        table["bekend_vanaf"],
        table["bekend_tot_en_met"],
    )


def _of_merger(merger: Merger, on: date) -> CouncilElection:
    """Return its election: those that cease and the one that stays elect the council of the new."""
    stays = frozenset[str]() if merger.is_new else frozenset({merger.code})
    return CouncilElection(
        on,
        merger.on,
        merger.source,
        merger.ceased_codes | stays,
        merger.code,
        merger.skipped,
        merger.uncertain.election,
    )
