# SPDX-License-Identifier: EUPL-1.2
"""The lines under the cards: Prefect keeps them as logs of runs that never ran."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from uuid import UUID

from prefect.client.orchestration import PrefectClient

from gehoord.tasks.board.asking import PrefectAnswerError, ask
from gehoord.tasks.board.prefect_api import Reasons
from gehoord.templates.story.story_line import StoryLine

_LOGGER: Final = "gehoord"
_PAGE: Final = 200
"""Prefect gives no more lines at once."""
_RUNS_AT_ONCE: Final = 400
"""Of how many runs lines are asked at once: Prefect hands each to its database as a value."""
_LINES_AT_ONCE: Final = 2000
"""Prefect takes some 4,600 in one transaction, and more in several."""

Lines = Mapping[UUID, Sequence[StoryLine]]
"""What is to stand under each run."""


async def read_lines(client: PrefectClient, runs: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Return what stands under each of these runs; one request per 200 lines.

    Raises:
        PrefectAnswerError: a page could not be read.
    """
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for start in range(0, len(runs), _RUNS_AT_ONCE):
        asked = [str(run) for run in runs[start : start + _RUNS_AT_ONCE]]
        offset = 0
        while True:
            body = {
                "logs": {"flow_run_id": {"any_": asked}},
                "sort": "TIMESTAMP_ASC",
                "limit": _PAGE,
                "offset": offset,
            }
            page = await ask(client, "POST", "/logs/filter", body)
            try:
                for line in page:
                    found[UUID(line["flow_run_id"])].append(line["message"])
            except (KeyError, TypeError, ValueError) as error:
                raise PrefectAnswerError(f"onbekend antwoord: {error!r}") from error
            if len(page) < _PAGE:
                break
            offset += _PAGE
    return found


async def write_lines(client: PrefectClient, lines: Lines, *, apart: bool = False) -> Reasons:
    """Write lines under runs and return the reason for each run that failed.

    The lines of one run stand there all, or none does. Runs that are written ``apart`` do not fail
    for what is under another.
    """
    reasons: Reasons = {}
    for runs in ([run] for run in lines) if apart else _together(lines):
        body = [_as_taken(run, line) for run in runs for line in lines[run]]
        try:
            await ask(client, "POST", "/logs/", body)
        except PrefectAnswerError as error:
            reasons |= dict.fromkeys(runs, str(error))
    return reasons


def _together(lines: Lines) -> Iterator[list[UUID]]:
    """Yield as many runs as fit in one request, each with all of its lines."""
    runs: list[UUID] = []
    number = 0
    for run, of_run in lines.items():
        if runs and number + len(of_run) > _LINES_AT_ONCE:
            yield runs
            runs, number = [], 0
        runs.append(run)
        number += len(of_run)
    if runs:
        yield runs


def _as_taken(run: UUID, line: StoryLine) -> dict[str, object]:
    return {
        "name": _LOGGER,
        "level": line.level,
        "message": line.text,
        "timestamp": line.at.isoformat(),
        "flow_run_id": str(run),
    }
