# SPDX-License-Identifier: EUPL-1.2
"""Bodies are invited to their meetings by mail, and told when one moves or lapses (RFC 6047)."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import pairwise
from pathlib import Path

import pytest
import vobject

from gehoord.domain.acts.report import Corrected, StepDone, StepLapsed, ThemesChosen
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.sitting import Sitting
from gehoord.domain.errors import ProposalError, RefusedError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.start import start
from gehoord.flows.watch import look
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import settings
from gehoord.templates.calendars import calendar_of, entry, mailbox
from tests.tasks.postbus import Postbus, in_earnest, live

DAY = date(2027, 1, 5)
Small = tuple[Proposal, Eenheid, str]
DELIBERATION = """
[[stap]]
id = "rbop-maart"
titel = "thema's bespreken"
fase = "themas"
soort = "vergadering"
actiehouder = "rbop"
wanneer = "34 weken voor vaststelling"
"""


@pytest.fixture
def started(register: Register, small: Small) -> Register:
    open_dossier(register, "klein", *small, DAY)
    start(register, "klein", DAY)
    return register


def invitations(register: Register) -> list[Message]:
    """Return them in the order in which they were made."""
    with register.reading() as reader:
        found = reader.all(Message, "klein")
    return sorted((m for m in found if m.kind is MessageKind.INVITATION), key=lambda m: m.edition)


def event(message: Message) -> vobject.base.Component:
    return vobject.readOne(message.attachments[0].content).vevent


def of(step: str, register: Register) -> list[Message]:
    return [m for m in invitations(register) if m.step == step]


def test_a_body_is_invited_once_to_each_meeting_to_come(started: Register) -> None:
    assert [m.id for m in invitations(started)] == [
        "klein/themas/rbop|uitnodiging 0|rbop",
        "klein/vaststelling/rbop|uitnodiging 0|rbop",
    ]
    assert {m.address for m in invitations(started)} == {"rbop@klein.example"}
    start(started, "klein", DAY)
    look(started, "klein", date(2027, 1, 6))
    assert len(invitations(started)) == 2


def test_the_invitation_has_the_hour_the_place_and_the_zone(started: Register) -> None:
    (adoption,) = of("vaststelling", started)
    meeting = event(adoption)
    assert meeting.dtstart.value.astimezone(UTC) == datetime(2027, 11, 4, 8, 30, tzinfo=UTC)
    assert meeting.dtend.value.astimezone(UTC) == datetime(2027, 11, 4, 11, tzinfo=UTC)
    assert meeting.location.value == "Stadhuis, Haarlem"
    assert meeting.organizer.value == "mailto:adviseur@gehoord.invalid"
    assert meeting.attendee.value == "mailto:rbop@klein.example"
    assert "Wanneer: donderdag 4 november 2027, van 09.30 tot 12.00 uur" in adoption.body


def test_it_reaches_the_mail_server_as_an_alternative_with_its_method(
    started: Register, tmp_path: Path, postbus: tuple[Postbus, int]
) -> None:
    move(started, "klein", "themas", date(2027, 4, 1), "er is meer tijd nodig", DAY)
    record(started, "klein", StepLapsed(on=DAY, step="themas", reason="geen thema's nodig"), DAY)
    with started.changing("klein", DAY, "adviseur", "test") as change:
        change.redirect(
            [m for m in change.all(Message, "klein") if not m.address], "griffie@klein.example"
        )
    assert deliver(in_earnest(started), live(tmp_path, postbus[1])).held == ()
    methods = []
    for envelope in postbus[0].received:
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        if mail["To"] != "rbop@klein.example":  # a letter to a griffie
            continue
        assert mail.get_content_type() == "multipart/alternative"
        words, calendar = mail.iter_parts()
        assert (words.get_content_type(), calendar.get_content_type()) == (
            "text/plain",
            "text/calendar",
        )
        assert isinstance(calendar, EmailMessage)
        content = calendar.get_content()
        assert vobject.readOne(content).method.value == calendar.get_param("method")
        [sender] = mail["From"].addresses
        assert sender.display_name == "Beleidsplan Klein"
        assert vobject.readOne(content).vevent.organizer.value == f"mailto:{sender.addr_spec}"
        methods.append(calendar.get_param("method"))
    assert sorted(map(str, methods)) == ["CANCEL", "REQUEST", "REQUEST", "REQUEST"]


def test_a_meeting_that_moves_is_invited_to_anew_each_time(started: Register) -> None:
    for to in (date(2027, 4, 1), date(2027, 3, 11)):
        done = move(started, "klein", "themas", to, "er is meer tijd nodig", DAY)
        assert "RBOP" in done.told
    asked = [event(m) for m in of("themas", started)]
    assert len({e.uid.value for e in asked}) == 1
    assert [e.sequence.value for e in asked] == ["0", "1", "2"]
    assert [e.dtstart.value.astimezone(UTC).isoformat() for e in asked] == [
        "2027-03-11T08:30:00+00:00",
        "2027-04-01T07:30:00+00:00",
        "2027-03-11T08:30:00+00:00",
    ]


def test_a_meeting_that_lapses_is_taken_back(started: Register) -> None:
    dropped = StepLapsed(on=DAY, step="themas", reason="de thema's staan al vast")
    assert record(started, "klein", dropped, DAY).text == "Vervallen: thema's vaststellen."
    asked, taken_back = map(event, of("themas", started))
    assert asked.uid.value == taken_back.uid.value
    assert (taken_back.status.value, taken_back.sequence.value) == ("CANCELLED", "1")
    assert "gaat niet door" in of("themas", started)[1].body
    with pytest.raises(RefusedError, match="niets open dat kan vervallen"):
        record(started, "klein", dropped, DAY)


def test_a_meeting_that_goes_on_after_all_is_invited_to_again(started: Register) -> None:
    dropped = StepLapsed(on=DAY, step="themas", reason="de thema's staan al vast")
    record(started, "klein", dropped, DAY)
    mistake = Corrected(on=DAY, step="themas", reason="zij gaat toch gewoon door")
    record(started, "klein", mistake, DAY)
    news = [event(m) for m in of("themas", started)]
    assert [(e.status.value, e.sequence.value) for e in news] == [
        ("CONFIRMED", "0"),
        ("CANCELLED", "1"),
        ("CONFIRMED", "2"),
    ]


def test_whoever_was_not_invited_gets_no_cancellation(register: Register, small: Small) -> None:
    open_dossier(register, "klein", *small, DAY)
    dropped = StepLapsed(on=DAY, step="themas", reason="de thema's staan al vast")
    record(register, "klein", dropped, DAY)
    assert invitations(register) == []


def test_a_meeting_of_the_past_is_let_be(register: Register, small: Small) -> None:
    open_dossier(register, "klein", *small, DAY)
    look(register, "klein", date(2027, 3, 12))
    assert [m.id for m in invitations(register)] == ["klein/vaststelling/rbop|uitnodiging 0|rbop"]


def test_a_body_without_an_address_or_without_an_hour_is_not_invited(
    register: Register, small: Small
) -> None:
    proposal, eenheid, text = small
    for number, changes in enumerate(({"address": None}, {"sitting": None})):
        parties = tuple(p.model_copy(update=changes) for p in eenheid.parties)
        name = f"klein-{number}"
        changed = eenheid.model_copy(update={"parties": parties})
        open_dossier(register, name, proposal, changed, text, DAY)
        start(register, name, DAY)
        with register.reading() as reader:
            assert len(reader.all(Message, name)) == 3


@pytest.fixture
def deliberating(register: Register, small: Small) -> Register:
    """The RBOP deliberates in a meeting of its own, and chooses the themes in it."""
    text = small[2].replace('na = ["advies"]', 'na = ["advies", "rbop-maart"]') + DELIBERATION
    open_dossier(register, "klein", read_toml(Proposal, text.encode(), "k"), small[1], text, DAY)
    start(register, "klein", DAY)
    return register


def lapse(step: str, register: Register) -> None:
    record(register, "klein", StepLapsed(on=DAY, step=step, reason="daar is geen tijd voor"), DAY)


def told(step: str, register: Register) -> list[tuple[str, str, str]]:
    """Return of each message about a step: status, sequence and day."""
    return [
        (e.status.value, e.sequence.value, e.dtstart.value.date().isoformat())
        for e in map(event, of(step, register))
    ]


def test_a_meeting_and_the_besluit_in_it_are_one_invitation(deliberating: Register) -> None:
    assert of("themas", deliberating) == []
    (meeting,) = of("rbop-maart", deliberating)
    assert "- Wat: thema's bespreken\n- Ook: thema's vaststellen" in meeting.body
    assert "thema's vaststellen" in event(meeting).description.value


def test_a_besluit_keeps_its_hour_when_the_meeting_around_it_lapses(deliberating: Register) -> None:
    lapse("rbop-maart", deliberating)
    assert told("rbop-maart", deliberating) == [
        ("CONFIRMED", "0", "2027-03-11"),
        ("CANCELLED", "1", "2027-03-11"),
    ]
    assert told("themas", deliberating) == [("CONFIRMED", "0", "2027-03-11")]


def test_a_besluit_that_lapses_leaves_the_agenda_of_its_meeting(deliberating: Register) -> None:
    lapse("themas", deliberating)
    _, again = of("rbop-maart", deliberating)
    assert "thema's vaststellen" not in again.body + event(again).description.value
    assert told("rbop-maart", deliberating)[1] == ("CONFIRMED", "1", "2027-03-11")


def test_two_meetings_that_become_one_leave_no_stale_invitation(
    register: Register, small: Small
) -> None:
    text = small[2] + DELIBERATION.replace("34 weken", "36 weken")
    open_dossier(register, "klein", read_toml(Proposal, text.encode(), "k"), small[1], text, DAY)
    start(register, "klein", DAY)
    for to in (date(2027, 3, 11), date(2027, 3, 18)):
        move(register, "klein", "rbop-maart", to, "er is meer tijd nodig", DAY)
    assert told("rbop-maart", register) == [
        ("CONFIRMED", "0", "2027-02-25"),
        ("CONFIRMED", "1", "2027-03-11"),
        ("CONFIRMED", "2", "2027-03-18"),
    ]
    assert told("themas", register) == [
        ("CONFIRMED", "0", "2027-03-11"),
        ("CANCELLED", "1", "2027-03-11"),
        ("CONFIRMED", "2", "2027-03-11"),
    ]


def test_a_meeting_that_was_held_is_not_called_off(deliberating: Register) -> None:
    held = date(2027, 3, 11)
    record(deliberating, "klein", StepDone(on=held, step="rbop-maart"), held)
    look(deliberating, "klein", held)
    assert len(invitations(deliberating)) == 2  # this one and the adoption


def test_a_besluit_of_a_meeting_that_was_held_before_its_day_is_a_meeting_of_its_own(
    deliberating: Register,
) -> None:
    record(deliberating, "klein", StepDone(on=DAY, step="rbop-maart"), DAY)
    assert told("rbop-maart", deliberating)[-1] == ("CANCELLED", "1", "2027-03-11")
    assert told("themas", deliberating) == [("CONFIRMED", "0", "2027-03-11")]
    lapse("themas", deliberating)
    assert told("themas", deliberating)[-1] == ("CANCELLED", "1", "2027-03-11")


def in_feed(register: Register, step: str) -> vobject.base.Component:
    """Return a step as it stands in the calendar that the body subscribes to."""
    with register.reading() as reader:
        state = state_of(reader, "klein")
    [action] = state.actions.where(step=step)
    calendar = calendar_of(state, mailbox(state, settings().mail_from), action.owner)
    uid = entry(action, DAY, "", None).uid
    [found] = [e for e in vobject.readOne(calendar.decode()).vevent_list if e.uid.value == uid]
    return found


def shown(event: vobject.base.Component) -> tuple[object, ...]:
    """Return what people see of an event: when, where, and whether it is held."""
    return event.dtstart.value, event.dtend.value, event.location.value, event.status.value


def test_feed_and_mail_show_one_meeting_alike_whatever_happens_to_it(started: Register) -> None:
    stamps = []
    for happens in (
        lambda: None,
        lambda: move(started, "klein", "themas", date(2027, 4, 1), "er is meer tijd nodig", DAY),
        lambda: lapse("themas", started),
        lambda: record(
            started, "klein", Corrected(on=DAY, step="themas", reason="zij gaat toch door"), DAY
        ),
        lambda: record(started, "klein", ThemesChosen(on=DAY, themes=("Jeugd",)), DAY),
    ):
        happens()
        fed, mailed = in_feed(started, "themas"), event(of("themas", started)[-1])
        assert shown(fed) == shown(mailed)
        assert fed.dtend.value > fed.dtstart.value
        stamps.append((fed.dtstamp.value, mailed.dtstamp.value, int(fed.sequence.value)))
    assert stamps == sorted(set(stamps))
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(stamps))
    assert shown(in_feed(started, "themas"))[-1] == "CANCELLED"


def test_a_besluit_in_a_meeting_keeps_its_hour_when_it_lapses(deliberating: Register) -> None:
    before = in_feed(deliberating, "themas")
    assert shown(before)[0] == shown(in_feed(deliberating, "rbop-maart"))[0]
    lapse("themas", deliberating)
    after = in_feed(deliberating, "themas")
    assert shown(after) == (*shown(before)[:-1], "CANCELLED")
    assert after.summary.value.startswith("VERVALLEN: ")


def test_an_hour_has_no_fraction_of_a_second() -> None:
    with pytest.raises(ProposalError, match="zonder delen van een seconde"):
        read_toml(Sitting, b"aanvang = 09:30:00.5", "eenheid")
