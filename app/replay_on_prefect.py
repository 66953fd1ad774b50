# SPDX-License-Identifier: EUPL-1.2
"""A replay on a real Prefect: every stage and every daily look is a flow run of a worker."""

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from gehoord.app.interrupting import stopped_at_once
from gehoord.app.port import free_port
from gehoord.app.printing import say
from gehoord.app.serving import running_prefect
from gehoord.app.speaking import speaking_with
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.progress import Outcome
from gehoord.replay.history import StageStarted
from gehoord.replay.machine import Engine

PATIENCE = 300
"""Seconds that one flow run may take on a busy machine."""


@contextmanager
def on_prefect(engine: Engine, *, stay: bool) -> Iterator[None]:
    """Let the stages and daily looks of a replay run on a server and a worker of their own.

    Args:
        engine: the replay; its register is the one that the worker uses.
        stay: leave the server on afterwards, until Enter is pressed.
    """
    os.environ["GEHOORD_HOME"] = str(engine.place.home)
    os.environ["GEHOORD_DATABASE_URL"] = engine.place.database
    os.environ["GEHOORD_MAIL_MODE"] = "proef"
    with stopped_at_once(), running_prefect(engine.place.home, free_port()) as prefect:
        say(f"Het bord van de herhaling: {prefect.page}/runs")
        engine.start_stage = lambda dossier, event: _stage(engine, prefect.api, dossier, event)
        engine.look_around = lambda dossier, on: _look(engine, prefect.api, dossier, on)
        engine.after = lambda dossier, on: _board(engine, prefect.api, dossier, on)
        yield
        if stay:
            input(f"De server staat nog aan op {prefect.page}. Enter stopt hem. ")


def _stage(engine: Engine, api: str, dossier: str, event: StageStarted) -> Outcome:
    parameters = {"dossier": dossier, "dag": event.on.isoformat()}
    return _run(api, event.stage.numbered, parameters)


def _look(engine: Engine, api: str, dossier: str, on: date) -> Outcome:
    return _run(api, "dagelijks", {"dag": on.isoformat()})


def _run(api: str, deployment: str, parameters: dict[str, Any]) -> Outcome:
    with speaking_with(api):
        return asyncio.run(_run_to_the_end(deployment, parameters))


async def _run_to_the_end(deployment: str, parameters: dict[str, Any]) -> Outcome:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterName

    only = DeploymentFilter(name=DeploymentFilterName(any_=[deployment]))
    async with get_client() as client:
        [found] = await client.read_deployments(deployment_filter=only)
        run = await client.create_flow_run_from_deployment(found.id, parameters=parameters)
        give_up_at = time.monotonic() + PATIENCE
        while time.monotonic() < give_up_at:
            run = await client.read_flow_run(run.id)
            if run.state and run.state.is_final():
                state = run.state
                return Outcome(
                    state.name or "", state.message or "", refused=not state.is_completed()
                )
            await asyncio.sleep(0.2)
    raise GehoordError(f"De run '{run.name}' is na {PATIENCE} seconden nog niet klaar.")


def _board(engine: Engine, api: str, dossier: str, on: date) -> None:
    from gehoord.tasks.board.keeping import sync_dossier
    from gehoord.tasks.following import send_and_write

    send_and_write(engine.register, dossier, on, engine.place)
    with speaking_with(api):
        report = asyncio.run(sync_dossier(engine.register, dossier, engine.place.home, on))
    if report.failed:
        raise GehoordError(f"Het bord volgt niet: {report.failed[0].reason}.")
