# SPDX-License-Identifier: EUPL-1.2
"""A line to Prefect that loses part of every bulk request, as SQLite does when it is locked.

Prefect answers HTTP 200 all the same, and says of each item whether it came through.
"""

import json
from random import Random
from typing import Any, Final

import httpx

LOCKED: Final = "(sqlite3.OperationalError) database is locked"


class FaultyLine(httpx.AsyncBaseTransport):
    """Passes on what is asked but for a share of the items of bulk requests."""

    def __init__(self, share: float) -> None:
        self.lost = 0
        self._share = share
        self._random = Random(38)  # noqa: S311
        self._line = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of Prefect's client."""
        if request.url.path.endswith("/create_flow_run/bulk"):
            return await self._create(request, json.loads(request.content))
        if request.url.path.endswith("/flow_runs/bulk_set_state"):
            return await self._set_state(request, json.loads(request.content))
        return await self._line.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the line."""
        await self._line.aclose()

    async def _create(self, request: httpx.Request, orders: list[Any]) -> httpx.Response:
        loses = [self._loses() for _ in orders]
        kept = [order for order, lost in zip(orders, loses, strict=True) if not lost]
        good = iter(await self._passed_on(request, kept) if kept else [])
        bad = {"flow_run_id": None, "status": "FAILED", "error": LOCKED}
        return _answer([bad if lost else next(good) for lost in loses])

    async def _set_state(self, request: httpx.Request, body: Any) -> httpx.Response:
        wanted = body["flow_runs"]["id"]
        lost = [run for run in wanted["any_"] if self._loses()]
        wanted["any_"] = [run for run in wanted["any_"] if run not in lost]
        details = {"type": "abort_details", "reason": LOCKED}
        bad = [
            {"flow_run_id": run, "status": "ABORT", "state": None, "details": details}
            for run in lost
        ]
        return _answer([*await self._passed_on(request, body), *bad])

    def _loses(self) -> bool:
        lost = self._random.random() < self._share
        self.lost += lost
        return lost

    async def _passed_on(self, request: httpx.Request, body: object) -> list[Any]:
        headers = {k: v for k, v in request.headers.items() if k.lower() != "content-length"}
        passed = httpx.Request(request.method, request.url, headers=headers, json=body)
        answer = await self._line.handle_async_request(passed)
        found: list[Any] = json.loads(await answer.aread())["results"]
        return found


def _answer(results: list[Any]) -> httpx.Response:
    return httpx.Response(200, json={"results": results})
