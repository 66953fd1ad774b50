# SPDX-License-Identifier: EUPL-1.2
"""Councils that go and councils that come: who is elected when."""

from datetime import date, timedelta
from functools import cache

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.municipalities import exists_on, same_council
from gehoord.calendar.span import Span
from gehoord.law.kieswet import CouncilElection, council_elections
from gehoord.law.mergers import mergers


class ElectionsUnknownError(ValueError):
    """The elections around that day were not entered; the text says what to do."""


@cache
def elections_of(code: str) -> tuple[CouncilElection, ...]:
    """Return the elections in which a municipality takes part, by day.

    A municipality that merges skips the regular election its merger election replaces, and takes
    part in none after the day it ceases or before the day it comes to exist. Under another name
    it stays the same municipality.

    Args:
        code: the CBS code, such as ``GM0394``.

    Law: Kieswet, art. C 4, F 1 and J 1.
    """
    table, names = council_elections().elections, _names_of(code)
    special = [vote for vote in table if names & vote.voters or vote.council in names]
    taken = {day for vote in special for day in (vote.replaces, vote.on)}
    return tuple(v for v in table if v in special or (v.on not in taken and _holds(names, v)))


def _holds(names: frozenset[str], vote: CouncilElection) -> bool:
    """Whether a council of these names is there to be elected in a regular election."""
    return not vote.is_merger and any(exists_on(name, vote.on) for name in names)


def _names_of(code: str) -> frozenset[str]:
    """Return every code this council has been known under."""
    renames = [merger for merger in mergers().all if merger.is_rename]
    names = {code}.union(*({m.code} | m.ceased_codes for m in renames))
    return frozenset(name for name in names if same_council(name) == same_council(code))


def outgoing_window(election: CouncilElection) -> Span:
    """Return the days on which the old council still sits after the vote.

    From the day of the vote up to and including the day before the new council takes office.
    """
    return Span(election.on, election.takes_office_on - timedelta(days=1))


def outgoing_election(code: str, day: date) -> CouncilElection | None:
    """Return the election whose old council still sits on that day, or nothing.

    Raises:
        ElectionsUnknownError: the elections of that day are not known.
    """
    _require(day)
    outgoing = (vote for vote in elections_of(code) if day in outgoing_window(vote))
    return next(outgoing, None)


def _require(day: date) -> None:
    known = council_elections()
    if not known.known_from <= day <= known.known_until:
        raise ElectionsUnknownError(
            f"De raadsverkiezingen zijn bekend van {day_in_words(known.known_from)} tot en met "
            f"{day_in_words(known.known_until)}; {day_in_words(day)} valt daarbuiten. "
            "Ga zelf na wanneer de raden zijn gekozen."
        )
