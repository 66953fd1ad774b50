# SPDX-License-Identifier: EUPL-1.2
"""Stages as deployments: a real server, a real worker, a register of their own."""

import asyncio
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gehoord.app.serving import Prefect
from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Part
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from tests.engine.mornings import let_mornings_come

Small = tuple[Proposal, Eenheid, str]

pytestmark = pytest.mark.engine

OPENED = date(2026, 11, 23)
SENT = date(2027, 6, 17)


@pytest.fixture
def dossier(request: pytest.FixtureRequest, kept: Register, small: Small) -> str:
    """A dossier for this test, so far that the ontwerp is there."""
    name: str = "d-" + request.node.name.replace("_", "-")[5:50].strip("-")
    open_dossier(kept, name, *small, OPENED)
    made = VersionMade(on=date(2027, 6, 3), step="ontwerp", contains=tuple(Part))
    record(kept, name, made, SENT)
    return name


def agree(register: Register, dossier: str) -> None:
    record(register, dossier, Agreed(on=date(2027, 6, 10), client="regioburgemeester"), SENT)
    record(register, dossier, Agreed(on=date(2027, 6, 10), client="hoofdofficier"), SENT)


async def start(api: str, deployment: str, times: int = 1, **parameters: Any) -> list[Any]:
    """Start a deployment and return the final state of each run."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterName
    from prefect.settings import PREFECT_API_URL, temporary_settings

    only = DeploymentFilter(name=DeploymentFilterName(any_=[deployment]))
    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            [found] = await client.read_deployments(deployment_filter=only)
            runs = [
                await client.create_flow_run_from_deployment(found.id, parameters=parameters)
                for _ in range(times)
            ]
            give_up_at = time.monotonic() + 180
            while time.monotonic() < give_up_at:
                runs = [await client.read_flow_run(run.id) for run in runs]
                if all(run.state and run.state.is_final() for run in runs):
                    return [run.state for run in runs]
                await asyncio.sleep(0.3)
    pytest.fail(f"{deployment} was not done in time: {[run.state for run in runs]}")


async def board(api: str, dossier: str) -> dict[str, str]:
    """Return the state name of every run of a dossier on the board, by name of the run."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from gehoord.tasks.board.prefect_api import read_runs
    from gehoord.templates.filters import dossier_tag

    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            return {r.name: r.state_name for r in await read_runs(client, [dossier_tag(dossier)])}


def run_here(prefect: Prefect, flow: Any, **filled: Any) -> Any:
    """Run a flow in this process, at a quarter of what a worker costs; return its state."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from gehoord.flows import running
    from gehoord.tasks.settings import settings

    with pytest.MonkeyPatch.context() as patch, temporary_settings({PREFECT_API_URL: prefect.api}):
        patch.setenv("GEHOORD_HOME", str(prefect.home))
        for cached in (settings, running.open_register):
            cached.cache_clear()
        state = asyncio.run(flow(**filled, return_state=True))
        running.open_register().engine.dispose()
    for cached in (settings, running.open_register):
        cached.cache_clear()
    return state


def messages(register: Register, dossier: str) -> list[Message]:
    with register.reading() as reader:
        return reader.all(Message, dossier)


def test_hearing_without_both_agreements_ends_refused_and_names_what_is_missing(
    prefect: Prefect, kept: Register, dossier: str
) -> None:
    from gehoord.flows.hearing import hear_councils

    state = run_here(prefect, hear_councils, dossier=dossier, dag=SENT.isoformat())
    assert state.is_failed()
    assert state.name == "Geweigerd: geen reden bij 'verzonden voor akkoord'"
    assert "regioburgemeester en hoofdofficier van justitie" in state.message
    assert messages(kept, dossier) == []


def test_a_stage_started_through_its_deployment_does_its_work(
    prefect: Prefect, kept: Register, dossier: str, home: Path
) -> None:
    agree(kept, dossier)
    [state] = asyncio.run(start(prefect.api, "4-horen", dossier=dossier, dag=SENT.isoformat()))
    assert state.name == "Wacht op 3 van 3 raden"
    assert len(list((home / "outbox" / dossier).glob("*.eml"))) == 3
    assert (home / "agenda" / dossier / "GM0448.ics").exists()
    shown = asyncio.run(board(prefect.api, dossier))
    assert shown["Texel: raad horen over het ontwerp, uiterlijk 7 oktober 2027"] == "Scheduled"
    assert "Completed" in shown.values()


def test_two_runs_started_at_the_same_moment_do_the_work_once(
    prefect: Prefect, kept: Register, dossier: str
) -> None:
    agree(kept, dossier)
    states = asyncio.run(start(prefect.api, "4-horen", 2, dossier=dossier, dag=SENT.isoformat()))
    assert [s.name for s in states] == ["Wacht op 3 van 3 raden"] * 2
    assert len(messages(kept, dossier)) == 3
    with kept.reading() as reader:
        assert verify(reader, dossier).faults == ()


def test_what_is_recorded_with_the_form_closes_its_action_on_the_board(
    prefect: Prefect, kept: Register, dossier: str
) -> None:
    from gehoord.flows.forms import form_of

    form: dict[str, Any] = {"dossier": dossier, "op": "2026-11-20"}
    early = run_here(prefect, form_of("akkoord"), **form, van="hoofdofficier")
    assert early.is_failed()  # the ontwerp was not there yet on that day
    done = run_here(prefect, form_of("gedaan"), **form, stap="raadpleging-70")
    assert done.name == "Vastgelegd"
    with kept.reading() as reader:
        state = state_of(reader, dossier)
    [action] = [a for a in state.actions if a.step == "raadpleging-70"]
    assert action.state is ActionState.DONE
    assert asyncio.run(board(prefect.api, dossier))[action.name] == "Completed"


def test_the_daily_watch_makes_what_has_passed_late_on_the_board(
    prefect: Prefect, kept: Register, dossier: str
) -> None:
    [state] = asyncio.run(start(prefect.api, "dagelijks", dag="2027-11-08"))
    assert "te laat" in state.name
    assert asyncio.run(name_of(prefect.api, state)) == "dagelijkse controle"
    shown = asyncio.run(board(prefect.api, dossier))
    owed = "RBOP: beleidsplan vaststellen, uiterlijk 4 november 2027"
    assert {s for name, s in shown.items() if name.startswith(owed)} == {"Late"}
    with kept.reading() as reader:
        assert all(d.id.startswith("d-") for d in reader.all(Dossier))
        late = [a for a in reader.all(Action, dossier) if a.is_late(date(2027, 11, 8))]
    assert len([s for s in shown.values() if s == "Late"]) == len(late)


async def tasks_of(api: str, state: Any) -> list[str]:
    """Return the names of the tasks of the run that ended in this state."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
    from prefect.settings import PREFECT_API_URL, temporary_settings

    only = FlowRunFilter(id=FlowRunFilterId(any_=[state.state_details.flow_run_id]))
    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            return sorted(run.name for run in await client.read_task_runs(flow_run_filter=only))


async def cancel_by_hand(api: str, dossier: str, name: str) -> None:
    """Cancel a run as somebody may do in the pages of Prefect."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.objects import State, StateType
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from gehoord.tasks.board.prefect_api import read_runs
    from gehoord.templates.filters import dossier_tag

    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            [run] = [r for r in await read_runs(client, [dossier_tag(dossier)]) if r.name == name]
            await client.set_flow_run_state(
                run.id, State(type=StateType.CANCELLED, name="Cancelled"), force=True
            )


def test_a_day_on_which_nothing_happened_starts_no_task_and_mends_what_hands_did(
    prefect: Prefect, dossier: str
) -> None:
    from gehoord.flows.watch import watch

    quiet = date(2027, 6, 21)
    [_, state] = [run_here(prefect, watch, dag=quiet) for _ in range(2)]
    assert asyncio.run(tasks_of(prefect.api, state)) == []
    hearing = "Texel: raad horen over het ontwerp, uiterlijk 7 oktober 2027"
    asyncio.run(cancel_by_hand(prefect.api, dossier, hearing))
    state = run_here(prefect, watch, dag=quiet)
    assert asyncio.run(tasks_of(prefect.api, state)) == [
        "bord bijwerken",
        "formulieren bijwerken",
        "stand van zaken",
    ]
    assert asyncio.run(board(prefect.api, dossier))[hearing] == "Scheduled"


def test_the_daily_watch_is_scheduled_for_the_coming_mornings(prefect: Prefect) -> None:
    async def scheduled(patience: int) -> list[Any]:
        from prefect.client.orchestration import get_client
        from prefect.client.schemas.filters import FlowFilter, FlowFilterName
        from prefect.settings import PREFECT_API_URL, temporary_settings

        with temporary_settings({PREFECT_API_URL: prefect.api}):
            async with get_client() as client:
                only = FlowFilter(name=FlowFilterName(any_=["Dagelijkse controle"]))
                for _ in range(patience):
                    runs = await client.read_flow_runs(flow_filter=only)
                    if waiting := [r for r in runs if r.auto_scheduled]:
                        return waiting
                    await asyncio.sleep(0.5)
                return []

    asyncio.run(let_mornings_come(prefect.api, come=True))
    runs = asyncio.run(scheduled(200))
    asyncio.run(let_mornings_come(prefect.api, come=False))
    assert runs
    assert asyncio.run(scheduled(1)) == []
    from zoneinfo import ZoneInfo

    local = [r.expected_start_time.astimezone(ZoneInfo("Europe/Amsterdam")) for r in runs]
    assert {(t.hour, t.minute) for t in local} == {(7, 0)}


async def name_of(api: str, state: Any) -> str:
    """Return what the run that ended in this state is called."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            return (await client.read_flow_run(state.state_details.flow_run_id)).name


def test_a_move_is_named_in_plain_dutch(prefect: Prefect, dossier: str) -> None:
    from gehoord.flows.move import move_step

    wanted: dict[str, Any] = {
        "stap": "verwerking",
        "naar": "2027-10-25",
        "reden": "de zaal is bezet",
        "alleen_bekijken": False,
    }
    moved = run_here(prefect, move_step, dossier=dossier, **wanted)
    named = f"{dossier}: 'verwerking' naar 25 oktober 2027"
    assert asyncio.run(name_of(prefect.api, moved)) == named
