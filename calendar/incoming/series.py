# SPDX-License-Identifier: EUPL-1.2
"""One event of a calendar file: a meeting, or a series of them with its exceptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.incoming.left_out import CALLED_OFF
from gehoord.calendar.incoming.repetition import Budget, repeated
from gehoord.calendar.span import Span

WHENEVER: Final = datetime.combine(date.min, time.min)
"""The start of an event that only says that all of its series is cancelled."""
_SLACK: Final = timedelta(days=1)
"""On the clock of an event its day may be another one than in Amsterdam."""


@dataclass(frozen=True, slots=True)
class Series:
    """An event. Its moments are without a zone: as its own clock shows them.

    Attributes:
        number: the line of the file on which it begins.
        uid: what a program knows it by; other events may have the same.
        title: one line.
        sequence: which edition of it this is.
        not_held: in Dutch, why its meetings do not count; nothing when they do.
        start: the first moment; midnight for a whole day.
        clock: the one that it is on.
        rules: by which it repeats.
        without: rules of what is left out of that.
        added: further moments.
        excepted: what is left out: the whole day of a repetition, or exactly a further moment.
        replaces: the day of the series in whose place it comes, if it is an exception to one.
        and_after: whether it takes the place of all that comes after that day as well.
    """

    number: int
    uid: str
    title: str
    sequence: int
    not_held: str
    start: datetime
    clock: tzinfo
    rules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    added: frozenset[datetime] = frozenset()
    excepted: frozenset[datetime] = frozenset()
    replaces: date | None = None
    and_after: bool = False

    @property
    def name(self) -> str:
        """What it is called in a sentence about the file."""
        return named(self.title, self.number)

    @property
    def is_cancelled(self) -> bool:
        """Whether it is called off, and not just without a day that is fixed."""
        return self.not_held == CALLED_OFF

    def days(self, window: Span, budget: Budget) -> Iterator[tuple[date, date]]:
        """Yield for each meeting the day that its series gives it, and its day in Amsterdam.

        Raises:
            ValueError: a rule cannot be worked out.
            TooMuchWorkError: the file asks too much.
        """
        near = Span(window.start - _SLACK, window.end + _SLACK)
        left_out = {moment.date() for moment in self.excepted}
        left_out |= {moment.date() for moment in self._made_by(self.without, near, budget)}
        held = {self.start, *self._made_by(self.rules, near, budget)}
        held = {moment for moment in held if moment.date() not in left_out}
        for moment in held | (self.added - self.excepted):
            if moment.date() in near and (day := self._in_amsterdam(moment)) in window:
                yield moment.date(), day

    def _made_by(self, rules: tuple[str, ...], near: Span, budget: Budget) -> Iterator[datetime]:
        for rule in rules:
            made = repeated(rule, self.start, self.clock, near.end, budget)
            yield from (moment for moment in made if moment.date() in near)

    def _in_amsterdam(self, moment: datetime) -> date:
        return moment.replace(tzinfo=self.clock).astimezone(AMSTERDAM).date()


def named(title: str, number: int) -> str:
    """Return how an event is pointed at: by its title, and the line on which it begins."""
    return f"de afspraak '{title[:80]}' (regel {number})"
