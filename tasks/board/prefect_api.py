# SPDX-License-Identifier: EUPL-1.2
"""The requests the board makes of Prefect: read, create, set, rename and remove runs.

Prefect's bulk answers are HTTP 200 with a verdict per item, and an item can fail on its own
(SQLite: ``database is locked``). Every write here returns the verdicts that were not good, as a
reason per run or key; a request that failed as a whole gives that reason to all it held.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from prefect.client.orchestration import PrefectClient

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.tasks.board.asking import PrefectAnswerError, ask

PEOPLE_FLOW: Final = "actie"
BOARD_TAG: Final = "gehoord"

# Limits of Prefect 3.8 itself: a page, a bulk create, a bulk change.
_PAGE: Final = 200
_CREATE_AT_ONCE: Final = 100
_CHANGE_AT_ONCE: Final = 50

Item = TypeVar("Item")
Reasons = dict[Any, str]
"""What was not done: a key or run, and why."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run as Prefect holds it; ``planned_at`` is the moment from which the UI counts lateness."""

    id: UUID
    key: str | None
    name: str
    tags: frozenset[str]
    parameters: Mapping[str, Any]
    state_type: str
    state_name: str
    state_at: datetime
    planned_at: datetime | None

    @property
    def planned_on(self) -> date | None:
        """The day in Amsterdam for which it is planned."""
        return self.planned_at.astimezone(AMSTERDAM).date() if self.planned_at else None

    def is_shown(self, name: str) -> bool:
        """Whether it waits for its moment under this name of a state."""
        return self.state_type == "SCHEDULED" and self.state_name == name

    @classmethod
    def read(cls, found: Mapping[str, Any]) -> "Run":
        """Build a run from Prefect's JSON."""
        state, planned = found["state"], found["expected_start_time"]
        return cls(
            id=UUID(found["id"]),
            key=found["idempotency_key"],
            name=found["name"],
            tags=frozenset(found["tags"]),
            parameters=found["parameters"],
            state_type=state["type"],
            state_name=state["name"],
            state_at=datetime.fromisoformat(state["timestamp"]),
            planned_at=datetime.fromisoformat(planned) if planned else None,
        )


def _chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))


async def read_runs(client: PrefectClient, tags: Sequence[str]) -> list[Run]:
    """Return every run of the people's flow that bears all ``tags``; one request per 200.

    Raises:
        PrefectAnswerError: a page could not be read.
    """
    found: dict[UUID, Run] = {}
    offset = 0
    while True:
        page = await ask(
            client,
            "POST",
            "/flow_runs/filter",
            {
                "flows": {"name": {"any_": [PEOPLE_FLOW]}},
                "flow_runs": {"tags": {"all_": list(tags)}},
                "limit": _PAGE,
                "offset": offset,
            },
        )
        try:
            found |= {run.id: run for run in map(Run.read, page)}
        except (KeyError, TypeError, ValueError) as error:
            raise PrefectAnswerError(f"onbekend antwoord: {error!r}") from error
        if len(page) < _PAGE:
            return list(found.values())
        offset += _PAGE


History = dict[tuple[int, str], int]
"""The number of runs by the stretch in which they were planned, from 0, and the name of a state."""


async def run_history(
    client: PrefectClient, tags: Sequence[str], start: datetime, stretches: int, each: timedelta
) -> History:
    """Return how many runs that bear all ``tags`` were planned in each stretch of time.

    Args:
        client: the way to Prefect.
        tags: of the people's flow, those of one dossier.
        start: the begin of the first stretch.
        stretches: how many; Prefect looks at no more than 500.
        each: how long one is.

    Raises:
        PrefectAnswerError: it could not be read.
    """
    body = {
        "flows": {"name": {"any_": [PEOPLE_FLOW]}},
        "flow_runs": {"tags": {"all_": list(tags)}},
        "history_start": start.isoformat(),
        "history_end": (start + stretches * each).isoformat(),
        "history_interval_seconds": each.total_seconds(),
    }
    answer = await ask(client, "POST", "/flow_runs/history", body)
    try:
        return {
            (number, state["state_name"]): state["count_runs"]
            for number, stretch in enumerate(answer)
            for state in stretch["states"]
        }
    except (KeyError, TypeError) as error:
        raise PrefectAnswerError(f"onbekend antwoord: {error!r}") from error


async def create_runs(
    client: PrefectClient, deployment: UUID, orders: Sequence[Mapping[str, Any]]
) -> Reasons:
    """Create runs and return the reason for each ``idempotency_key`` that failed.

    An existing key is no failure: Prefect then keeps the run it has.
    """
    reasons: Reasons = {}
    for chunk in _chunks(orders, _CREATE_AT_ONCE):
        keys = [order["idempotency_key"] for order in chunk]
        try:
            path = f"/deployments/{deployment}/create_flow_run/bulk"
            answer = await ask(client, "POST", path, list(chunk))
            reasons |= {
                key: _first_line(result["error"])
                for key, result in zip(keys, answer["results"], strict=True)
                if result["status"] != "CREATED"
            }
        except (PrefectAnswerError, KeyError, TypeError, ValueError) as error:
            reasons |= dict.fromkeys(keys, str(error))
    return reasons


async def set_state(
    client: PrefectClient, ids: Sequence[UUID], state: Mapping[str, Any]
) -> Reasons:
    """Put runs in one state, whatever they were in, and return the reason per run that failed."""
    reasons: Reasons = {}
    for chunk in _chunks(ids, _CHANGE_AT_ONCE):
        body = {**_these(chunk), "state": dict(state), "force": True}
        try:
            answer = await ask(client, "POST", "/flow_runs/bulk_set_state", body)
            verdicts = {UUID(result["flow_run_id"]): result for result in answer["results"]}
            reasons |= {
                run: _first_line((verdicts[run].get("details") or {}).get("reason"))
                if run in verdicts
                else "de run is er niet meer"
                for run in chunk
                if run not in verdicts or verdicts[run]["status"] != "ACCEPT"
            }
        except (PrefectAnswerError, KeyError, TypeError, ValueError) as error:
            reasons |= dict.fromkeys(chunk, str(error))
    return reasons


async def delete_runs(client: PrefectClient, ids: Sequence[UUID]) -> Reasons:
    """Remove runs and return the reason per run that could not be removed.

    A run that was gone already is no failure. Its key is free again afterwards.
    """
    reasons: Reasons = {}
    for chunk in _chunks(ids, _CHANGE_AT_ONCE):
        try:
            await ask(client, "POST", "/flow_runs/bulk_delete", _these(chunk))
        except PrefectAnswerError as error:
            reasons |= dict.fromkeys(chunk, str(error))
    return reasons


async def update_run(client: PrefectClient, run: UUID, label: Mapping[str, Any]) -> str | None:
    """Change name, tags or parameters of one run (there is no bulk form); return why not."""
    try:
        await ask(client, "PATCH", f"/flow_runs/{run}", dict(label))
    except PrefectAnswerError as error:
        return str(error)
    return None


def _first_line(reason: object) -> str:
    """Cut off the SQL statement and its values, which Prefect adds to a database error."""
    return str(reason).partition("\n")[0]


def _these(ids: Sequence[UUID]) -> dict[str, Any]:
    return {"flow_runs": {"id": {"any_": [str(run) for run in ids]}}, "limit": len(ids)}
