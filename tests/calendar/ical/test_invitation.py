# SPDX-License-Identifier: EUPL-1.2
"""Invitations and cancellations by mail (iMIP, RFC 6047; RFC 5546 3.2.2 and 3.2.5)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.feed import feed
from gehoord.calendar.ical.invitation import invitation, invitation_part, method
from gehoord.calendar.ical.zone import AMSTERDAM

Reader = Callable[[bytes], list[dict[str, Any]]]

MAILBOX = Address("beleidsplan@politie-noord-holland.example", "Secretariaat beleidsplan")
GRIFFIE = Address("griffie@haarlem.example", "Griffie Haarlem")
CHANGED = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
MEETING = Entry(
    key=("imv-2028-2031", "vaststelling", "haarlem"),
    title="Vaststelling van het beleidsplan in het RBOP",
    start=datetime(2027, 11, 4, 20, tzinfo=AMSTERDAM),
    end=datetime(2027, 11, 4, 22, 30, tzinfo=AMSTERDAM),
    location="Stadhuis; Grote Markt 2, Haarlem",
    description="De stukken volgen twee weken vooraf.",
    changed_at=CHANGED,
)
LAPSED = replace(
    MEETING, cancelled=True, sequence=1, changed_at=datetime(2027, 9, 1, 8, 0, tzinfo=UTC)
)


def lines(calendar: bytes) -> list[str]:
    return calendar.decode().replace("\r\n ", "").split("\r\n")


def values(calendar: bytes, name: str) -> list[str]:
    return [line.partition(":")[2] for line in lines(calendar) if line.startswith(f"{name}:")]


def mail(entry: Entry, attendee: Address = GRIFFIE) -> EmailMessage:
    """A whole mail with the part, sent through bytes as a mail server would see it."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = entry.summary
    message["To"] = attendee.mail
    message.set_content("De uitnodiging staat in de agenda bij dit bericht.")
    message.make_alternative()
    message.attach(invitation_part(invitation(entry, MAILBOX, attendee), method(entry)))
    received = message_from_bytes(message.as_bytes(), policy=SMTP)
    assert isinstance(received, EmailMessage)
    return received


def test_an_invitation_is_the_one_on_file(golden: Callable[[str, bytes], None]) -> None:
    golden("request.ics", invitation(MEETING, MAILBOX, GRIFFIE))


def test_a_cancellation_is_the_one_on_file(golden: Callable[[str, bytes], None]) -> None:
    golden("cancel.ics", invitation(LAPSED, MAILBOX, GRIFFIE))


@pytest.mark.parametrize(("entry", "method"), [(MEETING, "REQUEST"), (LAPSED, "CANCEL")])
def test_the_mail_and_the_calendar_in_it_name_the_same_method(entry: Entry, method: str) -> None:
    words, part = mail(entry).iter_parts()
    assert words.get_content_type() == "text/plain"
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == method
    assert part.get_content_charset() == "utf-8"
    assert part.get_payload(decode=True) == invitation(entry, MAILBOX, GRIFFIE)
    assert values(invitation(entry, MAILBOX, GRIFFIE), "METHOD") == [method]


def test_no_line_of_the_mail_needs_eight_bits() -> None:
    message = mail(replace(MEETING, title="Één raad 🚓 " * 40))
    part = list(message.iter_parts())[-1]
    assert part["Content-Transfer-Encoding"] == "base64"
    assert message.as_bytes().isascii()
    assert max(map(len, message.as_bytes().split(b"\r\n"))) <= 78


def test_an_invitation_asks_one_person_and_wants_no_answer_by_mail() -> None:
    calendar = invitation(MEETING, MAILBOX, GRIFFIE)
    (attendee,) = [line for line in lines(calendar) if line.startswith("ATTENDEE")]
    parameters, _, uri = attendee.partition(":")
    assert uri == "mailto:griffie@haarlem.example"
    assert set(parameters.split(";")) == {
        "ATTENDEE",
        'CN="Griffie Haarlem"',
        "PARTSTAT=NEEDS-ACTION",
        "ROLE=REQ-PARTICIPANT",
        "RSVP=FALSE",
    }


def test_a_cancellation_finds_the_invitation_it_takes_back() -> None:
    asked, taken_back = (invitation(entry, MAILBOX, GRIFFIE) for entry in (MEETING, LAPSED))
    assert values(asked, "UID") == values(taken_back, "UID") == [MEETING.uid]
    assert values(asked, "SEQUENCE") == ["0"]
    assert values(taken_back, "SEQUENCE") == ["1"]
    assert values(taken_back, "STATUS") == ["CANCELLED"]
    for party in ("ORGANIZER", "ATTENDEE"):
        assert [line for line in lines(asked) if line.startswith(party)] == [
            line for line in lines(taken_back) if line.startswith(party)
        ]


def test_a_term_is_nothing_to_be_invited_to() -> None:
    term = replace(MEETING, start=date(2027, 10, 15), end=None)
    with pytest.raises(ValueError, match="is geen vergadering"):
        invitation(term, MAILBOX, GRIFFIE)


def test_invitation_and_feed_tell_the_same_meeting(read: Reader) -> None:
    (invited,) = read(invitation(MEETING, MAILBOX, GRIFFIE))
    assert [invited] == read(feed("Agenda", [MEETING], None))
    assert (invited["start"], invited["end"]) == (MEETING.start, MEETING.end)


@settings(max_examples=40, deadline=None)
@given(
    name=st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(['"', ";", ":", ",", "\r\nBCC:", "^n", "\x00\u202e", "é🚓" * 80]),
        ),
        max_size=4,
    ).map("".join)
)
def test_a_hostile_name_stays_a_name(read: Reader, name: str) -> None:
    attendee = Address("griffie@haarlem.example", name)
    calendar = invitation(MEETING, Address(MAILBOX.mail, name), attendee)
    assert read(calendar) == read(invitation(MEETING, MAILBOX, GRIFFIE))
    assert sum(line.startswith("ATTENDEE") for line in lines(calendar)) == 1
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    (part,) = list(mail(MEETING, attendee).iter_parts())[1:]
    assert part.get_payload(decode=True) == invitation(MEETING, MAILBOX, attendee)
