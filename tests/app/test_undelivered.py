# SPDX-License-Identifier: EUPL-1.2
"""Mail that does not arrive: the adviser hears of it once, and check and status name it."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path
from zipfile import ZipFile

import pytest

from gehoord.tasks.settings import settings
from tests.app.conftest import MONDAY, Gehoord, Ran
from tests.conftest import read_day
from tests.tasks.postbus import Postbus, serving

WRONG = "weg@hoorn.example"


@pytest.fixture
def bus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    """A real mail server that knows no such address."""
    handler = Postbus()
    handler.asked[WRONG] = "550 5.1.1 no such user"
    with serving(handler) as port:
        monkeypatch.setenv("GEHOORD_MAIL_MODE", "live")
        monkeypatch.setenv("GEHOORD_SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("GEHOORD_SMTP_PORT", str(port))
        settings.cache_clear()
        yield handler


@pytest.fixture
def asked(bus: Postbus, gehoord: Gehoord, on_day: Callable[[date], None]) -> Gehoord:
    """All three griffies have an address, of which one does not work; the first letter goes out."""
    on_day(MONDAY)
    assert gehoord("open", "klein.toml").code == 0
    for name in ("Haarlem", "Hoorn", "Texel"):
        address = WRONG if name == "Hoorn" else f"griffie@{name.lower()}.example"
        assert gehoord("record", "adres", "klein", name, address).code == 0
    started = gehoord("start", "klein", "start")
    assert started.code == 3
    assert f"Hoorn: het adres werkt niet ({WRONG}: '550 5.1.1 no such user')" in started.out
    return gehoord


def digests(bus: Postbus) -> list[str]:
    """Return what the adviser read about mail that does not arrive."""
    mine = [e.content for e in bus.received if e.rcpt_tos == ["adviseur@gehoord.invalid"]]
    mails = [message_from_bytes(content, policy=policy.default) for content in mine]
    parts = [mail.get_body(("plain",)) for mail in mails if "niet aan" in mail["Subject"]]
    return [part.get_content() for part in parts if part]


def test_check_and_status_name_who_gets_nothing(asked: Gehoord) -> None:
    found = json.loads(asked("check", "klein", "--json").out)["findings"]
    [finding] = [f for f in found if f["code"] == "adres-werkt-niet"]
    assert finding["text"] == "Mail komt niet aan: Hoorn."
    assert finding["steps"] == ["procesbrief"]
    assert f"Mail komt niet aan bij {WRONG}" in asked("status", "klein").out
    [told] = json.loads(asked("status", "klein", "--json").out)["undelivered"]
    assert (told["address"], told["state"]) == (WRONG, "adres werkt niet")


def test_the_adviser_is_told_once_and_a_new_address_ends_it(asked: Gehoord, bus: Postbus) -> None:
    looked = asked("watch")
    assert "1 bericht is niet aangekomen" in looked.out
    assert looked.code == 0
    [digest] = digests(bus)
    assert WRONG in digest
    asked("watch")
    assert len(digests(bus)) == 1
    given = asked("record", "adres", "klein", "Hoorn", "griffie@hoorn.example")
    assert (given.code, "Verzonden: 1 bericht." in given.out) == (0, True)
    assert bus.addresses.count("griffie@hoorn.example") == 1
    assert "niet aangekomen" not in asked("watch").out
    assert "adres-werkt-niet" not in asked("check", "klein").out


def test_an_address_that_fails_again_is_told_again(asked: Gehoord, bus: Postbus) -> None:
    asked("watch")
    bus.asked["ook-weg@hoorn.example"] = "550 5.1.1 no such user"
    assert asked("record", "adres", "klein", "Hoorn", "ook-weg@hoorn.example").code == 3
    asked("watch")
    assert len(digests(bus)) == 2


def test_an_address_of_the_adviser_that_fails_makes_no_mail_about_mail(
    asked: Gehoord, bus: Postbus
) -> None:
    bus.asked["adviseur@gehoord.invalid"] = "550 5.1.1 no such user"
    asked("watch")
    before = len(bus.received)
    for _ in range(3):
        asked("watch")
    assert len(bus.received) == before


def test_what_is_to_be_tried_again_is_named_until_it_left(asked: Gehoord, bus: Postbus) -> None:
    bus.asked["griffie@hoorn.example"] = "451 greylisted"
    assert asked("record", "adres", "klein", "Hoorn", "griffie@hoorn.example").code == 3
    looked = asked("watch")
    assert "1 bericht is niet aangekomen" in looked.out
    assert digests(bus) == []
    assert "Gehoord probeert het opnieuw." in asked("status", "klein").out
    assert "adres-werkt-niet" not in asked("check", "klein").out


@pytest.fixture
def heard(asked: Gehoord, on_day: Callable[[date], None]) -> Gehoord:
    """The councils were asked, Hoorn in vain; their last day has passed."""
    for day, line, code in (
        ("Thu 2027-06-10", "record themas klein Zorg", 0),
        ("Thu 2027-06-10", "record versie klein ontwerp", 0),
        ("Thu 2027-06-10", "record akkoord klein regioburgemeester", 0),
        ("Thu 2027-06-10", "record akkoord klein hoofdofficier", 0),
        ("Thu 2027-06-17", "start klein horen", 3),
    ):
        on_day(read_day(day))
        ran = asked(*line.split())
        assert (ran.code, ran.err) == (code, ""), line
    on_day(read_day("Fri 2027-10-08"))
    return asked


def test_the_silence_of_a_council_that_got_no_ontwerp_is_refused(heard: Gehoord) -> None:
    """Politiewet 2012, art. 38b lid 2: who was not asked, is not silent."""

    def silent(who: str) -> Ran:
        return heard(
            "record", "geen-antwoord", "klein", who, "--reden", "drie keer herinnerd en gebeld"
        )

    for who in ("Hoorn", "alle"):
        refused = silent(who)
        assert refused.code == 2
        assert "Niet gevraagd is de raad van Hoorn" in refused.err
        assert "(melding adres, voor Hoorn)" in refused.err
        assert "art. 38b lid 2" in refused.err
    assert json.loads(heard("status", "klein", "--json").out)["heard"] == 0
    told_of_what_did_not_arrive(heard)
    assert silent("Texel").code == 0
    heard("record", "adres", "klein", "Hoorn", "griffie@hoorn.example")
    assert "aangekomen" not in heard("why", "klein", "horen").out
    assert "Niet gevraagd" not in silent("alle").err
    assert "Niet gevraagd" not in silent("Hoorn").err


def told_of_what_did_not_arrive(heard: Gehoord) -> None:
    """Residents, archivists and the adviser do not read that Hoorn got the ontwerp."""
    assert (
        "Hoorn, pad: ontwerp gestuurd 17 juni 2027, versie 1" in heard("why", "klein", "horen").out
    )
    paths = json.loads(heard("status", "klein", "--json").out)["paths"]
    stands = {path["council"]: path["stations"][0]["stands"] for path in paths}
    assert stands == {"Haarlem": "gebeurd", "Hoorn": "niet aangekomen", "Texel": "gebeurd"}
    assert heard("export", "klein", "--public", "-o", "site").code == 0
    page = Path("site/raad-hoorn-gm0405.html").read_text()
    assert "17 juni 2027, maar niet aangekomen" in page
    assert "Nog niet gevraagd" in page
    assert "hebben er 2 het ontwerp gekregen" in Path("site/index.html").read_text()
    assert heard("export", "klein", "-o", "klein.zip").code == 0
    with ZipFile("klein.zip") as archive:
        overview = archive.read("klein/overzicht.html").decode()
    assert "versie 1; niet aangekomen" in overview
    assert overview.count("2027 (mail niet aangekomen)") == 1
