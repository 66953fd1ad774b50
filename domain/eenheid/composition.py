# SPDX-License-Identifier: EUPL-1.2
"""Which municipalities a unit holds, and when its councils are elected."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from gehoord.calendar.elections import elections_of
from gehoord.calendar.municipalities import exists_on, mergers_of, same_council, with_relatives
from gehoord.domain.eenheid.eenheid import Municipality
from gehoord.law.kieswet import CouncilElection
from gehoord.law.mergers import Merger

_DAY: Final = timedelta(days=1)


class Composition:
    """The municipalities of a unit through time.

    Its own file says who is there from which day to which; where the file names none of those a
    municipality came of, or went into, the mergers of the country do.

    Args:
        municipalities: those of the file, all years together.
    """

    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        self._written = {municipality.code: municipality for municipality in municipalities}
        self._codes = with_relatives(self._written)

    def on(self, day: date) -> frozenset[str]:
        """Return the councils of a day, each by the last code it is known under."""
        there = (code for code in self._codes if exists_on(code, day))
        return frozenset(same_council(code) for code in there if self._is_written(code, day))

    def changed_on(self, after: date, until: date) -> list[date]:
        """Return the days after ``after``, up to and including ``until``, with other councils."""
        turns = {day for day, _ in self._written_turns} | {merger.on for merger in self.mergers}
        days = sorted(day for day in turns if after < day <= until)
        return [day for day in days if self.on(day) != self.on(day - _DAY)]

    @cached_property
    def mergers(self) -> tuple[Merger, ...]:
        """The mergers of the country in which a municipality of the unit has a part, by day."""
        return mergers_of(self._codes)

    def unknown_changes(self, after: date, until: date) -> list[tuple[date, str]]:
        """Return what the file alone says between two days: the day, and who comes or goes.

        The days go by the file; ``after`` does not count, ``until`` does.
        """
        met = [(day, m) for day, m in self._written_turns if after < day <= until]
        known = {(merger.on, code) for merger in self.mergers for code in _concerned(merger)}
        return sorted((day, m.name) for day, m in met if (day, m.code) not in known)

    def elections_of(self, code: str) -> tuple[CouncilElection, ...]:
        """Return the elections of one council, by day; none of a year in which it was not there.

        Law: Kieswet, art. C 4, F 1 and J 1.
        """
        votes, written = elections_of(code), self._written.get(code)
        if written is None or not _turns_of(written):
            return votes
        return tuple(vote for vote in votes if vote.is_merger or written.exists_on(vote.on))

    @cached_property
    def _written_turns(self) -> list[tuple[date, Municipality]]:
        """The days on which, by the file, somebody comes or is there no more, and who."""
        return [(day, m) for m in self._written.values() for day in _turns_of(m)]

    def _is_written(self, code: str, day: date) -> bool:
        """Whether the file leaves room for a municipality on a day; it may not name it at all."""
        written = self._written.get(code)
        return written is None or written.exists_on(day)


def _turns_of(municipality: Municipality) -> list[date]:
    """Return the first day of a municipality and the first without it, as far as written."""
    until = municipality.until
    ceases_on = until + _DAY if until and until < date.max else None
    return [day for day in (municipality.since, ceases_on) if day]


def _concerned(merger: Merger) -> frozenset[str]:
    return merger.ceased_codes | {merger.code}
