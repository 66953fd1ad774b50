# SPDX-License-Identifier: EUPL-1.2
"""One entry apart, to put in a calendar by hand: with an alarm, which a feed never has."""

from datetime import timedelta
from typing import Final

from icalendar import Alarm

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.event import calendar, event
from gehoord.calendar.ical.text import Text

BEFORE_DAY: Final = timedelta(days=7) - timedelta(hours=9)
"""Before a last day it rings a week ahead at nine in the morning: whole days begin at midnight."""
BEFORE_MEETING: Final = timedelta(days=1)


def single(entry: Entry, organizer: Address | None) -> bytes:
    """Return one entry as a calendar of its own; what lapsed rings no more."""
    published, written = calendar("PUBLISH"), event(entry, organizer)
    if not entry.cancelled:
        written.add_component(_alarm(entry))
    published.add_component(written)
    return bytes(published.to_ical())


def _alarm(entry: Entry) -> Alarm:
    """Return an alarm that shows the title (RFC 5545 3.6.6)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", Text(entry.summary))
    alarm.add("trigger", -(BEFORE_MEETING if entry.is_meeting else BEFORE_DAY))
    return alarm
