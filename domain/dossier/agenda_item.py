# SPDX-License-Identifier: EUPL-1.2
"""The meetings before the deciding one at which a council, or a committee, treats the ontwerp."""

from datetime import date
from typing import Self

from pydantic import Field

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice


class MeetingStands(Choice):
    """How far a council is with a meeting at which it will treat the ontwerp.

    One that does not go on is reported so: it lapsed. Treated is what was before the deciding
    meeting; a council that decided was heard, and is reported so.
    """

    RESERVED = "gereserveerd"
    ON_AGENDA = "op de agenda"
    TREATED = "behandeld"
    OFF = "gaat niet door"


class MeetingKind(Choice):
    """What a meeting is for, in the order in which a council comes to its answer.

    Only the deciding one is of the council itself by law's need: a committee may hold the others.
    """

    INFORMING = "beeldvormend"
    WEIGHING = "oordeelsvormend"
    DECIDING = "besluitvormend"


class AgendaItem(Frozen):
    """A meeting before the deciding one that treats the ontwerp. No council is heard by it.

    Attributes:
        kind: never the deciding one.
        day: of the meeting.
        stands: how far it is; off once it lapsed, and it keeps its day so that calendars say so.
        where: what the meeting is called; empty when nobody said so.
        told_on: the day on which it, or its last change, became known.
        sequence: how often it changed since the first.
    """

    kind: MeetingKind
    day: date
    stands: MeetingStands
    where: str = ""
    told_on: date
    sequence: int = Field(0, ge=0)

    def is_as(self, other: "AgendaItem") -> bool:
        """Whether another says the same of the same meeting."""
        return (self.kind, self.day, self.stands, self.where) == (
            *(other.kind, other.day),
            *(other.stands, other.where),
        )

    def changed(self, on: date) -> "AgendaItem":
        """Return this with a change counted; a later one never counts earlier."""
        return self.model_copy(
            update={"sequence": self.sequence + 1, "told_on": max(on, self.told_on)}
        )

    def off(self, on: date) -> "AgendaItem":
        """Return this lapsed, if it did not already."""
        if self.stands is MeetingStands.OFF:
            return self
        return self.model_copy(update={"stands": MeetingStands.OFF}).changed(on)

    @property
    def in_words(self) -> str:
        """Its day, where it is, and how far it is with it."""
        where = f", {self.where}" if self.where else ""
        return f"{day_in_words(self.day)}{where} ({self.stands})"


class OnAgenda(Frozen):
    """The meetings before the deciding one that a council named: one of each kind at most.

    Attributes:
        agenda: with those that lapsed among them; ``before_deciding`` are those that did not.
    """

    agenda: tuple[AgendaItem, ...] = ()

    @property
    def before_deciding(self) -> tuple[AgendaItem, ...]:
        """The meetings before the deciding one that did not lapse."""
        return tuple(item for item in self.agenda if item.stands is not MeetingStands.OFF)

    def item(self, kind: MeetingKind) -> AgendaItem | None:
        """Return the meeting of a kind that was named and did not lapse, if there is one."""
        return next((item for item in self.before_deciding if item.kind is kind), None)

    def with_item(self, item: AgendaItem) -> Self:
        """Return this with a meeting; of its kind it takes the place of the former."""
        items = {each.kind: each for each in self.agenda}
        former = items.get(item.kind)
        count = {"sequence": former.sequence + 1 if former else item.sequence}
        items[item.kind] = item.model_copy(update=count)
        ordered = tuple(items[kind] for kind in MeetingKind if kind in items)
        return self.model_copy(update={"agenda": ordered})

    def without_item(self, kind: MeetingKind, on: date) -> Self:
        """Return this with the meeting of a kind lapsed."""
        left = (item.off(on) if item.kind is kind else item for item in self.agenda)
        return self.model_copy(update={"agenda": tuple(left)})
