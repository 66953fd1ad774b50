# SPDX-License-Identifier: EUPL-1.2
"""After the cards are right: their stories, and what of these failed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from prefect.client.orchestration import PrefectClient

from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.story import Story
from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.differences import Repair
from gehoord.tasks.board.pages import links_of
from gehoord.tasks.board.stories import tell_stories
from gehoord.tasks.board.sync import PAUSES, BoardReport, Failure
from gehoord.tasks.settings import settings
from gehoord.templates.story.telling import Teller


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told: the stories of a dossier, at a moment (UTC)."""

    state: State
    stories: Mapping[str, Story]
    now: datetime


async def with_stories(
    client: PrefectClient, report: BoardReport, telling: Telling, home: Path
) -> BoardReport:
    """Tell on each card its story; return the report with what of that failed."""
    runs = {key: run for key, run in report.runs.items() if key in telling.stories}
    try:
        teller = Teller(telling.state, await links_of(client), settings().desk_overviews)
    except PrefectAnswerError as error:
        return _with_failures(report, dict.fromkeys(runs, str(error)))
    file = home / "bord" / f"{telling.state.id}.verhalen.json"
    lines = {run: teller.lines(telling.stories[key]) for key, run in runs.items()}
    refused = await tell_stories(client, lines, file, telling.now, PAUSES[:2])
    return _with_failures(report, {k: refused[run] for k, run in runs.items() if run in refused})


def _with_failures(report: BoardReport, reasons: Mapping[str, str]) -> BoardReport:
    known = {failure.key for failure in report.failed}
    found = [Failure(k, Repair.TELL, why) for k, why in reasons.items() if k not in known]
    return replace(report, failed=(*report.failed, *found))
