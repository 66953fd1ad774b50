# SPDX-License-Identifier: EUPL-1.2
"""A form comes in whole and within limits, or is refused at once and leaves nothing behind."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient, Response
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from gehoord.desk import sent_in as module
from gehoord.desk.sent_in import LARGEST_FIELD, OF_ANY_PARTY, sent_in

BOUNDARY = "xgrensx"
MULTIPART = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}


async def _said(request: Request) -> JSONResponse:
    async with sent_in(request) as sent:
        file = sent.file("bestand")
        told = {"tekst": sent.text("tekst"), "alle": sent.texts("tekst")}
        return JSONResponse(told | {"bestand": [file.name, len(file.content)] if file else None})


APP = Starlette(routes=[Route("/", _said, methods=["POST"])])


def post(content: Any = None, headers: Any = None, **more: Any) -> Response:
    async def send() -> Response:
        async with AsyncClient(transport=ASGITransport(APP), base_url="http://x") as client:
            return await client.post("/", content=content, headers=headers, **more)

    return asyncio.run(send())


def test_text_comes_in_composed_and_readable() -> None:
    answer = post(data={"tekst": "  cafe\u0301\r\nraad\x00\u202e "})
    assert answer.json() == {"tekst": "café\nraad", "alle": ["café\nraad"], "bestand": None}


def test_a_file_comes_in_with_its_name_and_an_empty_choice_is_none() -> None:
    sent = post(data={"tekst": "x"}, files={"bestand": ("a  b.pdf", b"12345")})
    assert sent.json()["bestand"] == ["a b.pdf", 5]
    part = 'Content-Disposition: form-data; name="bestand"; filename=""'
    none = post(f"--{BOUNDARY}\r\n{part}\r\n\r\n\r\n--{BOUNDARY}--\r\n", MULTIPART)
    assert none.json()["bestand"] is None


def never_read() -> AsyncIterator[bytes]:
    async def content() -> AsyncIterator[bytes]:
        raise AssertionError("nothing of it is to be read")
        yield b""

    return content()


def test_what_says_that_it_is_too_large_is_refused_before_it_is_read() -> None:
    length = {"Content-Length": str(OF_ANY_PARTY.body + 1)}
    answer = post(never_read(), URLENCODED | length)
    assert (answer.status_code, answer.headers["connection"]) == (413, "close")


def test_what_streams_more_than_it_said_is_refused_when_it_passes_the_limit() -> None:
    sent = 0

    async def stream() -> AsyncIterator[bytes]:
        nonlocal sent
        head = b'Content-Disposition: form-data; name="bestand"; filename="a"\r\n\r\n'
        yield f"--{BOUNDARY}\r\n".encode() + head
        while True:
            sent += 1_000_000
            yield b"x" * 1_000_000

    answer = post(stream(), MULTIPART)
    assert answer.status_code == 413
    assert sent < OF_ANY_PARTY.body + 2_000_000


def test_what_comes_too_slowly_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.01)

    async def stream() -> AsyncIterator[bytes]:
        yield b"tekst="
        await asyncio.sleep(5)

    assert post(stream(), URLENCODED).status_code == 408


def many(number: int) -> bytes:
    part = 'Content-Disposition: form-data; name="a"\r\n\r\nx\r\n'
    return "".join([f"--{BOUNDARY}\r\n{part}"] * number + [f"--{BOUNDARY}--\r\n"]).encode()


def three_files() -> Iterator[tuple[str, tuple[str, bytes]]]:
    yield from (("bestand", (f"{number}.pdf", b"x")) for number in range(3))


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{}", {"Content-Type": "application/json"}, 415),
        (b"x", {}, 415),
        (b"tekst=x", {"Content-Type": f"{URLENCODED['Content-Type']}; charset=undefined"}, 415),
        (b"x", {"Content-Type": "multipart/form-data"}, 400),
        (b"no boundary in it", MULTIPART, 400),
        (f"--{BOUNDARY}\r\nbroken".encode(), MULTIPART, 200),
        (many(OF_ANY_PARTY.fields), MULTIPART, 200),
        (many(OF_ANY_PARTY.fields + 1), MULTIPART, 400),
        (b"&".join([b"a=1"] * (OF_ANY_PARTY.fields + 1)), URLENCODED, 400),
        (b"tekst=" + b"x" * LARGEST_FIELD, URLENCODED, 400),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    content: bytes, headers: dict[str, str], status: int
) -> None:
    assert post(content, headers).status_code == status


def test_more_files_than_a_form_has_are_refused() -> None:
    assert post(files=list(three_files())).status_code == 400


@given(content=st.binary(max_size=300), head=st.sampled_from([MULTIPART, URLENCODED]))
def test_whatever_is_sent_there_is_an_answer(content: bytes, head: dict[str, str]) -> None:
    for before in (b"", f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=".encode()):
        assert post(before + content, head).status_code in (200, 400)
