"""Shows a text beside the run that made it, under its tab *Artifacts*."""

from prefect.client.orchestration import get_client
from prefect.context import FlowRunContext

from gehoord.tasks.board.asking import PrefectAnswerError, ask


async def show_beside_run(title: str, text: str) -> bool:
    """Show a text in Markdown beside the run in which this is called.

    Returns: whether Prefect took it; the run says the same in its lines.
    """
    context = FlowRunContext.get()
    if context is None or context.flow_run is None:
        return False
    shown = {
        "type": "markdown",
        "description": title,
        "data": text,
        "flow_run_id": str(context.flow_run.id),
    }
    try:
        async with get_client() as client:
            await ask(client, "POST", "/artifacts/", shown)
    except PrefectAnswerError:
        return False
    return True
