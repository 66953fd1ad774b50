# SPDX-License-Identifier: EUPL-1.2
"""A step of the plan: its days, how sure they are, and the reason of each."""

from dataclasses import dataclass, replace
from datetime import date

from gehoord.calendar.derivation import Link
from gehoord.calendar.due import NO_DAY, Due, Precision, Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.span import Span
from gehoord.domain.errors import NoDayError
from gehoord.domain.proposal.step import Step


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its first and last day, both included, and why they are these.

    A step of which nobody gave a last day has none (``days`` is nothing): what rests on it gives it
    no day. ``begins`` is then from when it can be done, where that was written. Whoever asks such a
    step for a day all the same gets ``NoDayError``. ``longest`` is a later last day that
    somebody was given alone.

    ``first_links`` run from the first day back to where it comes from, ``last_links`` from the last
    day; they are the same when one reason gave both.
    """

    step: Step
    days: Stretch | None
    first_links: tuple[Link, ...]
    last_links: tuple[Link, ...]
    begins: Due | None = None
    longest: Due | None = None

    @property
    def has_day(self) -> bool:
        """Whether somebody gave it a last day, or a day to count that from."""
        return self.days is not None

    @property
    def stretch(self) -> Stretch:
        """The first and the last day."""
        if self.days is None:
            raise NoDayError(f"Stap '{self.id}'")
        return self.days

    @property
    def derivation(self) -> tuple[Link, ...]:
        """Every reason once, those of the first day before those of the last."""
        return tuple(dict.fromkeys((*self.first_links, *self.last_links)))

    @property
    def id(self) -> str:
        """The id of the step."""
        return self.step.id

    @property
    def span(self) -> Span:
        """The days, both ends included."""
        return self.stretch.span

    @property
    def precision(self) -> Precision:
        """How sure the whole is, as it was written."""
        return self.days.precision if self.days else Precision.UNDATED

    @property
    def is_yearly(self) -> bool:
        """Whether it comes back every year."""
        return self.precision is Precision.YEARLY

    @property
    def words(self) -> str:
        """The whole as it was written."""
        return self.days.words if self.days else ""

    @property
    def first(self) -> Due | None:
        """The first day, or from when it can be done; nothing when neither is known."""
        return self.days.first if self.days else self.begins

    @property
    def start(self) -> Due | None:
        """From when it can be done; nothing when its words name no beginning of their own."""
        return self.days.start if self.days else self.begins

    @property
    def due(self) -> Due:
        """The last day, with its own precision and words."""
        return self.stretch.last

    @property
    def due_on(self) -> date:
        """The last day on which the step is in time; that day counts."""
        return self.due.day

    @property
    def due_in_words(self) -> str:
        """The last day as a person may promise it: an approximation or a month stays one."""
        return self.days.last_in_words if self.days else NO_DAY

    @property
    def start_in_words(self) -> str:
        """From when it can be done, in words; nothing when its words name no such day."""
        return self.start.in_words if self.start else ""

    @property
    def names_day(self) -> bool:
        """Whether its last day is a day that people wrote, or that was counted from one."""
        return self.days is not None and self.days.names_day

    def until(self, day: date) -> "PlannedStep":
        """Return this step as it is for who was given a later last day alone; else as it is."""
        if self.days is None or day <= self.due_on:
            return self
        return replace(self, days=replace(self.days, last=Due.on(day), words=day_in_words(day)))

    def to_the_longest(self) -> "PlannedStep":
        """Return this step until nobody can do it in time any more."""
        return self.until(self.longest.day) if self.longest else self

    def stands_on(self, days: Stretch | None) -> bool:
        """Whether these are its days, and as sure as it says."""
        if self.days is None or days is None:
            return self.days is days
        return days.span == self.days.span and days.names_day == self.days.names_day

    @property
    def first_is_rough(self) -> bool:
        """Whether its first day is an approximation."""
        return self.first is not None and self.first.is_rough
