# SPDX-License-Identifier: EUPL-1.2
"""The two pools: `motor` for what a machine does, `mensen` for what people owe."""

from contextlib import suppress
from typing import Final

import httpx
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectAlreadyExists

from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.people import ensure_people_deployment

ENGINE_POOL: Final = "motor"


async def ensure_pools() -> None:
    """Make the pools and the deployment behind the board, unless they are there.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    pool = WorkPoolCreate(
        name=ENGINE_POOL, type="process", description="Het werk dat Gehoord zelf doet."
    )
    try:
        async with get_client() as client:
            with suppress(ObjectAlreadyExists):
                await client.create_work_pool(pool)
    except httpx.HTTPError as error:
        raise PrefectAnswerError(f"{type(error).__name__}: {error}") from error
    await ensure_people_deployment()
