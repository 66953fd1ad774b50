# SPDX-License-Identifier: EUPL-1.2
"""Events with one UID: which of them stand, and what exceptions make of a series."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.incoming.left_out import OUTSIDE, REPLACED, LeftOut
from gehoord.calendar.incoming.series import WHENEVER, Series
from gehoord.calendar.meetings import NAMELESS, Meeting


class EventDays(NamedTuple):
    """An event with its days: the one that its series gives each meeting, and that in Amsterdam."""

    series: Series
    days: tuple[tuple[date, date], ...]

    def left_out(self, why: str) -> LeftOut:
        """Return this event as one that is left out, on the day on which it begins."""
        start = self.series.start
        return LeftOut(None if start == WHENEVER else start.date(), self.series.title, why)


def replaces(newer: Series, older: Series, are_editions: bool) -> bool:
    """Whether one event takes the place of another with its UID; other titles are other meetings.

    Args:
        newer: what may take the place.
        older: what may lose it.
        are_editions: whether each event with the UID has its own number.
    """
    if not are_editions:
        is_later = newer.sequence >= older.sequence
        return newer.is_cancelled and newer.start == older.start and is_later
    if newer.sequence <= older.sequence:
        return False
    if newer.start.date() == older.start.date() or newer.title == NAMELESS:
        return True
    was, becomes = older.title.casefold(), newer.title.casefold()
    return was == becomes or (newer.is_cancelled and was in becomes)


class Exceptions:
    """The exceptions to a series; of several in one place the newest counts."""

    def __init__(self, versions: Iterable[EventDays]) -> None:
        self._newest: dict[tuple[date, bool], EventDays] = {}
        self._older: list[EventDays] = []
        for one in sorted(versions, key=lambda one: one.series.sequence):
            if one.series.replaces:
                place = one.series.replaces, one.series.and_after
                if older := self._newest.get(place):
                    self._older.append(older)
                self._newest[place] = one
        self._turns = sorted(begun for begun, goes_on in self._newest if goes_on)

    @property
    def found(self) -> Iterator[Meeting | LeftOut]:
        """What comes in the place of meetings of the series, and what these were."""
        yield from (older.left_out(REPLACED) for older in self._older)
        for (begun, _), one in self._newest.items():
            title = one.series.title
            if one.series.not_held:
                yield LeftOut(begun, title, one.series.not_held)
            elif not one.days:
                yield one.left_out(OUTSIDE)
            for _, met in one.days:
                yield Meeting(met, title)
                if met != begun:
                    yield LeftOut(begun, title, f"verplaatst naar {day_in_words(met)}")

    def left_of(self, one: EventDays) -> Iterator[Meeting | LeftOut]:
        """Yield the meetings of a series as the exceptions leave them.

        What comes in their place, `found` tells, by its own title.
        """
        if not one.days:
            yield one.left_out(OUTSIDE)
        for day, met in one.days:
            if instead := self._newest.get((day, False)):
                if instead.series.title != one.series.title:
                    yield LeftOut(met, one.series.title, REPLACED)
            else:
                yield self._turned(one.series, day, met)

    def _turned(self, series: Series, day: date, met: date) -> Meeting | LeftOut:
        """Return a meeting as the last change left it that goes on to all that comes after."""
        turns = bisect_right(self._turns, day)
        if not turns:
            return Meeting(met, series.title)
        begun = self._turns[turns - 1]
        change = self._newest[begun, True].series
        if change.not_held:
            return LeftOut(met, series.title, change.not_held)
        try:
            return Meeting(met + (change.start.date() - begun), change.title)
        except OverflowError:  # past the last year that Python knows
            return LeftOut(None, change.title, OUTSIDE)
