"""What stands in the calendar of a griffie and of a body."""

from datetime import UTC, date, datetime

import pytest
import vobject

from gehoord.domain.eenheid import Eenheid
from gehoord.domain.errors import GehoordError
from gehoord.domain.facts import Facts
from gehoord.domain.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store.facts import facts_of
from gehoord.store.register import Register
from gehoord.tasks.calendars import calendar_of
from gehoord.tasks.settings import settings


@pytest.fixture
def facts(register: Register, small: tuple[Proposal, Eenheid, str]) -> Facts:
    open_dossier(register, "klein", *small, date(2027, 1, 5))
    with register.reading() as reader:
        return facts_of(reader, "klein")


def line(facts: Facts, owner: str, title: str) -> vobject.base.Component:
    events = vobject.readOne(calendar_of(facts, owner).decode()).contents["vevent"]
    (found,) = [e for e in events if title in e.summary.value]
    return found


def test_a_griffie_sees_the_last_day_to_be_heard_and_what_it_rests_on(facts: Facts) -> None:
    hearing = line(facts, "GM0448", "raad horen over het ontwerp")
    assert (hearing.dtstart.value, hearing.dtend.value) == (date(2027, 10, 7), date(2027, 10, 8))
    assert "Dit kan vanaf 18 juni 2027. Uiterlijk 7 oktober 2027." in hearing.description.value
    assert "Politiewet 2012, art. 38b lid 2" in hearing.description.value
    assert hearing.transp.value == "TRANSPARENT"


def test_a_body_sees_its_meeting_at_its_hour(facts: Facts) -> None:
    adoption = line(facts, "rbop", "beleidsplan vaststellen")
    assert adoption.dtstart.value.astimezone(UTC) == datetime(2027, 11, 4, 8, 30, tzinfo=UTC)
    assert adoption.location.value == "Stadhuis, Haarlem"
    assert adoption.transp.value == "OPAQUE"


def test_a_calendar_names_the_mailbox_behind_the_procedure(facts: Facts) -> None:
    hearing = line(facts, "GM0448", "raad horen")
    assert hearing.organizer.value == "mailto:adviseur@gehoord.invalid"
    assert hearing.organizer.params["CN"] == ["Beleidsplan Klein"]


def test_a_sender_that_is_no_single_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEHOORD_MAIL_FROM", "Bureau <a@b.example>, c@d.example")
    settings.cache_clear()
    with pytest.raises(GehoordError, match="GEHOORD_MAIL_FROM kan niet"):
        settings()
    settings.cache_clear()
