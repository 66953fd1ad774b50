# SPDX-License-Identifier: EUPL-1.2
"""Calendar files as griffies send them, made from their events."""

from datetime import date

from gehoord.calendar.incoming.agenda import agenda_in
from gehoord.calendar.span import Span
from gehoord.domain.dossier.document import Document

AUTUMN = Span(date(2027, 9, 1), date(2027, 12, 31))
RAAD = "UID:1\nSUMMARY:Raad\nDTSTART:20270902T193000"
SERIES = "UID:reeks\nSUMMARY:Raad\nDTSTART;TZID=Europe/Amsterdam:20270902T193000"


def file_of(*events: str, head: str = "", end: str = "\r\n") -> bytes:
    """Return a calendar with these events; each is its lines, without begin and end."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//griffie//NL", *head.splitlines()]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.splitlines(), "END:VEVENT"]
    return end.join([*lines, "END:VCALENDAR", ""]).encode()


def days_in(content: bytes) -> list[str]:
    """Return the month and day of each meeting in the autumn of 2027."""
    return [f"{meeting.day:%m-%d}" for meeting in agenda_in(content, "raad.ics", AUTUMN).meetings]


def days(*events: str, head: str = "") -> list[str]:
    """Return the month and day of each meeting in a calendar with these events."""
    return days_in(file_of(*events, head=head))


def calendar_of(*meetings: str, name: str = "raad.ics") -> Document:
    """Return the calendar of a council that meets on these days, each written as 20270916."""
    events = [
        f"UID:{n}\nSUMMARY:Raadsvergadering\nDTSTART:{day}T193000" for n, day in enumerate(meetings)
    ]
    return Document(name=name, media_type="text/calendar", content=file_of(*events))
