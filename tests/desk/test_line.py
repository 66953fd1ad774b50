# SPDX-License-Identifier: EUPL-1.2
"""Whoever keeps the desk waiting is cut off, and nobody else notices."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from itertools import count
from threading import Event

import h11
import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from gehoord.desk import line
from tests.desk.on_line import on_line

SOON = 0.3
"""Seconds of patience here; a test must not last."""
BYTES = 16 * 1024 * 1024


async def sent(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def much(_request: Request) -> Response:
    return Response(b"x" * BYTES)


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setitem(line.PATIENCE, h11.IDLE, SOON)
    monkeypatch.setitem(line.PATIENCE, h11.SEND_BODY, SOON)
    routes = [Route("/", sent, methods=["GET", "POST"]), Route("/veel", much)]
    with on_line(Starlette(routes=routes), line.TimedLine) as found:
        yield found


@pytest.fixture
def lines() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def opened(lines: ExitStack, port: int, *said: bytes) -> socket.socket:
    made = lines.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
    for each in said:
        made.sendall(each)
    return made


def is_cut(made: socket.socket) -> bool:
    """Wait for the end of a line; a server that goes on waiting makes this fail."""
    with suppress(ConnectionError):
        while made.recv(65_536):
            pass
    return True


def is_served(port: int) -> bool:
    return httpx.get(f"http://127.0.0.1:{port}/").status_code == 200


HALF_A_HEAD = b"GET / HTTP/1.1\r\nHost: balie"
HALF_A_BODY = b"POST / HTTP/1.1\r\nHost: balie\r\nContent-Length: 1000\r\n\r\nhalf"
WHOLE = b"GET / HTTP/1.1\r\nHost: balie\r\n\r\n"


@pytest.mark.parametrize("said", [b"", HALF_A_HEAD, HALF_A_BODY, WHOLE + HALF_A_HEAD])
def test_a_line_that_falls_silent_is_cut(said: bytes, port: int, lines: ExitStack) -> None:
    silent = opened(lines, port, said)
    assert is_served(port)
    assert is_cut(silent)
    assert is_served(port)


@pytest.mark.parametrize("said", [HALF_A_HEAD, HALF_A_BODY])
def test_a_byte_now_and_then_gains_no_time(said: bytes, port: int, lines: ExitStack) -> None:
    dripping = opened(lines, port, said)
    dripping.settimeout(SOON / 10)
    with suppress(ConnectionError):
        for _ in count():
            dripping.sendall(b"x")
            with suppress(TimeoutError):
                if not dripping.recv(1000):
                    break
    assert is_served(port)


def slow_to_take(lines: ExitStack, port: int) -> socket.socket:
    """Ask for much, and take none of it yet."""
    made = lines.enter_context(socket.socket())
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.settimeout(20)
    made.connect(("127.0.0.1", port))
    made.sendall(b"GET /veel HTTP/1.1\r\nHost: balie\r\nConnection: close\r\n\r\n")
    return made


def test_who_takes_long_over_an_answer_gets_all_of_it(port: int, lines: ExitStack) -> None:
    taking = slow_to_take(lines, port)
    time.sleep(3 * SOON)
    got = 0
    while part := taking.recv(1024 * 1024):
        got += len(part)
    assert got > BYTES


def test_an_answer_that_nobody_takes_is_given_up(
    port: int, lines: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "LONGEST_ANSWER", SOON)
    cut, given_up = line.TimedLine.cut, Event()

    def told(self: line.TimedLine) -> None:
        cut(self)
        given_up.set()

    monkeypatch.setattr(line.TimedLine, "cut", told)
    untaken = slow_to_take(lines, port)
    assert given_up.wait(20)
    assert len(b"".join(iter(lambda: untaken.recv(1024 * 1024), b""))) < BYTES
    assert is_served(port)


def test_five_hundred_silent_lines_do_not_shut_the_desk(
    port: int, lines: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(line.PATIENCE, h11.IDLE, 60.0)
    silent = [opened(lines, port) for _ in range(500)]
    assert is_served(port)
    assert is_cut(silent[0])
    silent[-1].sendall(WHOLE)
    assert silent[-1].recv(1000).startswith(b"HTTP/1.1 200")
