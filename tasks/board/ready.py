# SPDX-License-Identifier: EUPL-1.2
"""Shows a pool without a worker as ready: there is nothing to mend, and red means late.

Prefect calls a pool, its queue and its deployments red when no worker asks for work. So one request
speaks as a worker, and asks for work of long ago, of which there is none: nothing is submitted.
"""

import asyncio
from typing import Any, Final
from uuid import UUID

from prefect.client.orchestration import PrefectClient

from gehoord.tasks.board.asking import PrefectAnswerError, ask

_READY: Final = "READY"
_TEN_YEARS: Final = 315_360_000
"""Seconds; Prefect takes a worker to be there for three times as long as it says to be away."""

_LONG_AGO: Final = "2000-01-01T00:00:00Z"
_FAR_AHEAD: Final = "2099-01-01T00:00:00Z"
_LOOKS: Final = 40
_PAUSE_SECONDS: Final = 0.25


async def show_ready(client: PrefectClient, pool: str, deployment: UUID, text: str) -> None:
    """Let a pool, its queue and a deployment not be red, and the pool say why; once is enough.

    Prefect notes a request for work a while after it answered, and would then overwrite the moment
    that keeps the queue ready: so that moment is written once the request was seen to be noted.

    Args:
        client: the way to Prefect.
        pool: its name.
        deployment: the one behind its runs.
        text: the description of the pool.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    pool_at, line_at = f"/work_pools/{pool}", f"/work_pools/{pool}/queues/default"
    shown = await _asked(client, pool_at)
    if shown.get("description") != text:
        await ask(client, "PATCH", pool_at, {"description": text})
    if shown.get("status") != _READY:
        beat = {"name": pool, "heartbeat_interval_seconds": _TEN_YEARS}
        await ask(client, "POST", f"{pool_at}/workers/heartbeat", beat)
    if await _are_ready(client, line_at, deployment):
        return
    nothing = {"scheduled_before": _LONG_AGO, "limit": 1}
    await ask(client, "POST", f"{pool_at}/get_scheduled_flow_runs", nothing)
    for _ in range(_LOOKS):
        if await _are_ready(client, line_at, deployment):
            break
        await asyncio.sleep(_PAUSE_SECONDS)
    await ask(client, "PATCH", line_at, {"last_polled": _FAR_AHEAD})


async def _are_ready(client: PrefectClient, line_at: str, deployment: UUID) -> bool:
    paths = (line_at, f"/deployments/{deployment}")
    return all([(await _asked(client, path)).get("status") == _READY for path in paths])


async def _asked(client: PrefectClient, path: str) -> dict[str, Any]:
    found = await ask(client, "GET", path, None)
    if not isinstance(found, dict):
        raise PrefectAnswerError(f"onbekend antwoord op {path}")
    return found
