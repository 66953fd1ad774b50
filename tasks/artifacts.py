"""The overviews that Prefect shows beside the runs; each keeps its own history there."""

from datetime import date

from prefect.artifacts import (
    acreate_markdown_artifact,
    acreate_progress_artifact,
    acreate_table_artifact,
)

from gehoord.domain.dossier.state import State
from gehoord.templates.overviews import councils, how_many_heard, overview


async def publish_overviews(state: State, on: date) -> None:
    """Publish how far the hearing is, the table of councils, and the findings on the plan."""
    name = state.dossier.id
    if state.hearings:
        share, heard = how_many_heard(state)
        await acreate_progress_artifact(
            progress=share, key=f"{name}-gehoord", description=f"{heard} gehoord"
        )
        await acreate_table_artifact(
            table=councils(state), key=f"{name}-raden", description="De raden en hun antwoord"
        )
    await acreate_markdown_artifact(
        markdown=overview(state, on), key=f"{name}-bevindingen", description="Bevindingen"
    )
