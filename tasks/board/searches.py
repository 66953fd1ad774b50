# SPDX-License-Identifier: EUPL-1.2
"""The lists of cards in the menu of Prefect: saved searches, written anew at each start."""

from prefect.client.orchestration import PrefectClient

from gehoord.tasks.board.asking import ask
from gehoord.templates.filters import PEOPLE_POOL, SAVED, Filter


async def keep_searches(client: PrefectClient) -> None:
    """Save the lists by their names; one that is there by its name becomes what it should be.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    for name, which in SAVED.items():
        await ask(client, "PUT", "/saved_searches/", {"name": name, "filters": _criteria(which)})


def _criteria(which: Filter) -> list[dict[str, object]]:
    """Return a filter as Prefect's pages save one."""
    asked = {
        "state": list(which.states),
        "workPool": [PEOPLE_POOL],
        "tag": list(which.tags),
        "range": dict(which.days),
    }
    blank = {"object": "flowRun", "type": "", "operation": ""}
    return [{**blank, "property": name, "value": value} for name, value in asked.items() if value]
