# SPDX-License-Identifier: EUPL-1.2
"""Shows a text beside the run that made it, under its tab *Artifacts*."""

from prefect.client.orchestration import get_client
from prefect.context import FlowRunContext

from gehoord.tasks.board.asking import PrefectAnswerError, ask
from gehoord.tasks.board.pages import page_of
from gehoord.templates.links import Links


async def show_beside_run(title: str, text: str) -> str | None:
    """Show a text in Markdown beside the run in which this is called.

    Returns: the address of that text; nothing where Prefect did not take it.
    """
    context = FlowRunContext.get()
    if context is None or context.flow_run is None:
        return None
    shown = {
        "type": "markdown",
        "description": title,
        "data": text,
        "flow_run_id": str(context.flow_run.id),
    }
    try:
        async with get_client() as client:
            made = await ask(client, "POST", "/artifacts/", shown)
            return Links(page_of(client)).artifact(str(made["id"]))
    except (PrefectAnswerError, KeyError, TypeError):
        return None
