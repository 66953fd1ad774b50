# SPDX-License-Identifier: EUPL-1.2
"""What is measured in a process with Prefect in it: `python -m benchmarks.on_prefect WHAT`.

Prefect reads its settings while it is imported, so they must stand in the environment before.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Coroutine
from datetime import date, timedelta
from statistics import median
from time import process_time
from typing import Any, Final

from prefect import flow
from prefect.client.orchestration import get_client

from benchmarks.faults import FaultyLine
from benchmarks.server import seconds_of
from gehoord.calendar.due import Stretch
from gehoord.domain.dossier.action import ActionState
from gehoord.flows.watch import watch
from gehoord.tasks.board.card import Card
from gehoord.tasks.board.sync import sync_board
from gehoord.templates.filters import dossier_tag

QUIET: Final = date(2026, 12, 2)
LAST_DAY: Final = date(2027, 10, 15)
COUNCILS: Final = 342
SHARE: Final = 0.33
RUNS: Final = 7
PAGE: Final = 200


@flow(name="leeg")
async def empty() -> None:
    """Do nothing at all."""


def day(group: int) -> dict[str, Any]:
    """Measure a day on which nothing changed beside an empty flow, client and server together."""
    asyncio.run(_run(watch(QUIET)))
    ours, peers = [], []
    for number in range(1, RUNS + 1):
        peers.append(_seconds(empty(), group))
        ours.append(_seconds(watch(QUIET + timedelta(days=number)), group))
    return {"ours": median(ours), "peer": median(peers), "said": ""}


async def _run(work: Coroutine[Any, Any, Any]) -> None:
    await work


def _seconds(work: Coroutine[Any, Any, Any], group: int) -> float:
    start = process_time() + seconds_of(group)
    asyncio.run(_run(work))
    return process_time() + seconds_of(group) - start


def faults() -> dict[str, Any]:
    """Put 342 cards on the board and let all become late, with and without lock errors."""
    line = FaultyLine(SHARE)
    peer = process_time()
    asyncio.run(_shown("gaaf", FaultyLine(0)))
    start = process_time()
    wrong = asyncio.run(_shown("fout", line))
    said = f"{line.lost} writes lost on the way"
    return {"ours": process_time() - start, "peer": start - peer, "count": wrong, "said": said}


async def _shown(dossier: str, line: FaultyLine) -> int:
    """Return how many cards are not as they should be, or stand there twice."""
    cards = [_card(dossier, number) for number in range(COUNCILS)]
    async with get_client(httpx_settings={"transport": line}) as client:
        for on in (LAST_DAY, LAST_DAY + timedelta(days=1)):
            await sync_board(cards, dossier, on, client=client)
    runs = await _runs(dossier)
    right = Counter(run["idempotency_key"] for run in runs if run["state_name"] == "Late")
    return sum(right[card.key] != 1 for card in cards) + abs(len(runs) - len(cards))


async def _runs(dossier: str) -> list[dict[str, Any]]:
    """Return what Prefect shows of a dossier, asked without our code."""
    found: list[dict[str, Any]] = []
    tags = {"tags": {"all_": [dossier_tag(dossier)]}}
    async with get_client() as client:
        for offset in range(0, 2 * COUNCILS, PAGE):
            body = {"flow_runs": tags, "offset": offset, "limit": PAGE}
            found += (await client.request("POST", "/flow_runs/filter", json=body)).json()
    return found


def _card(dossier: str, number: int) -> Card:
    return Card(
        key=f"{dossier}-{number}",
        name=f"Gemeente {number}: raad horen, uiterlijk 15 oktober 2027",
        days=Stretch.on(LAST_DAY),
        tags=("fase:horen", f"gemeente:{number}"),
        state=ActionState.OPEN,
        spread_seconds=number % 60,
    )


def main(what: str, *arguments: str) -> None:
    """Measure one of both and print the figures."""
    figures = day(int(*arguments)) if what == "day" else faults()
    sys.stdout.write(f"\n{json.dumps(figures)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
