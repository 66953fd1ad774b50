"""Which councils have no meeting at which they can be heard: found by their first that may fit."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.opportunity import LeadTime
from gehoord.calendar.recess import Recess, RecessUnknownError
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.plan.opportunities import days_to_be_heard, hearing_window, opportunity_of
from gehoord.domain.plan.plan import Plan


class FirstMeetings:
    """The first meeting of each council that leaves it its lead time, by the day of delivery.

    No plan changes when a council meets: plans of one proposal can share what was found.

    Args:
        eenheid: the unit.
        municipalities: those of its councils that are heard.
    """

    def __init__(self, eenheid: Eenheid, municipalities: tuple[Municipality, ...]) -> None:
        self._eenheid = eenheid
        self._municipalities = municipalities
        self._found: dict[date, dict[str, date]] = {}

    def after(self, delivered_on: date) -> dict[str, date]:
        """Return the first of these meetings, by the code of the council; as far as it is known."""
        if delivered_on not in self._found:
            self._found[delivered_on] = dict(self._look_for(delivered_on))
        return self._found[delivered_on]

    def without_meeting(self, plan: Plan) -> tuple[Municipality, ...]:
        """Return the councils of which it is certain that no meeting fits in the hearing.

        Of a council whose meetings are not known nothing is certain, so it is not looked at. Most
        have a meeting in time; only of the others is it worked out what their hearing leaves them.
        """
        window = hearing_window(plan)
        if window is None:
            return ()
        heard, first = days_to_be_heard(plan), self.after(window.start)
        return tuple(
            m
            for m in self._municipalities
            if m.schedule
            and first.get(m.code, date.max) > window.end
            and opportunity_of(m, window, heard, self._eenheid).cannot_be_heard
        )

    def _look_for(self, delivered_on: date) -> Iterator[tuple[str, date]]:
        known = [m for m in self._municipalities if m.schedule]
        for recess, alike in self._eenheid.by_recess(known):
            ready: dict[int, date | None] = {}
            for m in alike:
                if m.lead_weeks not in ready:
                    ready[m.lead_weeks] = _ready(m.lead_time, delivered_on, recess)
                day = ready[m.lead_weeks]
                if m.schedule and day and (first := m.schedule.first_from(day, recess)):
                    yield m.code, first


def _ready(lead: LeadTime, delivered_on: date, recess: Recess) -> date | None:
    """Return the first day on which a council can decide, if the school holidays are known."""
    try:
        return lead.after(delivered_on, recess)
    except RecessUnknownError:
        return None
