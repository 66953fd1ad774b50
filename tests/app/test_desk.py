# SPDX-License-Identifier: EUPL-1.2
"""`gehoord desk link`: the link of a party on the screen, and one sentence for what cannot be."""

import re
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.app.conftest import Gehoord, files
from tests.sentence import assert_sentence


def test_the_link_is_shown_renewed_and_withdrawn(
    opened: Gehoord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_DESK_URL", "https://balie.example/")
    first = opened("desk", "link", "klein", "Haarlem")
    said, link = first.out.splitlines()
    assert said == "Link voor de griffie van Haarlem, geldig tot en met 4 november 2029."
    assert re.fullmatch(r"https://balie\.example/p/[\w-]{43}", link)
    assert opened("desk", "link", "klein", "Haarlem").out == first.out
    assert opened("desk", "link", "klein", "Haarlem", "--renew").out != first.out
    withdrawn = opened("desk", "link", "klein", "Haarlem", "--withdraw")
    assert "ingetrokken" in withdrawn.out
    assert "/p/" not in withdrawn.out
    assert "Het register klopt ermee." in opened("verify", "klein").out


def test_the_link_of_the_overview_is_given_renewed_and_withdrawn_as_that_of_a_party(
    opened: Gehoord,
) -> None:
    first = opened("desk", "link", "klein", "overzicht").out
    assert first.startswith("Link voor het overzicht, geldig tot en met 31 december 2033.")
    assert re.search(r"http://127\.0\.0\.1:4280/o/[\w-]{43}\n", first)
    assert opened("desk", "link", "klein", "Coordinatoren").out == first
    assert opened("desk", "link", "klein", "overzicht", "--renew").out != first
    withdrawn = opened("desk", "link", "klein", "overzicht", "--withdraw").out
    assert withdrawn == (
        "Link van het overzicht ingetrokken. Het overzicht opent niet meer, tot u weer een link "
        "geeft.\n"
    )
    again = opened("desk", "link", "klein", "overzicht", "--withdraw")
    assert again.code == 2
    assert_sentence(again.err)


def test_without_a_public_address_it_says_where_the_link_works(opened: Gehoord) -> None:
    said = opened("desk", "link", "klein", "rbop").out.splitlines()
    assert said[1].startswith("http://127.0.0.1:4280/p/")
    assert "GEHOORD_DESK_URL" in said[2]


def test_who_has_no_page_is_refused_in_one_sentence(opened: Gehoord, folder: Path) -> None:
    before = files(folder)
    for arguments in (("Rotterdam",), ("Haarlm",), ("Haarlem", "--withdraw")):
        ran = opened("desk", "link", "klein", *arguments)
        assert ran.code == 2
        assert_sentence(ran.err)
    assert before.keys() <= files(folder).keys()
    assert not (folder / "var" / "balie.sleutel").exists()


def test_a_daily_look_leaves_when_it_ended(opened: Gehoord, folder: Path) -> None:
    assert opened("watch").code == 0
    assert (folder / "var" / "laatste-controle").exists()


def test_without_a_register_there_is_nothing_to_serve(gehoord: Gehoord) -> None:
    ran = gehoord("desk")
    assert ran.code == 2
    assert_sentence(ran.err, "nog geen register")


def test_a_port_that_is_taken_is_said_in_one_sentence(
    opened: Gehoord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gehoord.app.port._PATIENCE_SECONDS", 0.1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = opened("desk", "--port", str(port))
    assert ran.code == 2
    assert_sentence(ran.err, f"Poort {port} is bezet", "gehoord desk --port")


@pytest.mark.parametrize("host", ["::ffff:192.0.2.1", "::", "192.0.2.1", ""])
def test_the_line_is_opened_to_others_behind_a_proxy_alone(
    opened: Gehoord, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """The links are keys, and without TLS anybody between reads them."""
    monkeypatch.setattr("gehoord.desk.serving.server_of", lambda *_: SimpleNamespace(run=list))
    ran = opened("desk", "--host", host)
    assert ran.code == 2
    assert_sentence(ran.err, "proxy", "GEHOORD_DESK_URL")
    monkeypatch.setenv("GEHOORD_DESK_URL", "https://balie.example")
    assert "Let op: de lijn is open" in opened("desk", "--host", host).out


@pytest.mark.parametrize("url", ["balie.example", "https://balie.example/pad", "ftp://x"])
def test_an_address_that_is_none_is_refused(
    opened: Gehoord, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("GEHOORD_DESK_URL", url)
    ran = opened("desk", "link", "klein", "Haarlem")
    assert ran.code == 2
    assert_sentence(ran.err, "GEHOORD_DESK_URL", url)


@pytest.mark.parametrize("header", ["X Forwarded User", "X-Üser", "a:b", "x\ty"])
def test_a_header_that_no_proxy_can_send_is_refused(
    opened: Gehoord, monkeypatch: pytest.MonkeyPatch, header: str
) -> None:
    monkeypatch.setenv("GEHOORD_DESK_USER_HEADER", header)
    ran = opened("desk", "link", "klein", "Haarlem")
    assert ran.code == 2
    assert_sentence(ran.err, "GEHOORD_DESK_USER_HEADER")
