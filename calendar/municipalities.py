# SPDX-License-Identifier: EUPL-1.2
"""Which municipalities there are on a day, as far as the mergers of the country tell."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from gehoord.law.mergers import Merger, mergers


def exists_on(code: str, day: date) -> bool:
    """Tell whether a municipality exists on that day; one that never merged always does.

    >>> exists_on("GM0398", date(2021, 12, 31)), exists_on("GM0398", date(2022, 1, 1))
    (True, False)
    """
    begins_on, ceases_on = _lifetimes().get(code, (date.min, date.max))
    return begins_on <= day < ceases_on


def ceased_or_to_come(codes: Iterable[str], days: Iterable[date]) -> frozenset[str]:
    """Return which of these municipalities exist for sure on none of the days.

    A merger of which the act was not read leaves room for doubt, and does not count.

    >>> sorted(ceased_or_to_come({"GM0398", "GM0400", "GM1980"}, [date(2022, 1, 1)]))
    ['GM0398']
    """
    asked = list(days)
    merged = (_lifetimes().keys() & codes) - _in_doubt()
    return frozenset(c for c in merged if not any(exists_on(c, day) for day in asked))


def same_council(code: str) -> str:
    """Return the last code under which this council is known: a new name leaves it as it is.

    >>> same_council("GM0241")  # Groesbeek is named Berg en Dal since 2016
    'GM1945'
    """
    while code in _renamed():
        code = _renamed()[code]
    return code


def with_relatives(codes: Iterable[str]) -> frozenset[str]:
    """Return these municipalities, those they went into, and those they came of.

    One that went to, or came from, another police unit is no relative: it is not of these.
    """
    known = frozenset(codes)
    later, earlier = set(known), set(known)
    for merger in mergers().all:
        if merger.ceased_in_eenheid & later:
            later.add(merger.code)
    for merger in reversed(mergers().all):
        if merger.code in earlier:
            earlier |= merger.ceased_in_eenheid
    return frozenset(later | earlier)


def mergers_of(codes: Iterable[str]) -> tuple[Merger, ...]:
    """Return the mergers, by day, in which one of these municipalities ceases or takes a place."""
    known = frozenset(codes)
    return tuple(m for m in mergers().all if m.code in known or m.ceased_codes & known)


@cache
def _lifetimes() -> dict[str, tuple[date, date]]:
    """Return the first day of each municipality that merged, and the first without it."""
    begins = {merger.code: merger.on for merger in mergers().all if merger.is_new}
    ceases = {code: merger.on for merger in mergers().all for code in merger.ceased_codes}
    return {
        code: (begins.get(code, date.min), ceases.get(code, date.max))
        for code in begins.keys() | ceases.keys()
    }


@cache
def _in_doubt() -> frozenset[str]:
    """Return who ceases or comes by a merger of which the act was not read."""
    doubtful = [merger for merger in mergers().all if merger.uncertain.act]
    came = {merger.code for merger in doubtful if merger.is_new}
    return frozenset(came).union(*(merger.ceased_codes for merger in doubtful))


@cache
def _renamed() -> dict[str, str]:
    return {old: m.code for m in mergers().all if m.is_rename for old in m.ceased_codes}
