# SPDX-License-Identifier: EUPL-1.2
"""A session at which people are told of what the plan rests on (informatiesessie, S003)."""

from datetime import date, time

from gehoord.calendar.dutch import full_day_in_words
from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.eenheid.sitting import Sitting
from gehoord.domain.frozen import Frozen


class Attendance(Frozen):
    """How many of one group came; never who."""

    group: str
    people: int


class InfoSession(Withdrawable):
    """One session; its step is done once each that goes on was held and counted.

    Attributes:
        number: from 1 in each dossier.
        step: the id of the step it belongs to; nothing where the plan has none for sessions.
        meets_on: its day.
        start: its hour in the Netherlands, and ``end`` that at which it is over, if known.
        invited: groups, offices and bodies as they were named, in their order.
        called_off_on: the day on which it was called off, and ``called_off_because`` why.
        counted_on: the day on which was told who came.
        attendance: how many came, by group.
        sequence: rises when day, hour, place or guests change, or it is called off or on again.
        changed_on: the day of the last such change.
    """

    id: str
    dossier: str
    number: int
    step: str | None = None
    meets_on: date
    start: time
    end: time | None = None
    place: str
    invited: tuple[str, ...] = ()
    called_off_on: date | None = None
    called_off_because: str = ""
    counted_on: date | None = None
    attendance: tuple[Attendance, ...] = ()
    sequence: int = 0
    changed_on: date

    @property
    def sitting(self) -> Sitting:
        """Its hours and its place."""
        return Sitting(start=self.start, end=self.end, place=self.place)

    @property
    def goes_on(self) -> bool:
        """Whether it was or will be held: it was neither called off nor withdrawn."""
        return self.counts and self.called_off_on is None

    @property
    def awaits_count(self) -> bool:
        """Whether it goes on and nobody told yet how many came."""
        return self.goes_on and self.counted_on is None

    @property
    def people(self) -> int:
        """How many came, of all groups together."""
        return sum(each.people for each in self.attendance)

    @property
    def called(self) -> str:
        """How a drop-down names it: by its number first, by which it is found again."""
        return f"{self.number} ({self.when}, {self.place})"

    @property
    def when(self) -> str:
        """Its day with the weekday, and its hours."""
        return f"{full_day_in_words(self.meets_on)}, {self.sitting.in_words}"

    def changed(self, on: date, **other: object) -> "InfoSession":
        """Return this session with something else of what its guests act on."""
        return self.model_copy(
            update={**other, "sequence": self.sequence + 1, "changed_on": on},
        )
