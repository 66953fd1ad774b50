"""Councils that go and councils that come: elections, and municipalities that merge."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.span import Span
from gehoord.law.kieswet import CouncilElection, Merger, council_elections, mergers


class ElectionsUnknownError(ValueError):
    """The elections around that day were not entered; the text says what to do."""


@cache
def elections_of(code: str) -> tuple[CouncilElection, ...]:
    """Return the elections in which a municipality takes part, by day.

    A municipality that merges skips the regular election its merger election replaces, and takes
    part in none after the day it ceases or before the day it comes to exist.

    Args:
        code: the CBS code, such as ``GM0394``.

    Law: Kieswet, art. C 4, F 1 and J 1.
    """
    table = council_elections().elections
    special = [
        election for election in table if code in election.voters or code == election.council
    ]
    skipped = {election.replaces for election in special}
    regular = [
        election
        for election in table
        if not election.is_merger and election.on not in skipped and exists_on(code, election.on)
    ]
    return tuple(sorted(special + regular, key=lambda election: election.on))


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


def exists_on(code: str, day: date) -> bool:
    """Tell whether a municipality, as far as ``mergers.toml`` knows, exists on that day."""
    begins_on, ceases_on = _lifetimes().get(code, (date.min, date.max))
    return begins_on <= day < ceases_on


def ceased_or_to_come(codes: Iterable[str], days: Iterable[date]) -> frozenset[str]:
    """Return which of these municipalities, as far as is known, exist on none of the days.

    >>> sorted(ceased_or_to_come({"GM0398", "GM0400", "GM1980"}, [date(2022, 1, 1)]))
    ['GM0398']
    """
    asked = list(days)
    merged = _lifetimes().keys() & codes
    return frozenset(c for c in merged if not any(exists_on(c, day) for day in asked))


@cache
def _lifetimes() -> dict[str, tuple[date, date]]:
    """Return the first day of each municipality that merged, and the first without it."""
    begins = {merger.code: merger.on for merger in mergers() if merger.is_new}
    ceases = {code: merger.on for merger in reversed(mergers()) for code in merger.ceased_codes}
    return {
        code: (begins.get(code, date.min), ceases.get(code, date.max))
        for code in begins.keys() | ceases.keys()
    }


def municipalities_on(codes: Iterable[str], known_on: date, day: date) -> frozenset[str]:
    """Return what a set of municipalities, as it was on one day, is on another.

    Counting back, a municipality that took the place of others makes room for all of them.

    Args:
        codes: the CBS codes on ``known_on``.
        known_on: the day on which the set is right.
        day: the day asked, before or after it.

    >>> noord = municipalities_on({"GM0398", "GM0416"}, date(2021, 12, 31), date(2022, 1, 1))
    >>> sorted(noord)
    ['GM1980']
    """
    municipalities = frozenset(codes)
    if day >= known_on:
        for merger in changes_between(municipalities, known_on, day):
            municipalities = municipalities - merger.ceased_codes | {merger.code}
        return municipalities
    for merger in reversed([merger for merger in mergers() if day < merger.on <= known_on]):
        if merger.code in municipalities:
            came = {merger.code} if merger.is_new else set[str]()
            municipalities = municipalities - came | merger.ceased_codes
    return municipalities


def changes_between(codes: Iterable[str], known_on: date, day: date) -> tuple[Merger, ...]:
    """Return the mergers after ``known_on``, up to and including ``day``, that change the set."""
    municipalities, changes = frozenset(codes), list[Merger]()
    for merger in mergers():
        if known_on < merger.on <= day and merger.ceased_codes & municipalities:
            municipalities = municipalities - merger.ceased_codes | {merger.code}
            changes.append(merger)
    return tuple(changes)


def _require(day: date) -> None:
    known = council_elections()
    if not known.known_from <= day <= known.known_until:
        raise ElectionsUnknownError(
            f"De raadsverkiezingen zijn bekend van {day_in_words(known.known_from)} tot en met "
            f"{day_in_words(known.known_until)}; {day_in_words(day)} valt daarbuiten. "
            "Vul law/elections.toml aan."
        )
