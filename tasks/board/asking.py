# SPDX-License-Identifier: EUPL-1.2
"""One request to Prefect, and its answer."""

from typing import Any, cast

import httpx
from prefect.client.orchestration import PrefectClient


class PrefectAnswerError(Exception):
    """Prefect could not be asked, or answered in a form this program does not know."""


async def ask(client: PrefectClient, method: str, path: str, body: object) -> Any:
    """Send one request and return the parsed answer; Prefect's client repeats a 503 itself."""
    try:
        # The client's list of routes is a type only, and leaves the bulk routes out.
        answer = await client.request(cast(Any, method), cast(Any, path), json=body)
        return answer.json() if answer.content else None
    except (httpx.HTTPError, ValueError) as error:
        raise PrefectAnswerError(f"{type(error).__name__}: {error}") from error
