# SPDX-License-Identifier: EUPL-1.2
"""The calendar a griffie or an adviser subscribes to."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from icalendar import vDuration

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.event import calendar, event
from gehoord.calendar.ical.text import Text, one_line
from gehoord.calendar.ical.zone import AMSTERDAM

REFRESH: Final = timedelta(hours=12)
LAPSED_SHOWN: Final = timedelta(days=90)
COLOUR_NAME = re.compile("[a-z]+")


def feed(
    name: str, entries: Iterable[Entry], organizer: Address | None, colour: str = "steelblue"
) -> bytes:
    """Return the entries as one published calendar: the same entries give the same bytes.

    Nobody is invited by it and nothing rings: no attendees, no alarms.

    Args:
        name: what people see as the name of the calendar.
        entries: in any order; pass them through ``shown`` first.
        organizer: the functional mailbox behind the procedure.
        colour: a colour name of CSS (RFC 7986 5.9).

    Raises:
        ValueError: two entries are the same step of the same owner, or the colour is no name.
    """
    found = sorted(entries, key=lambda entry: (entry.first_moment, entry.uid))
    if twice := [key for key, times in Counter(e.key for e in found).items() if times > 1]:
        raise ValueError(f"Dubbel in de agenda: {'; '.join(' / '.join(key) for key in twice)}.")
    if not COLOUR_NAME.fullmatch(colour):
        raise ValueError(f"{colour!r} is geen kleurnaam. Kies een naam uit CSS, zoals steelblue.")
    frame = _frame(name, colour).removesuffix(_END)
    return b"".join([frame, *(_event(entry, organizer) for entry in found), _END])


_END: Final = b"END:VCALENDAR\r\n"


@lru_cache(maxsize=2048)
def _frame(name: str, colour: str) -> bytes:
    """Return a calendar without entries."""
    published = calendar("PUBLISH")
    published.add("name", Text(one_line(name)))
    published.add("x-wr-calname", Text(one_line(name)))
    published.add("refresh-interval", vDuration(REFRESH, params={"VALUE": "DURATION"}))
    published.add("x-published-ttl", vDuration(REFRESH))
    published.add("color", colour)
    return bytes(published.to_ical())


@lru_cache(maxsize=8192)
def _event(entry: Entry, organizer: Address | None) -> bytes:
    """Build an event once: the calendar of a whole dossier holds many, of which few change."""
    return bytes(event(entry, organizer).to_ical())


def shown(entries: Iterable[Entry], on: date) -> list[Entry]:
    """Leave out what lapsed more than 90 days before ``on``; the ninetieth day still shows it."""
    return [
        entry
        for entry in entries
        if not entry.cancelled or entry.changed_at.astimezone(AMSTERDAM).date() + LAPSED_SHOWN >= on
    ]
