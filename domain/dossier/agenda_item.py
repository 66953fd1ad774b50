# SPDX-License-Identifier: EUPL-1.2
"""The meetings before the deciding one at which a council, or a committee, treats the ontwerp."""

from datetime import date
from typing import Self

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice


class MeetingStands(Choice):
    """How far a council is with a meeting at which it will treat the ontwerp.

    One that does not go on is reported so, and never kept: it lapsed. Treated is what was before
    the deciding meeting; a council that decided was heard, and is reported so.
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
        stands: how far it is; never off.
        where: what the meeting is called; empty when nobody said so.
        told_on: the day on which it became known.
    """

    kind: MeetingKind
    day: date
    stands: MeetingStands
    where: str = ""
    told_on: date

    @property
    def in_words(self) -> str:
        """Its day, where it is, and how far it is with it."""
        where = f", {self.where}" if self.where else ""
        return f"{day_in_words(self.day)}{where} ({self.stands})"


class OnAgenda(Frozen):
    """The meetings before the deciding one that a council named: one of each kind at most."""

    agenda: tuple[AgendaItem, ...] = ()

    def item(self, kind: MeetingKind) -> AgendaItem | None:
        """Return the meeting of a kind that was named, if one was."""
        return next((item for item in self.agenda if item.kind is kind), None)

    def with_item(self, item: AgendaItem) -> Self:
        """Return this with a meeting; of its kind it takes the place of the former."""
        items = {each.kind: each for each in (*self.agenda, item)}
        ordered = tuple(items[kind] for kind in MeetingKind if kind in items)
        return self.model_copy(update={"agenda": ordered})

    def without_item(self, kind: MeetingKind) -> Self:
        """Return this without the meeting of a kind."""
        left = tuple(item for item in self.agenda if item.kind is not kind)
        return self.model_copy(update={"agenda": left})
