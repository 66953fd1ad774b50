"""The tab of the meetings at which each council can still be heard; it is only to be read."""

from gehoord.calendar.dutch import by_letters
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.opportunities import CouncilOpportunity, opportunities
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
        found = opportunities(state.plan, state.eenheid)
        by_name = sorted(
            found, key=lambda o: (by_letters(o.municipality.name), o.municipality.code)
        )
        return [line for council in by_name for line in self._lines(state.id, council)]

    def _lines(self, dossier: str, council: CouncilOpportunity) -> list[TabLine]:
        municipality, meetings = council.municipality, council.opportunity
        about = (municipality.name, municipality.code)
        key = f"{dossier}/{municipality.code}/vergadering"
        if meetings is None:
            return [self.line(key, *about, "onbekend", "")]
        by = meetings.deliver_by or ""
        if not meetings.fitting:
            return [self.line(key, *about, "geen past", by)]
        days = dict.fromkeys(meeting.day for meeting in meetings.fitting)
        return [self.line(f"{key}/{day}", *about, day, by) for day in days]
