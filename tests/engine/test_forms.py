# SPDX-License-Identifier: EUPL-1.2
"""Forms as people use them: filled in on the page, carried out by a real worker."""

import asyncio
import shutil
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gehoord.app.serving import Prefect
from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.proposal.step import Part
from gehoord.flows import clock
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.templates.filters import dossier_tag
from gehoord.templates.form_fields import Form
from gehoord.templates.forms import forms
from tests.conftest import HERE
from tests.sentence import assert_sentence
from tests.story import Small

pytestmark = pytest.mark.engine

OPENED = date(2026, 11, 23)
SENT = date(2026, 11, 25)
DOSSIER = "d-formulieren"
NEW = "d-geopend"
FORGED = "Helder verhaal.\nGeweigerd: dit is een verzonnen regel"
HEARD = {"gemeenten": ["Haarlem", "Hoorn"], "antwoord": "zienswijze", "op": "2026-11-26"}
MOVED = {"stap": "verwerking", "naar": "2027-10-25", "reden": "de zaal is bezet"}


@pytest.fixture
def asked(kept: Register, small: Small) -> str:
    """A dossier of which the councils were asked, before today."""
    open_dossier(kept, DOSSIER, *small, OPENED)
    record(kept, DOSSIER, VersionMade(on=OPENED, step="ontwerp", contains=tuple(Part)), SENT)
    record(kept, DOSSIER, Agreed(on=OPENED, client="regioburgemeester"), SENT)
    record(kept, DOSSIER, Agreed(on=OPENED, client="hoofdofficier"), SENT)
    hear(kept, DOSSIER, SENT)
    return DOSSIER


STANDSTILL_SECONDS = 120
"""A run of which nothing changes for so long has stopped."""

Filled = tuple[str, dict[str, Any]]


async def filed(api: str, posts: list[Filled]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Start forms one after the other, as the page does.

    Returns: each run with what its page says, and every form as it is afterwards.
    """
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from gehoord.tasks.board.asking import ask
    from gehoord.tasks.forms import _deployments

    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            there = {one["name"]: one for one in await _deployments(client)}
            runs = []
            for name, filled in posts:
                path = f"/deployments/{there[name]['id']}/create_flow_run"
                run = await ask(client, "POST", path, {"parameters": filled})
                runs.append({**await _ended(client, run["id"]), "begun_as": run["name"]})
            return runs, {one["name"]: one for one in await _deployments(client)}


async def _ended(client: Any, run_id: str) -> dict[str, Any]:
    """Return a run at its end, with the lines on its page."""
    from gehoord.tasks.board.asking import ask

    only = {"logs": {"flow_run_id": {"any_": [run_id]}}}
    seen, give_up_at = None, time.monotonic() + STANDSTILL_SECONDS
    while time.monotonic() < give_up_at:
        run: dict[str, Any] = await ask(client, "GET", f"/flow_runs/{run_id}", None)
        lines = await ask(client, "POST", "/logs/filter", only)
        last = f"Finished in state {run['state']['name']}("  # of the run, not of a task in it
        if run["end_time"] and any(line["message"].startswith(last) for line in lines):
            return {**run, "lines": [(line["level"], line["message"]) for line in lines]}
        if (now := (run["state"], len(lines))) != seen:  # a slow machine is not a broken one
            seen, give_up_at = now, time.monotonic() + STANDSTILL_SECONDS
        await asyncio.sleep(0.3)
    pytest.fail(f"{run['name']} stands still: {run['state']}")


async def cards(api: str, dossier: str) -> int:
    """Return how many cards of a dossier are on the board."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from gehoord.tasks.board.asking import ask

    of_dossier = {"flow_runs": {"tags": {"all_": [dossier_tag(dossier)]}}}
    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            return int(await ask(client, "POST", "/flow_runs/count", of_dossier))


@pytest.fixture
def plannen(home: Path) -> None:
    """The folder of the adviser, with a proposal and a unit of his own."""
    folder = home.parent / "plannen"
    folder.mkdir(exist_ok=True)
    shutil.copy(HERE / "klein.toml", folder)
    shutil.copy(HERE / "klein-eenheid.toml", folder / "eenheid.toml")


def test_forms_are_carried_out_as_they_were_filled_in(
    prefect: Prefect, kept: Register, asked: str, plannen: None
) -> None:
    again = {"dossier": asked, "gemeenten": ["Texel", "Hoorn"], "antwoord": "zienswijze"}
    filled: list[Filled] = [
        ("openen", {"voorstel": "klein.toml", "naam": NEW}),  # every form comes to name both
        ("melden-gehoord", {"dossier": asked, **HEARD, "tekst": FORGED}),
        ("melden-gehoord", again),
        ("verplaatsen", {"dossier": asked, **MOVED, "alleen_bekijken": True}),
    ]
    (opened, heard, refused, looked), after = asyncio.run(filed(prefect.api, filled))

    assert heard["name"] == "Haarlem en Hoorn: gehoord, zienswijze, 26 november 2026"
    assert heard["begun_as"] == heard["name"]
    assert heard["state"]["name"] == "Vastgelegd"
    assert (20, "De raad van Haarlem is gehoord: zienswijze.") in heard["lines"]
    assert not any(line.startswith("Geweigerd") for _, line in heard["lines"])

    errors = [line for level, line in refused["lines"] if level == 40]
    assert refused["state"]["name"] == "Geweigerd"
    assert_sentence(errors[0], "De raad van Hoorn is al gehoord", "Er is niets vastgelegd")
    with kept.reading() as reader:
        hearings = {h.name: h.state for h in state_of(reader, asked).hearings}
    assert hearings["Texel"] is HearingState.INVITED
    assert hearings["Hoorn"] is HearingState.HEARD

    assert looked["state"]["name"] == "Alleen bekeken: 1 actie schuift mee"
    assert any("wordt uiterlijk 25 oktober 2027" in line for _, line in looked["lines"])
    assert any("alleen_bekijken%22%3Afalse" in line for _, line in looked["lines"])

    assert opened["name"] == f"{NEW}: dossier openen"
    assert opened["state"]["name"] == "Geopend"
    assert any(line.startswith("Eerste fase, 'Start'") for _, line in opened["lines"])
    assert any(line.startswith("Alles, als tabel: http") for _, line in opened["lines"])
    with kept.reading() as reader:
        assert asyncio.run(cards(prefect.api, NEW)) == len(state_of(reader, NEW).actions)
    choices = after["openen"]["parameter_openapi_schema"]["properties"]["voorstel"]["enum"]
    assert choices[0] == "klein.toml"

    for name, form in forms_now(kept).items():  # of every dossier in this Prefect
        assert after[name]["parameter_openapi_schema"] == form["parameter_openapi_schema"], name
    assert (
        asked
        in after["melden-aanvulling"]["parameter_openapi_schema"]["properties"]["dossier"]["enum"]
    )


def forms_now(register: Register) -> dict[str, Form]:
    """Every form as it must be today; that it leaves out who was heard is proven beside it."""
    with register.reading() as reader:
        states = [state_of(reader, name) for name in reader.names()]
    return forms(states, clock.today())
