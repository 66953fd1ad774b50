# SPDX-License-Identifier: EUPL-1.2
"""Which councils have no meeting at which they can be heard: found by their first that may fit."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from gehoord.calendar.opportunity import LeadTime
from gehoord.calendar.recess import Recess, RecessUnknownError
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.eenheid.schedule import Schedule
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
            self._found[delivered_on] = {
                code: day
                for recess, alike in self._eenheid.by_recess(self._municipalities)
                for code, day in _found(alike, delivered_on, recess)
            }
        return self._found[delivered_on]

    def without_meeting(self, plan: Plan) -> tuple[Municipality, ...]:
        """Return the councils of which it is certain that no meeting fits in the hearing.

        Of a council whose meetings are not known nothing is certain, so it is not looked at. Most
        have a meeting in time; only of the others is it worked out what their hearing leaves them.
        """
        window = hearing_window(plan)
        if window is None:
            return ()
        days, first = days_to_be_heard(plan), self.after(window.start)
        heard = days.span if days else None
        return tuple(
            m
            for m in self._municipalities
            if m.schedule
            and first.get(m.code, date.max) > window.end
            and opportunity_of(m, window, heard, self._eenheid).cannot_be_heard
        )


def _found(
    municipalities: list[Municipality], delivered_on: date, recess: Recess
) -> Iterator[tuple[str, date]]:
    """Yield each council with its first meeting; councils that live alike have the same."""

    @cache
    def ready_on(lead: LeadTime) -> date | None:
        try:
            return lead.after(delivered_on, recess)
        except RecessUnknownError:
            return None

    @cache
    def first(schedule: Schedule, lead: LeadTime) -> date | None:
        ready = ready_on(lead)
        return schedule.first_from(ready, recess) if ready else None

    for municipality in municipalities:
        schedule = municipality.schedule
        if schedule and (day := first(schedule, municipality.lead_time)):
            yield municipality.code, day
