# SPDX-License-Identifier: EUPL-1.2
"""A run that a form starts has its name before it runs."""

import asyncio
import json
from datetime import date
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gehoord.app.named_runs import NamedRuns
from gehoord.flows import clock

FORM = "0b2c0b9e-8f6f-4c4e-9b5a-3f1f5f6a7d10"
UNKNOWN = FORM.replace("0b2c", "ffff")
FILLED = {"gemeenten": ["Haarlem"], "antwoord": "zienswijze", "op": "2027-09-20"}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A server that knows one form, and says back what it was asked."""

    async def deployment(request: Request) -> Response:
        if request.path_params["which"] == UNKNOWN:
            return Response(status_code=404)
        return JSONResponse({"name": "melden-gehoord", "parameters": {"dossier": "klein"}})

    async def create(request: Request) -> Response:
        return Response(await request.body(), headers=dict(request.headers))

    routes = [
        Route("/api/deployments/{which}", deployment),
        Route("/api/deployments/{which}/create_flow_run", create, methods=["POST"]),
    ]
    monkeypatch.setattr(clock, "today", lambda: date(2027, 9, 21))
    return NamedRuns(Starlette(routes=routes))


def started(server: Any, body: bytes, which: str = FORM) -> bytes:
    async def ask() -> bytes:
        inside = httpx.ASGITransport(app=server)
        async with httpx.AsyncClient(transport=inside, base_url="http://127.0.0.1") as client:
            path = f"/api/deployments/{which}/create_flow_run"
            answer = await client.post(path, content=body)
            assert int(answer.headers["content-length"]) == len(answer.content)
            return answer.content

    return asyncio.run(ask())


def test_the_name_that_the_page_made_up_gives_way(server: Any) -> None:
    body = json.dumps({"name": "popular-crow", "parameters": FILLED, "tags": ["a"]}).encode()
    run = json.loads(started(server, body))
    assert run["name"] == "Haarlem: gehoord, zienswijze, 20 september 2027"
    assert (run["parameters"], run["tags"]) == (FILLED, ["a"])


@pytest.mark.parametrize("body", [b"", b"[1]", b"{", b'{"parameters": 3}', b"\xff"])
def test_what_cannot_be_read_is_passed_on_as_it_came(server: Any, body: bytes) -> None:
    assert started(server, body) == body


def test_another_deployment_keeps_the_name_it_was_given(server: Any) -> None:
    body = json.dumps({"name": "popular-crow", "parameters": FILLED}).encode()
    assert started(server, body, UNKNOWN) == body
