# SPDX-License-Identifier: EUPL-1.2
"""The forms in Prefect follow the register: they offer what is open now.

Those of the stages and the move are deployed from `prefect.yaml`. Those of reports are made here,
of the kinds of report, so that a new kind has its form by itself; and so are those that open a
dossier, for it takes two requests instead of seconds.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from prefect.client.orchestration import PrefectClient, get_client

from gehoord.domain.acts.form import KINDS_WITH_FORM
from gehoord.domain.acts.moving import MOVING
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.procedures.choices import eenheden_in, proposals_in
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.board.asking import PrefectAnswerError, ask
from gehoord.tasks.board.pools import ENGINE_POOL
from gehoord.tasks.board.prefect_api import BOARD_TAG
from gehoord.tasks.board.sync import BoardUnreachableError
from gehoord.tasks.settings import settings
from gehoord.templates.form_fields import Form
from gehoord.templates.forms import flow_name, forms, name_of
from gehoord.templates.forms_of_opening import FLOWS_OF_OPENING, forms_of_opening

_AT_MOST: Final = 200
"""Prefect gives no more at once; there are some forty deployments."""

FORMER: Final = frozenset(
    {
        "start",
        "themas",
        "ontwerpen",
        "horen",
        "vaststelling",
        "verantwoording",
        "wacht",
        "vastleggen",
    }
)
"""Deployments of version 0.1.0 that have another name now; one of them has a clock of its own."""


async def adjust_forms(register: Register, on: date) -> int:
    """Let every form offer what is open on a day; only what is missing or differs is written.

    In a Prefect to which `prefect.yaml` was not applied nobody carries a form out: it gets none.

    Returns: how many forms were made or changed.

    Raises:
        BoardUnreachableError: Prefect did not answer.
    """
    try:
        async with get_client() as client:
            there = {one["name"]: one for one in await _deployments(client)}
            return await _adjust(client, there, _wanted(register, on)) if MOVING in there else 0
    except PrefectAnswerError as error:
        raise BoardUnreachableError(
            f"De formulieren zijn niet bijgewerkt ({error}). De volgende keer gebeurt dat alsnog."
        ) from error


async def _adjust(
    client: PrefectClient, there: Mapping[str, dict[str, Any]], wanted: Mapping[str, Form]
) -> int:
    """Make what is missing and write what differs; return how many that were."""
    missing = [name for name in _MADE_HERE if name not in there]
    for name in missing:
        await _make(client, name, wanted[name])
    behind = [one for name, one in there.items() if _differs(one, wanted.get(name))]
    for one in behind:
        await ask(client, "PATCH", f"/deployments/{one['id']}", wanted[one["name"]])
    return len(missing) + len(behind)


async def remove_former() -> None:
    """Remove the deployments of an earlier version that have another name now.

    Raises:
        BoardUnreachableError: Prefect did not answer.
    """
    try:
        async with get_client() as client:
            for one in await _deployments(client):
                if one["name"] in FORMER:
                    await ask(client, "DELETE", f"/deployments/{one['id']}", None)
    except PrefectAnswerError as error:
        raise BoardUnreachableError(
            f"De oude formulieren staan nog in Prefect ({error}). De volgende keer gaan zij weg."
        ) from error


def _wanted(register: Register, on: date) -> dict[str, Form]:
    with register.reading() as reader:
        states = [state for name in reader.names() if (state := _readable(reader, name))]
        shown = forms(states, on)
    own = settings().proposals
    opening = forms_of_opening(states, tuple(proposals_in(own)), tuple(eenheden_in(own)))
    made = {name: {"entrypoint": entrypoint} for name, (_, entrypoint) in _MADE_HERE.items()}
    return {name: {**form, **made.get(name, {})} for name, form in {**shown, **opening}.items()}


async def _make(client: PrefectClient, name: str, form: Form) -> None:
    """Make a form, with the flow behind it."""
    flow = await ask(client, "POST", "/flows/", {"name": _MADE_HERE[name].flow})
    made = {
        **form,
        "name": name,
        "flow_id": flow["id"],
        "tags": [BOARD_TAG],
        "work_pool_name": ENGINE_POOL,
        "enforce_parameter_schema": False,  # Gehoord judges what is filled in, in Dutch
    }
    await ask(client, "POST", "/deployments/", made)


class _Made(NamedTuple):
    """What carries out a form: the name of its flow, and where a worker finds that."""

    flow: str
    entrypoint: str


_MADE_HERE: Final = {
    name_of(kind): _Made(flow_name(model), f"gehoord.flows.forms.{kind.replace('-', '_')}")
    for kind, model in KINDS_WITH_FORM.items()
} | {
    form: _Made(flow, f"gehoord.flows.opening_forms.{form.replace('-', '_')}")
    for form, flow in FLOWS_OF_OPENING.items()
}
"""What carries out each form that is made here."""


def _readable(reader: Reader, name: str) -> State | None:
    """Return a dossier; one that cannot be read is in no form, and `gehoord verify` names it."""
    try:
        return state_of(reader, name)
    except GehoordError:
        return None


def _differs(there: dict[str, Any], wanted: Form | None) -> bool:
    return wanted is not None and any(there[field] != value for field, value in wanted.items())


async def _deployments(client: PrefectClient) -> list[dict[str, Any]]:
    """Return what people and clocks can start, in one request."""
    asked = {"deployments": {"tags": {"all_": [BOARD_TAG]}}, "limit": _AT_MOST}
    found: list[dict[str, Any]] = await ask(client, "POST", "/deployments/filter", asked)
    return found
