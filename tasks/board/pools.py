"""The two pools: `motor` for what a machine does, `mensen` for what people owe."""

from contextlib import suppress
from typing import Final

from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectAlreadyExists

from gehoord.tasks.board.prefect_api import ensure_people_deployment

ENGINE_POOL: Final = "motor"


async def ensure_pools() -> None:
    """Make the pools and the deployment behind the board, unless they are there."""
    async with get_client() as client:
        pool = WorkPoolCreate(
            name=ENGINE_POOL, type="process", description="Het werk dat Gehoord zelf doet."
        )
        with suppress(ObjectAlreadyExists):
            await client.create_work_pool(pool)
    await ensure_people_deployment()
