# SPDX-License-Identifier: EUPL-1.2
"""The meeting of a council for which it reserved time, as a calendar must know it."""

from datetime import date
from typing import Self

from pydantic import Field

from gehoord.domain.dossier.agenda_item import MeetingStands, OnAgenda


class Reserved(OnAgenda):
    """The meeting at which a council means to treat the ontwerp, if it named one.

    It is a plan, and no hearing. A meeting that lapsed keeps its day, so that calendars can say so,
    and stands nowhere any more.

    Attributes:
        meets_on: its day.
        meeting_stands: how far the council is with it; nothing when there is none, or it lapsed.
        meeting_sequence: how often its day or state changed since the first.
        meeting_changed_on: the day of the last such change.
    """

    meets_on: date | None = None
    meeting_stands: MeetingStands | None = None
    meeting_sequence: int = Field(0, ge=0)
    meeting_changed_on: date | None = None

    @property
    def named_meeting(self) -> tuple[date, MeetingStands] | None:
        """The day of the meeting that was named and how far it is; nothing once it lapsed."""
        if self.meets_on is None or self.meeting_stands is None:
            return None
        return self.meets_on, self.meeting_stands

    def with_meeting(self, day: date, stands: MeetingStands, on: date) -> Self:
        """Return this with a meeting, or with another in its place."""
        there = self.model_copy(update={"meets_on": day, "meeting_stands": stands})
        if self.meets_on is None:
            return there.model_copy(update={"meeting_changed_on": on})
        return there.meeting_changed(on)

    def without_meeting(self, on: date) -> Self:
        """Return this with its meeting lapsed, if it has one that did not."""
        if self.meeting_stands is None:
            return self
        return self.model_copy(update={"meeting_stands": None}).meeting_changed(on)

    def meeting_changed(self, on: date) -> Self:
        """Return this with a change of its meeting counted; a later one never counts earlier."""
        return self.model_copy(
            update={
                "meeting_sequence": self.meeting_sequence + 1,
                "meeting_changed_on": max(on, self.meeting_changed_on or on),
            }
        )
