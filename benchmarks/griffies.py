# SPDX-License-Identifier: EUPL-1.2
"""200 griffies who answer at the same moment, on a real desk: what they wait, and what is kept."""

import asyncio
import html
import os
import re
from statistics import quantiles
from time import perf_counter
from typing import Final

import httpx
import psycopg

from benchmarks import work
from benchmarks.desk_server import HOST, desk_server
from benchmarks.dossier import ASKED, HEARD, ask, code, open_with, register_at
from benchmarks.ground import Ground
from benchmarks.postgres import postgres_server
from benchmarks.row import Comparison, Figures, Judged, Target

GRIFFIES: Final = 200
PATIENCE: Final = 120
"""Seconds that a griffie waits for a page."""


def comparisons() -> list[Comparison]:
    """Return all griffies at once, on both databases."""
    return [
        Comparison(
            f"{GRIFFIES} griffies answer at once, on {kind}",
            "every answer kept",
            Target(0, Judged.COUNT),
            measure,
        )
        for kind, measure in (("SQLite", _on_sqlite), ("PostgreSQL", _on_postgres))
    ]


def _on_sqlite(ground: Ground) -> Figures:
    return _measured(ground, f"sqlite:///{ground.place('griffies') / 'register.db'}")


def _on_postgres(ground: Ground) -> Figures:
    with postgres_server() as address:
        with psycopg.connect(f"postgresql://{address}/postgres", autocommit=True) as line:
            line.execute("CREATE DATABASE griffies")
        return _measured(ground, f"postgresql+psycopg://{address}/griffies")


def _measured(ground: Ground, database: str) -> Figures:
    home = ground.place("home")
    with register_at(database, ASKED) as register:
        open_with(register, GRIFFIES)
        ask(register)
        pages = work.page_paths(register, home, [code(n) for n in range(GRIFFIES)], ASKED)
        with desk_server(database, home, HEARD) as desk:
            start = desk.seconds
            waits = asyncio.run(_all_at_once(f"http://{HOST}:{desk.port}", pages))
            seconds = (desk.seconds - start) / GRIFFIES
        lost = GRIFFIES - work.answered(register)
    errors = waits.count(None)
    done = [wait for wait in waits if wait is not None]
    cuts = quantiles(done, n=100)
    said = (
        f"p50 {cuts[49]:.1f} s, p99 {cuts[98]:.1f} s, most {max(done):.1f} s for page, form, "
        f"answer and receipt together; {lost} lost, {errors} errors, load {os.getloadavg()[0]:.1f}"
    )
    return Figures(seconds, count=lost + errors, said=said)


async def _all_at_once(address: str, pages: list[str]) -> list[float | None]:
    """Let each griffie answer; return what each waited in seconds, and nothing for an error."""
    return await asyncio.gather(*(_answers(address, page) for page in pages))


async def _answers(address: str, page: str) -> float | None:
    start = perf_counter()
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE) as griffie:
        try:
            (await griffie.get(page)).raise_for_status()
            form = (await griffie.get(f"{page}/antwoord/gehoord")).raise_for_status()
            sent = await griffie.post(form.url, data=_hidden(form.text) | _SAID, files=_NO_FILE)
            if sent.status_code != httpx.codes.SEE_OTHER:
                return None
            (await griffie.get(sent.headers["location"])).raise_for_status()
        except httpx.HTTPError:
            return None
    return perf_counter() - start


def _hidden(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found}


_SAID: Final = {
    "op": HEARD.isoformat(),
    "wijze": "raadsvergadering",
    "antwoord": "zienswijze",
    "tekst": work.ZIENSWIJZE,
}
_NO_FILE: Final = {"bestand": ("", b"")}
