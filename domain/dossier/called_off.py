# SPDX-License-Identifier: EUPL-1.2
"""Which meetings of a council will not be: they lapsed, or all was over before their day."""

from datetime import date
from typing import Self

from gehoord.domain.dossier.agenda_item import AgendaItem, MeetingStands
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.reserved import Reserved


class MeetingsOfCouncil(Reserved):
    """The meetings that a council named, beside what makes them needless.

    Attributes:
        heard_on: the day on which the council was heard, or its silence judged.
        answer: what it answered; a council that was silent has none.
        lapsed_on: the first day on which its municipality was no more.
    """

    heard_on: date | None = None
    answer: Answer | None = None
    lapsed_on: date | None = None

    @property
    def is_called_off(self) -> bool:
        """Whether its deciding meeting will not be."""
        if self.meets_on is None:
            return False
        return self.meeting_stands is None or self._is_over_before(self.meets_on)

    def is_item_off(self, item: AgendaItem) -> bool:
        """Whether a meeting before the deciding one will not be."""
        return item.stands is MeetingStands.OFF or self._is_over_before(item.day)

    @property
    def called_off_on(self) -> list[date]:
        """The days on which it became known of each meeting that it will not be."""
        days = [item.told_on for item in self.agenda if self.is_item_off(item)]
        if self.is_called_off and self.meeting_changed_on:
            days.append(self.meeting_changed_on)
        return days

    def with_meetings_since(self, before: "MeetingsOfCouncil", on: date) -> Self:
        """Return this with a change counted of each meeting that is off now, or on again.

        Args:
            before: the same, with the same meetings, as it was.
            on: the day of the change.
        """
        there = self if self.is_called_off == before.is_called_off else self.meeting_changed(on)
        was = {item.kind: before.is_item_off(item) for item in before.agenda}
        agenda = tuple(
            item if self.is_item_off(item) == was[item.kind] else item.changed(on)
            for item in self.agenda
        )
        return there.model_copy(update={"agenda": agenda})

    def _is_over_before(self, day: date) -> bool:
        """Whether the council was heard before a day, or was no more on it."""
        is_heard = self.answer is not None and self.heard_on is not None and self.heard_on < day
        return is_heard or (self.lapsed_on is not None and self.lapsed_on <= day)
