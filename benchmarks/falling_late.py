# SPDX-License-Identifier: EUPL-1.2
"""342 councils fall late on one day: `python -m benchmarks.falling_late GROUP LOG`.

It runs in a process of its own: Prefect reads its settings while it is imported. ``GROUP`` is the
number of the server's group of processes, ``LOG`` the file in which the server says what failed.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final
from unittest.mock import patch

import httpx
from prefect.client.orchestration import PrefectClient, get_client

from benchmarks.dossier import NAME, OPENED, clock, procedure
from benchmarks.server import seconds_of
from gehoord.domain.dossier.action import Action
from gehoord.flows.opening import open_dossier
from gehoord.flows.watch import look
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.tasks.board.keeping import sync_dossier
from gehoord.tasks.board.prefect_api import Run, read_runs
from gehoord.tasks.settings import settings
from gehoord.templates.filters import dossier_tag

COUNCILS: Final = 342
HEARING: Final = "horen"
AT_ONCE: Final = 50
LINES_AT_ONCE: Final = 200
SET_STATE: Final[Any] = "/flow_runs/bulk_set_state"
READ_LINES: Final[Any] = "/logs/filter"
"""Prefect's client knows these routes; the type of its list of routes leaves them out."""
ERRORS: Final = ("database is locked", "Traceback", "| ERROR ", "QueryCanceled")


@dataclass(slots=True)
class Cost:
    """What something cost: seconds on the clock and of the processors, and requests to Prefect."""

    clock: float = 0
    processor: float = 0
    requests: int = 0


@contextmanager
def counted(group: int) -> Iterator[Cost]:
    """Count the requests of this process, and its time with that of a group of processes."""
    cost, real = Cost(), httpx.AsyncHTTPTransport.handle_async_request

    async def handle(line: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        cost.requests += 1
        return await real(line, request)

    with patch.object(httpx.AsyncHTTPTransport, "handle_async_request", handle):
        began, at = process_time() + seconds_of(group), perf_counter()
        yield cost
        cost.clock = perf_counter() - at
        cost.processor = process_time() + seconds_of(group) - began


def owed(register: Register) -> list[Action]:
    """Return what every council owes: to be heard by one and the same day."""
    with register.reading() as reader:
        return reader.all(Action, NAME, step=HEARING)


async def told(client: PrefectClient, runs: Sequence[Run]) -> Counter[str]:
    """Return how many lines the story of each card has, asked without our code."""
    lines: Counter[str] = Counter()
    for start in range(0, len(runs), AT_ONCE):
        these = {"any_": [str(run.id) for run in runs[start : start + AT_ONCE]]}
        offset = 0
        while True:
            body = {"logs": {"flow_run_id": these}, "offset": offset, "limit": LINES_AT_ONCE}
            page = (await client.request("POST", READ_LINES, json=body)).json()
            lines.update(line["flow_run_id"] for line in page)
            if len(page) < LINES_AT_ONCE:
                break
            offset += LINES_AT_ONCE
    return lines


async def look_back(names: set[str]) -> tuple[list[Run], Counter[str]]:
    """Return the cards with these names as they stand on the board, and the lines of each."""
    async with get_client() as client:
        runs = [run for run in await read_runs(client, [dossier_tag(NAME)]) if run.name in names]
        return runs, await told(client, runs)


async def bare(runs: Sequence[Run], lines: int) -> None:
    """Write the least that could do it: the same states and as many lines, and read nothing."""
    late = {"type": "SCHEDULED", "name": "Late"}
    async with get_client() as client:
        for start in range(0, len(runs), AT_ONCE):
            these = {"id": {"any_": [str(run.id) for run in runs[start : start + AT_ONCE]]}}
            body = {"flow_runs": these, "state": late, "force": True, "limit": AT_ONCE}
            await client.request("POST", SET_STATE, json=body)
        for start in range(0, lines, LINES_AT_ONCE):
            some = range(start, min(start + LINES_AT_ONCE, lines))
            written = [_line(runs[number % len(runs)]) for number in some]
            await client.request("POST", "/logs/", json=written)


def _line(run: Run) -> dict[str, Any]:
    at = run.state_at.isoformat()
    words = {"name": "gehoord", "level": 20, "message": "Herinnerd per mail: griffie. " * 3}
    return {**words, "timestamp": at, "flow_run_id": str(run.id)}


def errors(log: Path) -> int:
    """Return how many lines of the server's log tell of something that failed."""
    return sum(any(word in line for word in ERRORS) for line in log.read_text().splitlines())


def morning(group: int, log: Path) -> dict[str, Any]:
    """Measure the board on the morning after the last day of 342 councils, each reminded."""
    register = Register(connect(settings().database), clock(OPENED))
    open_dossier(register, NAME, *procedure(COUNCILS), OPENED)
    home, names = settings().home, {action.name for action in owed(register)}
    last: date = max(action.last_on for action in owed(register) if action.last_on)
    asyncio.run(sync_dossier(register, NAME, home, last))
    look(register, NAME, last + timedelta(days=1))
    with counted(group) as ours:
        asyncio.run(sync_dossier(register, NAME, home, last + timedelta(days=1)))
    runs, lines = asyncio.run(look_back(names))
    with counted(group) as peer:
        asyncio.run(bare(runs, lines.total()))
    late = {str(run.id) for run in runs if run.state_name == "Late"}
    failed = errors(log)
    said = (
        f"{len(late)} late, {len(lines)} with a story, {lines.total():,} lines; "
        f"{ours.clock:.1f} s, {ours.requests} requests, {failed} error lines"
    )
    wrong = COUNCILS - len(late & lines.keys()) + failed
    return {"ours": ours.processor, "peer": peer.processor, "count": wrong, "said": said}


if __name__ == "__main__":
    sys.stdout.write(f"\n{json.dumps(morning(int(sys.argv[1]), Path(sys.argv[2])))}")
