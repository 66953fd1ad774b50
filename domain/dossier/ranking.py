# SPDX-License-Identifier: EUPL-1.2
"""Who has most votes: a ranking in which a tie is shown, and never broken."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in a ranking. Who has as many votes shares it; the next place is then skipped."""

    name: str
    votes: int
    rank: int
    is_shared: bool

    @property
    def in_words(self) -> str:
        """The rank as people read it: ``3``, or ``gedeeld 3``."""
        return f"gedeeld {self.rank}" if self.is_shared else str(self.rank)


def ranked(votes: Iterable[tuple[str, int]]) -> list[Ranked]:
    """Return a ranking by votes, the highest first; who is tied stands in the order given.

    >>> [(each.name, each.in_words) for each in ranked([("a", 5), ("b", 7), ("c", 5), ("d", 1)])]
    [('b', '1'), ('a', 'gedeeld 2'), ('c', 'gedeeld 2'), ('d', '4')]
    """
    counted = list(votes)
    numbers = [number for _, number in counted]
    by_votes = sorted(counted, key=lambda each: -each[1])
    return [
        Ranked(
            name,
            number,
            1 + sum(other > number for other in numbers),
            numbers.count(number) > 1,
        )
        for name, number in by_votes
    ]


def tied_at(ranking: list[Ranked], places: int) -> list[Ranked]:
    """Return who is tied over the cut: as many votes on both sides of the last place that counts.

    >>> votes = ranked([("a", 5), ("b", 3), ("c", 3)])
    >>> [each.name for each in tied_at(votes, 2)], tied_at(votes, 3)
    (['b', 'c'], [])
    """
    if not 0 < places < len(ranking):
        return []
    last, first_out = ranking[places - 1], ranking[places]
    if last.votes != first_out.votes:
        return []
    return [each for each in ranking if each.votes == last.votes]
