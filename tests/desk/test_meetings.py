# SPDX-License-Identifier: EUPL-1.2
"""A griffie hands in the calendar of its council, and sees what is understood before it counts."""

import hashlib
import re
from datetime import date

import pytest
from httpx import Response

from gehoord.desk.waiting import WAITS_NO_MORE
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.receipt import MOST_A_DAY, SentForm
from tests.calendar.incoming.files import calendar_of, file_of
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.story import ASKED, heard

FITS, LATER = "20270916", "20271111"
OTHERS = file_of(
    "UID:1\nSUMMARY:Raadsvergadering\nDTSTART:20270916T193000",
    "UID:2\nSUMMARY:Commissie Bestuur\nDTSTART:20270902T193000",
    "UID:3\nSUMMARY:Raadsavond\nDTSTART:20270923T193000",
)


class AtTheMeetings:
    """Somebody at the page of meetings."""

    def __init__(self, found: Balie, who: str) -> None:
        self.balie = found
        self.path = f"{found.page(who)}/vergaderingen"

    def page(self) -> Response:
        return self.balie.get(self.path)

    def hands_in(self, content: bytes, **chosen: str) -> Response:
        data = {"sleutel": hidden(self.page(), "sleutel"), "telt": "naam", **chosen}
        files = {"bestand": ("raad.ics", content, "text/calendar")}
        return self.balie.post(self.path, data=data, files=files)

    def agrees(self, seen: Response, below: str = "/vastleggen", **other: str) -> Response:
        fields = ("sleutel", "wacht", "naam", "wie", "telt", "woord", "gezien")
        data = {field: hidden(seen, field) for field in fields} | other
        return self.balie.post(f"{self.path}{below}", data=data)


@pytest.fixture
def asked(balie: Open) -> Balie:
    return balie("asked", ASKED)


@pytest.fixture
def griffie(asked: Balie) -> AtTheMeetings:
    return AtTheMeetings(asked, "Haarlem")


def days_of(found: Balie, key: str) -> tuple[date, ...]:
    return found.story.state.opened.meetings[key].days


def test_a_griffie_sees_what_is_understood_of_its_calendar_before_it_counts(
    griffie: AtTheMeetings,
) -> None:
    before = griffie.balie.story.everything()
    seen = griffie.hands_in(OTHERS)
    assert seen.status_code == 200
    text = read(seen.text)
    assert "Er is nog niets vastgelegd. Kijk of dit klopt." in text
    rows = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>", seen.text)
    assert rows[0] == ("donderdag 16 september 2027", "Raadsvergadering", "ja")
    assert [row[2][:3] for row in rows[1:]] == ["nee", "nee"]
    assert "Van de raad van Haarlem is 1 vergadering bekend" in text
    assert griffie.balie.story.everything() == before

    done = griffie.agrees(seen)
    assert done.status_code == 303
    receipt = read(griffie.balie.get(done.headers["location"]).text)
    assert "Van de raad van Haarlem is 1 vergadering bekend" in receipt
    assert hashlib.sha256(OTHERS).hexdigest() in receipt
    assert days_of(griffie.balie, "GM0392") == (date(2027, 9, 16),)
    assert "16 september 2027" in read(griffie.page().text)
    after = griffie.balie.story.everything()
    again = griffie.agrees(seen)
    assert again.headers["location"] == done.headers["location"]
    assert griffie.balie.story.everything() == after != before


def test_what_is_understood_now_must_be_what_was_seen(griffie: AtTheMeetings) -> None:
    seen = griffie.hands_in(OTHERS)
    griffie.balie.story.does(heard("Haarlem", ASKED))
    before = griffie.balie.story.everything()
    other = griffie.agrees(seen)
    assert "Er is intussen iets veranderd." in read(other.text)
    assert griffie.balie.story.everything() == before
    griffie.agrees(other)
    assert days_of(griffie.balie, "GM0392") == (date(2027, 9, 16),)


def test_nothing_else_is_recorded_than_what_was_seen(griffie: AtTheMeetings) -> None:
    before = griffie.balie.story.everything()
    other = griffie.agrees(griffie.hands_in(OTHERS), telt="alles")
    assert "Er is intussen iets veranderd." in read(other.text)
    assert griffie.balie.story.everything() == before


def test_what_counts_is_chosen_again_without_handing_the_file_in_again(
    griffie: AtTheMeetings,
) -> None:
    seen = griffie.hands_in(OTHERS)
    other = griffie.agrees(seen, below="", telt="woord", woord="raadsavond")
    assert "Raadsavond" in read(other.text)
    griffie.agrees(other)
    assert days_of(griffie.balie, "GM0392") == (date(2027, 9, 23),)


def test_a_griffie_hands_in_the_calendar_of_its_own_council_alone(asked: Balie) -> None:
    griffie = AtTheMeetings(asked, "Haarlem")
    griffie.agrees(griffie.hands_in(calendar_of(FITS).content, wie="Texel"), wie="Texel")
    assert set(asked.story.state.opened.meetings) == {"GM0392"}
    assert "adres" not in re.findall(r'<input[^>]* name="(\w+)"', griffie.page().text)


def test_a_body_hands_in_its_own_and_the_adviser_that_of_everybody(asked: Balie) -> None:
    body = AtTheMeetings(asked, "rbop")
    body.agrees(body.hands_in(calendar_of("20270311", LATER).content))
    adviser = AtTheMeetings(asked, "adviseur")
    adviser.agrees(adviser.hands_in(calendar_of(FITS).content, wie="Hoorn"))
    assert set(asked.story.state.opened.meetings) == {"rbop", "GM0405"}
    assert "Let op" in read(body.hands_in(calendar_of("20270311", LATER).content).text)


def test_what_is_no_calendar_is_refused_in_a_sentence_and_nothing_waits(
    griffie: AtTheMeetings,
) -> None:
    for content in (b"%PDF-1.7 \n%%EOF", b"", OTHERS.replace(b"Raadsvergadering", b"Commissie")):
        answer = griffie.hands_in(content)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert "vastleggen" not in answer.text


def test_what_waits_no_more_is_said_to_the_adviser(asked: Balie) -> None:
    adviser = AtTheMeetings(asked, "adviseur")
    seen = adviser.hands_in(calendar_of(FITS).content, wie="Hoorn")
    assert "Vastgelegd" in read(adviser.agrees(seen).text)
    again = adviser.agrees(seen)
    assert (again.status_code, WAITS_NO_MORE in read(again.text)) == (409, True)


def test_a_link_fills_no_disk_with_calendars(griffie: AtTheMeetings) -> None:
    with griffie.balie.story.register.changing("klein", ASKED, "proef", "proef") as change:
        access = change.all(Access, "klein", recipient="GM0392")[0]
        at = griffie.balie.story.register.now()
        sent = SentForm("n", "klein", access.recipient, "vergaderingen", {})
        change.add(
            sent.receipt("x", at).model_copy(update={"id": f"n{n}"}) for n in range(MOST_A_DAY)
        )
    seen = griffie.hands_in(OTHERS)
    answer = griffie.agrees(seen)
    assert answer.status_code == 422
    assert "U stuurde in een dag al" in read(answer.text)


def test_an_address_inside_the_own_network_is_not_asked(asked: Balie) -> None:
    adviser = AtTheMeetings(asked, "adviseur")
    data = {"sleutel": hidden(adviser.page(), "sleutel"), "telt": "naam", "wie": "Hoorn"}
    answer = asked.post(adviser.path, data=data | {"adres": "https://127.0.0.1/raad.ics"})
    assert answer.status_code == 422
    assert "ligt in een eigen netwerk" in read(answer.text)


def test_the_burgemeester_and_offices_have_no_calendar_to_hand_in(asked: Balie) -> None:
    for who in ("burgemeester van Haarlem", "hoofdofficier"):
        assert asked.get(f"{asked.page(who)}/vergaderingen").status_code == 404
