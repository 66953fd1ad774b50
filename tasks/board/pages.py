# SPDX-License-Identifier: EUPL-1.2
"""Where the pages of this Prefect are, and the id of each form on them."""

from prefect.client.orchestration import PrefectClient
from prefect.settings import PREFECT_UI_URL

from gehoord.tasks.board.asking import PrefectAnswerError, ask
from gehoord.tasks.board.prefect_api import BOARD_TAG
from gehoord.templates.links import Links, standing_key

_AT_MOST = 200
"""Prefect gives no more at once; there are some thirty deployments."""


async def links_of(client: PrefectClient) -> Links:
    """Return the pages of the Prefect that a client speaks with.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    asked = {"deployments": {"tags": {"all_": [BOARD_TAG]}}, "limit": _AT_MOST}
    found = await ask(client, "POST", "/deployments/filter", asked)
    keys = {"artifacts": {"key": {"like_": standing_key("")}}, "limit": _AT_MOST}
    shown = await ask(client, "POST", "/artifacts/latest/filter", keys)
    try:
        forms = {str(one["name"]): str(one["id"]) for one in found}
        artifacts = {str(one["key"]): str(one["latest_id"]) for one in shown}
    except (KeyError, TypeError) as error:
        raise PrefectAnswerError(f"onbekend antwoord: {error!r}") from error
    return Links(page_of(client), forms, artifacts)


def page_of(client: PrefectClient) -> str:
    """Return the address of the pages of the Prefect that a client speaks with."""
    page = PREFECT_UI_URL.value() or str(client.api_url).removesuffix("/").removesuffix("/api")
    return page.rstrip("/")
