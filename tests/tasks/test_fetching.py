# SPDX-License-Identifier: EUPL-1.2
"""A calendar is fetched from a public address alone, and is small and there in time."""

import gzip
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Final

import pytest

from gehoord.domain.errors import GehoordError
from gehoord.tasks.fetching import Reach, fetch, is_address, is_public
from tests.calendar.incoming.files import RAAD, file_of
from tests.sentence import assert_sentence

CALENDAR: Final = file_of(RAAD)
LARGE: Final = b"x" * 3_000
HERE: Final = Reach("http", lambda address: address == "127.0.0.1", 20, 2_000)
IN_HASTE: Final = Reach("http", lambda address: address == "127.0.0.1", 0.3, 2_000)
SAME, ELSEWHERE, INSIDE = "/raad.ics", "http://localhost.example/raad.ics", "http://127.0.0.1:1/"
GOES: Final = {"/door": SAME, "/weg": ELSEWHERE, "/binnen": INSIDE, "/rond": "/rond"}


class Griffie(BaseHTTPRequestHandler):
    """Answers as calendars on the web do, and as they should not."""

    def do_GET(self) -> None:
        if self.path in GOES:
            self.send_response(302)
            self.send_header("Location", GOES[self.path])
            self.end_headers()
            return
        asked = self.path.partition("?")[0]
        self.send_response(200 if asked in ANSWERS else 404)
        if self.path == "/ingepakt":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for part in ANSWERS.get(asked, ()):
            self.wfile.write(part)
            self.wfile.flush()
            if self.path == "/traag":
                self.server.slow.wait(5)  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        """Say nothing."""


ANSWERS: Final = {
    SAME: [CALENDAR],
    "/groot": [LARGE],
    "/traag": [b"BEGIN:", b"VCALENDAR"],
    "/ingepakt": [gzip.compress(CALENDAR)],
}


@pytest.fixture(scope="module")
def griffie() -> Iterator[str]:
    """A web server on a free port of the loopback."""
    from threading import Event

    with ThreadingHTTPServer(("127.0.0.1", 0), Griffie) as server:
        server.slow = Event()  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.slow.set()  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", [SAME, f"{SAME}?sleutel=geheim", "/door"])
def test_a_calendar_comes_from_its_address_also_by_way_of_the_same_place(
    griffie: str, path: str
) -> None:
    found = fetch(f"{griffie}{path}", HERE)
    assert (found.content, found.media_type) == (CALENDAR, "text/calendar")
    assert found.name == "agenda van 127.0.0.1"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/weg", "verwijst door naar een andere plaats"),
        ("/binnen", "verwijst door naar een andere plaats"),
        ("/rond", "verwijst steeds door"),
        ("/nergens", "geeft geen agenda (antwoord 404)"),
        ("/groot", "geeft meer dan"),
        ("/traag", "antwoordt niet op tijd"),
        ("/ingepakt", "geeft de agenda ingepakt"),
    ],
)
def test_what_is_no_calendar_in_time_is_refused_in_one_sentence(
    griffie: str, path: str, why: str
) -> None:
    with pytest.raises(GehoordError) as refused:
        fetch(f"{griffie}{path}", IN_HASTE if path == "/traag" else HERE)
    assert_sentence(str(refused.value), f"127.0.0.1 {why}", "Bewaar de agenda met uw browser")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://127.0.0.1/raad.ics", "ligt in een eigen netwerk"),
        ("https://localhost/raad.ics", "ligt in een eigen netwerk"),
        ("https://[::1]/raad.ics", "ligt in een eigen netwerk"),
        ("https://10.0.0.1:8443/raad.ics", "ligt in een eigen netwerk"),
        ("webcal://192.168.1.1/raad.ics", "ligt in een eigen netwerk"),
        ("https://169.254.169.254/", "ligt in een eigen netwerk"),
        ("http://raad.example/raad.ics", "begint met https://"),
        ("file:///etc/passwd", "begint met https://"),
        ("https://", "begint met https://"),
        ("https://naam:geheim@raad.example/", "een naam en wachtwoord"),
        ("https://raad.example:poort/", "kan niet worden gelezen"),
    ],
)
def test_what_may_not_be_asked_is_not_asked(address: str, why: str) -> None:
    with pytest.raises(GehoordError) as refused:
        fetch(address)
    assert_sentence(str(refused.value).replace("https://.", "dat."), why.replace("https://", "dat"))
    assert "geheim" not in str(refused.value)


def test_a_machine_that_does_not_answer_is_told() -> None:
    with pytest.raises(GehoordError, match="is nu niet te bereiken"):
        fetch("http://127.0.0.1:1/raad.ics", HERE)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2a00:1450:400e::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.0.1", False), ("169.254.169.254", False),
        ("0.0.0.1", False), ("100.64.0.1", False), ("::1", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("::ffff:127.0.0.1", False), ("224.0.0.1", False),
        ("fec0::1", False), ("64:ff9b::a9fe:a9fe", False), ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False), ("2002:a9fe:a9fe::1", False), ("2002:808:808::1", True),
        ("::7f00:1", False), ("::a00:1", False), ("::ffff:8.8.8.8", True), ("ff0e::1", False),
        ("2001:0:a00:1::f5ff:fffe", False), ("::", False),
    ],
)  # fmt: skip
def test_only_the_public_internet_is_asked(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_an_address_is_told_from_a_file() -> None:
    assert is_address(" HTTPS://raad.example/a.ics")
    assert not is_address("https.ics")
    assert not is_address("c:/agenda.ics")
