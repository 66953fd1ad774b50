# SPDX-License-Identifier: EUPL-1.2
"""A page from elsewhere gets no answer, whatever it asks and however."""

import asyncio
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from gehoord.app.own_pages import OwnPages, own_origins

OWN = ["http://127.0.0.1:4200", "http://localhost:4200"]
FOREIGN = [
    "http://elders.example",
    "https://127.0.0.1:4200",
    "http://127.0.0.1:4201",
    "http://localhost.elders.example:4200",
    "null",
    "",
]


async def server(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers whatever arrives."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("gedaan")(scope, receive, send)


CLOSED = OwnPages(server, own_origins(4200))


def asked(method: str, given: dict[str, str]) -> httpx.Response:
    async def ask() -> httpx.Response:
        way = httpx.ASGITransport(CLOSED)
        async with httpx.AsyncClient(transport=way, base_url="http://127.0.0.1:4200") as client:
            return await client.request(method, "/", headers=given, content=b"{}")

    return asyncio.run(ask())


def answered_to_socket(given: dict[str, str]) -> dict[str, Any]:
    said: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        said.append(message)

    headers = [(name.lower().encode(), value.encode()) for name, value in given.items()]
    asyncio.run(CLOSED({"type": "websocket", "path": "/in", "headers": headers}, receive, send))
    [answer] = said
    return dict(answer)


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_page_is_refused(origin: str) -> None:
    given = {"Origin": origin}
    assert asked("GET", given).status_code == 403
    assert asked("POST", given).status_code == 403
    assert answered_to_socket(given)["type"] == "websocket.close"


@pytest.mark.parametrize("given", [{}, *({"Origin": origin} for origin in OWN)])
def test_own_pages_and_programs_are_answered(given: dict[str, str]) -> None:
    assert asked("POST", given).text == "gedaan"
    assert answered_to_socket(given)["type"] == "websocket.accept"
