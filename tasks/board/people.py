# SPDX-License-Identifier: EUPL-1.2
"""The pool and the deployment behind the board: made where they are missing, and not shown red."""

from contextlib import suppress
from typing import Final
from uuid import UUID

import httpx
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound

from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.prefect_api import BOARD_TAG, PEOPLE_FLOW
from gehoord.tasks.board.ready import show_ready
from gehoord.tasks.board.searches import keep_searches
from gehoord.templates.filters import PEOPLE_POOL

PEOPLE_DEPLOYMENT: Final = "mensen"
PEOPLE_ENTRYPOINT: Final = "gehoord.flows.person.refuse"

_POOL_TEXT: Final = (
    "De acties van mensen: elke regel is iets dat iemand vóór het einde van die dag doet. Geen "
    "machine werkt hieraan. De worker 'mensen' bestaat niet echt: hij staat er alleen om dit bord "
    "niet rood te laten zijn. Start hier geen worker. Gehoord houdt het bord bij."
)
_DEPLOYMENT_TEXT: Final = (
    "Het bord: elke run is een actie van een mens. Start hier niets met de hand; "
    "`gehoord board sync` bouwt het bord opnieuw op uit het register."
)


async def ensure_people_deployment() -> UUID:
    """Make sure that pool, flow and deployment exist and are not red, with the lists in the menu.

    Returns: the deployment.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    async with get_client() as client:
        deployment = await people_deployment(client)
        await _furnish(client, deployment)
        return deployment


async def people_deployment(client: PrefectClient) -> UUID:
    """Return the deployment behind the board, made with its pool and flow where missing.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    try:
        try:
            name = f"{PEOPLE_FLOW}/{PEOPLE_DEPLOYMENT}"
            return (await client.read_deployment_by_name(name)).id
        except ObjectNotFound:
            deployment = await _make_people_deployment(client)
    except httpx.HTTPError as error:
        raise PrefectAnswerError(f"{type(error).__name__}: {error}") from error
    await _furnish(client, deployment)
    return deployment


async def _furnish(client: PrefectClient, deployment: UUID) -> None:
    """Let nothing of the board be red, and its lists stand in the menu."""
    await show_ready(client, PEOPLE_POOL, deployment, _POOL_TEXT)
    await keep_searches(client)


async def _make_people_deployment(client: PrefectClient) -> UUID:
    try:
        await client.read_work_pool(PEOPLE_POOL)
    except ObjectNotFound:
        pool = WorkPoolCreate(name=PEOPLE_POOL, type="process", description=_POOL_TEXT)
        with suppress(ObjectAlreadyExists):  # another session of Gehoord was first
            await client.create_work_pool(pool)
    return await client.create_deployment(
        flow_id=await client.create_flow_from_name(PEOPLE_FLOW),
        name=PEOPLE_DEPLOYMENT,
        work_pool_name=PEOPLE_POOL,
        tags=[BOARD_TAG],
        description=_DEPLOYMENT_TEXT,
        entrypoint=PEOPLE_ENTRYPOINT,
        enforce_parameter_schema=False,
    )
