# SPDX-License-Identifier: EUPL-1.2
"""The tab of the meetings at which each council can still be heard; it is only to be read."""

from gehoord.domain.dossier.council_meetings import opportunity_to_answer
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.councils import by_name
from gehoord.domain.workbook.tab import Column, Sort, Tab, TabLine


class MeetingsTab(Tab):
    """A row for each meeting that fits in the hearing; one for a council of which none does."""

    name = "Vergaderingen"
    columns = (
        Column("Gemeente"),
        Column("CBS-code"),
        Column("Vergadering van de raad", Sort.DAY),
        Column("Stukken uiterlijk", Sort.DAY),
    )

    def lines(self, state: State) -> list[TabLine]:
        """Return them by name of the municipality and by day."""
        hearings = by_name(state.owed_hearings)
        return [line for hearing in hearings for line in self._lines(state, hearing)]

    def _lines(self, state: State, hearing: Hearing) -> list[TabLine]:
        about, key = (hearing.name, hearing.municipality), f"{hearing.id}/vergadering"
        meetings = opportunity_to_answer(state, hearing)
        if meetings is None:
            return [self.line(key, *about, "onbekend", "")]
        by = meetings.deliver_by or ""
        if not meetings.fitting:
            return [self.line(key, *about, "geen past", by)]
        days = dict.fromkeys(meeting.day for meeting in meetings.fitting)
        return [self.line(f"{key}/{day}", *about, day, by) for day in days]
