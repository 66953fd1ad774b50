# SPDX-License-Identifier: EUPL-1.2
"""A run that somebody starts with a form is named for what it reports before it runs."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

import httpx
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gehoord.flows import clock
from gehoord.templates.run_names import name_of_run

_STARTS_RUN: Final = re.compile(r"/api/deployments/([0-9a-f-]{36})/create_flow_run")


class NamedRuns:
    """Gives a run that is started with a form its name; the page itself would give it a random one.

    Whatever it cannot read is passed on as it came.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with another name where a form is known."""
        posted = scope["type"] == "http" and scope["method"] == "POST"
        starts = _STARTS_RUN.fullmatch(scope["path"]) if posted else None
        if starts:
            body = await self._named(starts[1], await _whole(receive), Headers(scope=scope))
            receive = _again(body, receive)
            scope = {**scope, "headers": list(scope["headers"])}
            MutableHeaders(scope=scope)["content-length"] = str(len(body))
        await self._app(scope, receive, send)

    async def _named(self, deployment: str, body: bytes, headers: Headers) -> bytes:
        """Return the body of a request that starts a run, with the name that the run is to have."""
        with suppress(ValueError, TypeError, AttributeError, httpx.HTTPError):
            asked = json.loads(body)
            form = await self._deployment(deployment, headers)
            filled = {**form["parameters"], **asked.get("parameters", {})}
            if name := name_of_run(form["name"], filled, clock.today()):
                return json.dumps({**asked, "name": name}).encode()
        return body

    async def _deployment(self, deployment: str, headers: Headers) -> Mapping[str, Any]:
        """Return the deployment that is started, asked of this server by who starts it."""
        known = {"authorization": headers["authorization"]} if "authorization" in headers else {}
        inside = httpx.ASGITransport(app=self._app)
        async with httpx.AsyncClient(transport=inside, base_url="http://127.0.0.1") as server:
            answer = await server.get(f"/api/deployments/{deployment}", headers=known)
        found: Mapping[str, Any] = answer.raise_for_status().json()
        return found


async def _whole(receive: Receive) -> bytes:
    """Return the body of a request, once all of it has come."""
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return what gives a body that was read already, and then what still comes."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def give() -> Message:
        return left.pop() if left else await receive()

    return give
