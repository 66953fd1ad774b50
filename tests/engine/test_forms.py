"""Forms as people use them: filled in on the page, carried out by a real worker."""

import asyncio
import time
from datetime import date
from typing import Any

import pytest

from gehoord.app.serving import Prefect
from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.proposal.step import Part
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.state import state_of
from tests.story import Small

pytestmark = pytest.mark.engine

OPENED = date(2026, 11, 23)
SENT = date(2026, 11, 25)


@pytest.fixture
def asked(kept: Register, small: Small) -> str:
    """A dossier of which the councils were asked, before today."""
    name = "d-formulieren"
    open_dossier(kept, name, *small, OPENED)
    record(kept, name, VersionMade(on=OPENED, step="ontwerp", contains=tuple(Part)), SENT)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(kept, name, Agreed(on=OPENED, client=client), SENT)
    hear(kept, name, SENT)
    return name


async def filed(api: str, forms: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Start forms one after the other, and return each run with what its page says."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from gehoord.tasks.board.asking import ask
    from gehoord.tasks.board.pages import links_of

    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            where = (await links_of(client)).forms
            return [await _filed(client, ask, where[name], filled) for name, filled in forms]


async def _filed(client: Any, ask: Any, form: str, filled: dict[str, Any]) -> dict[str, Any]:
    path = f"/deployments/{form}/create_flow_run"
    begun = await ask(client, "POST", path, {"parameters": filled, "enforce_parameter_schema": True})
    give_up_at = time.monotonic() + 120
    run = begun
    while run["state_type"] not in ("COMPLETED", "FAILED", "CRASHED"):
        assert time.monotonic() < give_up_at, run["state"]
        await asyncio.sleep(0.3)
        run = await ask(client, "GET", f"/flow_runs/{begun['id']}", None)
    await asyncio.sleep(1)
    only = {"logs": {"flow_run_id": {"any_": [run["id"]]}}, "sort": "TIMESTAMP_ASC"}
    run["logs"] = [(one["level"], one["message"]) for one in await ask(client, "POST", "/logs/filter", only)]
    return dict(run)


def test_forms(prefect: Prefect, kept: Register, asked: str) -> None:
    t = time.time()
    runs = asyncio.run(
        filed(
            prefect.api,
            [
                ("melden-gehoord", {"dossier": asked, "gemeenten": ["Haarlem", "Hoorn"], "antwoord": "zienswijze", "op": "2026-11-26", "tekst": "Goed.\nGeweigerd: niets"}),
                ("melden-gehoord", {"dossier": asked, "gemeenten": ["Texel", "Hoorn"], "antwoord": "zienswijze"}),
                ("verplaatsen", {"dossier": asked, "stap": "verwerking", "naar": "2027-10-25", "reden": "de zaal is bezet", "alleen_bekijken": True}),
            ],
        )
    )
    for run in runs:
        print(run["name"], run["state_type"], run["state"]["name"], run["state"]["message"])
        for l in run["logs"]:
            print("   ", l)
    print(time.time() - t)
    assert 0
