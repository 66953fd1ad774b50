# SPDX-License-Identifier: EUPL-1.2
"""The clocks that start the watch and the sending: off in tests, where their time may come."""


async def let_mornings_come(api: str, *, come: bool) -> None:
    """Let the clock start the watch at seven, or keep it from sending mail in the midst of a test.

    Prefect plans the runs of a deployment that has just changed within five seconds, and those of
    all others once a minute.

    Args:
        api: the address of the server.
        come: whether the schedule is active; runs that it planned go with it.
    """
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings({PREFECT_API_URL: api}):
        async with get_client() as client:
            for name in ("Dagelijkse controle/dagelijks", "Verzenden/verzenden"):
                found = await client.read_deployment_by_name(name)
                for schedule in found.schedules:
                    await client.update_deployment_schedule(found.id, schedule.id, active=come)
                await client.request(
                    "PATCH",
                    "/deployments/{id}",
                    path_params={"id": found.id},
                    json={"paused": False},
                )
