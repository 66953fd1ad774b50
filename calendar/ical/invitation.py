# SPDX-License-Identifier: EUPL-1.2
"""The mail part that puts a meeting in one person's calendar, or takes it out (iMIP, RFC 6047)."""

from email.message import EmailMessage

from gehoord.calendar.ical.address import Address, calendar_address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.event import calendar, event


def method(entry: Entry) -> str:
    """Return what the mail asks: CANCEL for a meeting that lapsed, else REQUEST."""
    return "CANCEL" if entry.cancelled else "REQUEST"


def invitation(entry: Entry, organizer: Address, *attendees: Address) -> bytes:
    """Return a calendar of this one meeting that invites the attendees, or cancels.

    A cancellation reaches the invitation because it has the same UID and a higher sequence. No
    answer by mail is asked for.

    See RFC 5546 3.2.2 and 3.2.5.

    Raises:
        ValueError: the entry is a matter of days; those are not meetings.
    """
    if not entry.is_meeting:
        raise ValueError(
            f"{' / '.join(entry.key)} is geen vergadering; "
            "een termijn staat alleen in de agenda waarop men zich abonneert."
        )
    asked = event(entry, organizer)
    asks = {"role": "REQ-PARTICIPANT", "partstat": "NEEDS-ACTION", "rsvp": "FALSE"}
    for attendee in attendees:
        asked.add("attendee", calendar_address(attendee, **asks))
    sent = calendar(method(entry))
    sent.add_component(asked)
    return bytes(sent.to_ical())


def invitation_part(content: bytes, method: str) -> EmailMessage:
    """Return an invitation as a part of a mail, to attach as the last of its alternatives.

    Its ``method`` parameter is the METHOD of the calendar it holds, or programs show no buttons
    (RFC 6047 2.4). It travels in base64, so that no mail server touches its line ends.
    """
    part = EmailMessage()
    part.set_content(
        content,
        maintype="text",
        subtype="calendar",
        cte="base64",
        params={"charset": "UTF-8", "method": method, "component": "VEVENT"},
    )
    del part["MIME-Version"]  # the mail around it has one
    return part
