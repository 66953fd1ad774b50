# SPDX-License-Identifier: EUPL-1.2
"""When too many come at once, the next one hears so at once, and is served a little later."""

import asyncio

from httpx import ASGITransport, AsyncClient, Response
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from gehoord.desk.crowd import Crowd


async def asked_of_a_full_house() -> tuple[Response, Response, Response]:
    """Ask while one is inside, and after it left; return what that one heard last."""
    inside, leave = asyncio.Event(), asyncio.Event()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        inside.set()
        await leave.wait()
        await PlainTextResponse("klaar")(scope, receive, send)

    async with AsyncClient(transport=ASGITransport(Crowd(slow, 1)), base_url="http://x") as client:
        first = asyncio.create_task(client.get("/"))
        await inside.wait()
        turned_away = await client.get("/")
        leave.set()
        served = await first
        return turned_away, await client.get("/"), served


def test_the_one_too_many_hears_so_at_once() -> None:
    turned_away, after, first = asyncio.run(asked_of_a_full_house())
    assert turned_away.status_code == 503
    assert turned_away.headers["retry-after"] == "30"
    assert "Probeer het over een halve minuut opnieuw." in turned_away.text
    assert (first.text, after.text) == ("klaar", "klaar")
