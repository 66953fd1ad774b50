# SPDX-License-Identifier: EUPL-1.2
"""What a hostile program can do to a real desk: nothing that anybody else notices."""

import os
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import httpx
import pytest

from gehoord.flows.access import give_link
from tests.desk.hidden import hidden
from tests.desk.served import Served, desk_served
from tests.story import OPENED
from tests.story_in_register import ToldInRegister

IS_CAMPAIGN = bool(os.environ.get("GEHOORD_FAULTS"))
GUESSES = 100_000 if IS_CAMPAIGN else 200
LARGE = 100_000_000 if IS_CAMPAIGN else 30_000_000
SILENT = 1000 if IS_CAMPAIGN else 100
PART = b"x" * 1_000_000
FLAT = 25
"""Megabytes by which a desk may grow after its first requests: less than one form may hold, times
the places at which it reads them."""


@dataclass
class Victim:
    """A real desk, and somebody who may send in forms."""

    desk: Served
    page: str

    @property
    def form(self) -> str:
        return f"{self.page}/vergaderingen"

    def key(self) -> str:
        return hidden(httpx.get(f"{self.desk.address}{self.form}"), "sleutel")

    @contextmanager
    def line(self) -> Iterator[HTTPConnection]:
        with closing(HTTPConnection("127.0.0.1", self.desk.port, timeout=90)) as found:
            yield found

    @contextmanager
    def begun(self, name: str, value: str) -> Iterator[HTTPConnection]:
        """Begin to send in a form, with one more header."""
        with self.line() as line:
            line.putrequest("POST", self.form)
            line.putheader("Content-Type", "multipart/form-data; boundary=x")
            line.putheader(name, value)
            yield line

    def is_served(self) -> bool:
        return httpx.get(f"{self.desk.address}{self.page}", timeout=20).status_code == 200


@pytest.fixture
def victim(told: ToldInRegister, tmp_path: Path) -> Iterator[Victim]:
    story, home = told("asked"), tmp_path / "home"
    token = give_link(story.register, "klein", "Haarlem", home, OPENED).token
    with desk_served(story, home, log := tmp_path / "desk.log") as served:
        yield Victim(served, f"/p/{token}")
    said = log.read_text()
    assert "Traceback" not in said
    assert token not in said
    assert "boundary" not in said


def without_date(answer: HTTPResponse) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
    headers = sorted((name, value) for name, value in answer.getheaders() if name != "date")
    return answer.status, tuple(headers), answer.read()


def guesses_links(victim: Victim) -> None:
    """All get the same bytes, whatever it is that is not there."""
    answers = set()
    with victim.line() as line:
        for number in range(GUESSES):
            token = secrets.token_urlsafe(32)
            line.request("GET", f"/p/{token}" if number % 2 else f"/k/{token}.ics")
            answers.add(without_date(line.getresponse()))
    [(status, _, body)] = answers
    assert status == 404
    assert b"niet (meer) geldig" in body


def sends_too_much(victim: Victim) -> None:
    """A body that says how large it is is refused before it comes; another one while it comes."""
    with victim.begun("Content-Length", str(LARGE)) as told:
        told.endheaders()
        assert told.getresponse().status == 413
    with victim.begun("Transfer-Encoding", "chunked") as untold, suppress(ConnectionError):
        untold.endheaders(b'--x\r\nContent-Disposition: form-data; name="b"; filename="b"\r\n\r\n')
        for _ in range(LARGE // len(PART)):
            untold.send(b"%x\r\n%b\r\n" % (len(PART), PART))
        raise AssertionError("all of it was taken")


def sends_many_fields(victim: Victim) -> None:
    fields = "&".join(f"a{number}=x" for number in range(10_000))
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    url = f"{victim.desk.address}{victim.form}"
    answer = httpx.post(url, content=f"sleutel={victim.key()}&{fields}", headers=kind)
    assert answer.status_code == 400
    assert "Er is niets bewaard" in answer.text


def sends_what_is_broken(victim: Victim) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    url = f"{victim.desk.address}{victim.form}"
    answer = httpx.post(url, content=b"--something else", headers=kind)
    assert answer.status_code == 400
    assert "Er is niets bewaard" in answer.text


def sends_large_files(victim: Victim) -> None:
    """As large as a file may be, several times: they wait on the disk and not in memory."""
    url = f"{victim.desk.address}{victim.form}"
    for _ in range(20 if IS_CAMPAIGN else 2):
        files = {"bestand": ("raad.ics", PART * 9)}
        answer = httpx.post(url, data={"sleutel": victim.key()}, files=files, timeout=60)
        assert answer.status_code == 422


def opens_lines(victim: Victim) -> None:
    """Lines that say nothing, half a question, or half a form."""
    head = f"POST {victim.form} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    said = (b"", b"GET / HTTP/1.1\r\nHos", f"{head}{kind}sl".encode())
    with ExitStack() as lines:
        for number in range(SILENT):
            port = victim.desk.port
            line = lines.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            with suppress(ConnectionError):
                line.sendall(said[number % 3])
        assert victim.is_served()


ATTACKS: tuple[Callable[[Victim], None], ...] = (
    guesses_links, sends_too_much, sends_many_fields, sends_what_is_broken, sends_large_files,
    opens_lines,
)  # fmt: skip


def test_others_are_served_and_the_memory_stays_flat(victim: Victim) -> None:
    sends_large_files(victim)
    assert victim.is_served()
    before = victim.desk.megabytes
    for attack in ATTACKS:
        attack(victim)
        assert victim.is_served()
        print(f"{attack.__name__}: {before:.0f} to {victim.desk.megabytes:.0f} MB")  # noqa: T201
        assert victim.desk.megabytes < before + FLAT
