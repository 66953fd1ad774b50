# SPDX-License-Identifier: EUPL-1.2
"""How one entry is written in a calendar."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final

from icalendar import Calendar, Component, Event, Timezone, vUri

from gehoord.calendar.ical.address import Address, calendar_address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.text import Text
from gehoord.calendar.ical.zone import AMSTERDAM, DEFINITION

PRODUCT: Final = "-//Gehoord//Gehoord//NL"
UNKNOWN_LENGTH: Final = timedelta(hours=1)
"""What a meeting takes in a calendar when nobody said when it ends; its description says so."""


def calendar(method: str) -> Calendar:
    """Return a calendar without entries that knows the zone of Amsterdam."""
    frame = Calendar()
    frame.add("version", "2.0")
    frame.add("prodid", PRODUCT)
    frame.add("method", method)
    frame.add("calscale", "GREGORIAN")
    frame.add_component(_zone())
    return frame


@cache
def _zone() -> Component:
    return Timezone.from_ical(DEFINITION)


def event(entry: Entry, organizer: Address | None) -> Event:
    """Return the entry as an event (RFC 5545 3.6.1), without attendee and without alarm.

    Whole days end on the day after the last one, as the format wants it. What lapsed blocks no
    time, for readers that show it all the same.
    """
    blocks = entry.is_meeting and not entry.cancelled
    written = Event()
    written.add("uid", entry.uid)
    written.add("sequence", entry.sequence)
    written.add("dtstamp", entry.changed_at)
    written.add("last-modified", entry.changed_at)
    written.add("dtstart", _written(entry.start))
    written.add("dtend", _end(entry))
    written.add("summary", Text(entry.summary))
    written.add("status", entry.status)
    written.add("transp", "OPAQUE" if blocks else "TRANSPARENT")
    if entry.explanation:
        written.add("description", Text(entry.explanation))
    if entry.place:
        written.add("location", Text(entry.place))
    if entry.url:
        written.add("url", vUri(entry.url))
    if organizer is not None:
        written.add("organizer", calendar_address(organizer))
    return written


def _end(entry: Entry) -> date | datetime:
    """Return the end: without one a meeting takes no time, and some programs do not show it."""
    if entry.is_meeting:
        return _written(entry.end or entry.start + UNKNOWN_LENGTH)
    return (entry.end or entry.start) + timedelta(days=1)


def _written(moment: date | datetime) -> date | datetime:
    """Return a moment on the clock of Amsterdam, or in UTC in the hour which that clock has twice.

    In the night of the last Sunday of October a local time means the first of the two
    (RFC 5545 3.3.5), but ical.js takes it for the second.
    """
    if not isinstance(moment, datetime):
        return moment
    local = moment.astimezone(AMSTERDAM)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return local.astimezone(UTC) if twice else local
