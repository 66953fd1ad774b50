# SPDX-License-Identifier: EUPL-1.2
"""Guests hear by mail of an information session to come, of a change, and that it is off (S003)."""

from datetime import date

import pytest
import vobject

from gehoord.domain.acts.report import (
    AddressGiven,
    Corrected,
    Reached,
    Report,
    SessionCalledOff,
    SessionHeld,
    SessionMoved,
    SessionPlanned,
)
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.flows.watch import look
from gehoord.tasks.settings import settings
from gehoord.templates.calendars import calendar_of, mailbox
from gehoord.templates.told_sessions import sessions_of
from tests.conftest import read_day
from tests.story import OPENED
from tests.story_in_register import StoryInRegister, ToldInRegister

DAY = read_day("Thu 2027-02-11")
LATER = read_day("Tue 2027-02-16")
GUESTS = ("burgemeesters", "ambtenaren OOV", "RBOP", "samenwerkingspartners")


def planned(day: date = DAY, **more: object) -> SessionPlanned:
    said = {"on": OPENED, "day": day, "start": "13:30", "end": "16:00", "place": "Stadhuis, Hoorn"}
    return SessionPlanned.model_validate({**said, "invited": GUESTS, **more})


@pytest.fixture
def opened(told: ToldInRegister) -> StoryInRegister:
    """The burgemeester and the official of Haarlem, and the RBOP, have an address."""
    story = told("opened")
    for of in (Reached.BURGEMEESTER, Reached.SAFETY_OFFICIAL):
        address = f"{of}@haarlem.example"
        story.does(AddressGiven(on=OPENED, who="Haarlem", address=address, of=of))
    return story


def invited(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        found = reader.all(Message, "klein", kind=MessageKind.INVITATION)
    mine = [message for message in found if message.rung.startswith("sessie")]
    return sorted(mine, key=lambda message: (message.edition, message.recipient))


def new_after(story: StoryInRegister, report: Report) -> list[Message]:
    known = {message.id for message in invited(story)}
    story.does(report, report.on)
    return [message for message in invited(story) if message.id not in known]


def event(message: Message) -> vobject.base.Component:
    return vobject.readOne(message.attachments[0].content).vevent


def test_a_guest_with_an_address_is_invited_once_with_an_entry_for_the_calendar(
    opened: StoryInRegister,
) -> None:
    mails = new_after(opened, planned())
    assert [mail.recipient for mail in mails] == [
        "ambtenaren-oov GM0392",
        "burgemeesters GM0392",
        "rbop",
    ]
    official, burgemeester, _ = mails
    assert official.subject == (
        "Beleidsplan 2028-2031, uitnodiging: informatiesessie, donderdag 11 februari 2027"
    )
    assert "aan de leden van uw gemeenteraad" in official.body
    assert "aan de leden" not in burgemeester.body
    assert "de gemeenteraad wordt er niet gehoord" in burgemeester.body
    held = event(burgemeester)
    assert held.dtstart.value.isoformat() == "2027-02-11T13:30:00+01:00"
    assert held.location.value == "Stadhuis, Hoorn"
    look(opened.register, "klein", OPENED)
    assert len(invited(opened)) == 3, "said once"


def test_a_move_is_told_as_the_same_entry_and_calling_off_takes_it_out(
    opened: StoryInRegister,
) -> None:
    first, *_ = new_after(opened, planned())
    moved, *others = new_after(opened, SessionMoved(on=OPENED, session="1", day=LATER))
    assert len(others) == 2
    assert "De nieuwe gegevens" in moved.body
    assert event(moved).uid.value == event(first).uid.value
    assert int(event(moved).sequence.value) > int(event(first).sequence.value)
    reason = "de zaal is die dag bezet"
    off, *_ = new_after(opened, SessionCalledOff(on=OPENED, session="1", reason=reason))
    assert off.calls_off
    assert "gaat niet door" in off.subject
    again = Corrected(on=OPENED, report="sessie-vervalt", reason="de zaal is toch vrij")
    assert [mail.calls_off for mail in new_after(opened, again)] == [False] * 3
    gone = Corrected(on=OPENED, report="informatiesessie", reason="dat was een andere eenheid")
    assert [mail.calls_off for mail in new_after(opened, gone)] == [True] * 3


def test_of_a_day_that_is_over_nobody_is_invited(opened: StoryInRegister) -> None:
    assert new_after(opened, planned(on=LATER)) == []
    held = SessionHeld(on=LATER, session="1", attendance=("45",))
    assert new_after(opened, held) == []


def test_who_gets_an_address_later_is_invited_then(opened: StoryInRegister) -> None:
    new_after(opened, planned())
    late = AddressGiven(on=OPENED, who="Texel", address="b@texel.example", of=Reached.BURGEMEESTER)
    opened.does(late, OPENED)
    look(opened.register, "klein", OPENED)
    assert "b@texel.example" in {mail.address for mail in invited(opened)}


def test_it_stands_in_the_calendars_and_on_the_pages_of_its_guests(
    opened: StoryInRegister,
) -> None:
    opened.does(planned(invited=("burgemeesters",)))
    state = opened.state
    organizer = mailbox(state, settings().mail_from)
    assert b"Informatiesessie: " in calendar_of(state, organizer)
    assert b"Informatiesessie: " in calendar_of(state, organizer, "GM0392")
    assert b"Informatiesessie: " not in calendar_of(state, organizer, "rbop")
    [told] = sessions_of(state, "burgemeesters GM0392")
    assert told.place_and_time.startswith("donderdag 11 februari 2027, van 13.30")
    assert sessions_of(state, "GM0392") == ()
