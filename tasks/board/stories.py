# SPDX-License-Identifier: EUPL-1.2
"""Writes on each card what its story has that does not stand there yet.

A line under a card can only be added. So what stands there is kept as a digest in a file, and a
card of which the digest is another one is read first: what stands there already is not written
again, also when the file was lost, or somebody stopped halfway. Two that share the file take turns,
so that neither reads what the other is still writing.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from prefect.client.orchestration import PrefectClient
from pydantic import Field, ValidationError

from gehoord.domain.frozen import Frozen
from gehoord.tasks.alone import alone_in_turn
from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.card_lines import Lines, read_lines, write_lines
from gehoord.tasks.board.prefect_api import Reasons
from gehoord.tasks.whole_file import write_whole
from gehoord.templates.story.story_line import StoryLine, StoryPart


class StoriesTold(Frozen):
    """The digest of the story that stands under each run, by the id of the run."""

    runs: dict[str, str] = Field(default_factory=dict)


async def tell_stories(
    client: PrefectClient, stories: Lines, file: Path, now: datetime, pauses: Sequence[float]
) -> Reasons:
    """Let the whole story of each card stand under its run; what stands there costs nothing.

    Args:
        client: the way to Prefect.
        stories: the whole story of every card of a dossier, by its run.
        file: keeps what stands under which run; only of these runs.
        now: the moment (UTC).
        pauses: seconds to wait before each further round of what failed.

    Returns: the reason for each run of which the story is not there.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    async with alone_in_turn(file.with_name(f".{file.stem}.bezet")):
        return await _tell(client, stories, file, now, pauses)


async def _tell(
    client: PrefectClient, stories: Lines, file: Path, now: datetime, pauses: Sequence[float]
) -> Reasons:
    known = _kept(file).runs
    digests = {run: _digest(lines) for run, lines in stories.items()}
    behind = {run: stories[run] for run, d in digests.items() if known.get(str(run)) != d}
    reasons = await _insist(client, behind, now, pauses)
    told = {str(run): digest for run, digest in digests.items() if run not in reasons}
    if told != known:
        write_whole(file, StoriesTold(runs=told).model_dump_json().encode())
    return reasons


async def _insist(
    client: PrefectClient, behind: Lines, now: datetime, pauses: Sequence[float]
) -> Reasons:
    """Write what is missing, and once more what was refused; each time what is there is read.

    In the last round each run is written by itself: a line that Prefect goes on refusing keeps only
    its own card from its story.
    """
    reasons: Reasons = {}
    for number, pause in enumerate((0.0, *pauses)):
        if not behind:
            break
        await asyncio.sleep(pause)
        reasons = await _add(client, behind, now, apart=number == len(pauses))
        behind = {run: behind[run] for run in reasons}
    return reasons


async def _add(client: PrefectClient, behind: Lines, now: datetime, *, apart: bool) -> Reasons:
    try:
        there = await read_lines(client, list(behind))
    except PrefectAnswerError as error:
        return dict.fromkeys(behind, str(error))
    wanted = {run: missing(lines, there.get(run, []), now) for run, lines in behind.items()}
    new = {run: lines for run, lines in wanted.items() if lines}
    return await write_lines(client, new, apart=apart)


def missing(lines: Sequence[StoryLine], there: Sequence[str], now: datetime) -> list[StoryLine]:
    """Return the lines of a story that do not stand under a card.

    Once the card has a beginning it keeps that. A form that has another address since is pointed to
    again, now: the newest line is the one to follow.

    Args:
        lines: the whole story.
        there: the text of what stands there, in any order.
        now: the moment (UTC).
    """
    if not there:
        return list(lines)
    known = Counter(there)
    found = []
    for line in lines:
        if line.part is StoryPart.HEAD:
            continue
        if known[line.text]:
            known[line.text] -= 1
        else:
            found.append(replace(line, at=now) if line.part is StoryPart.FORM else line)
    return found


def _digest(lines: Sequence[StoryLine]) -> str:
    """Return a digest of what may be added to a story later: all but its beginning."""
    said = [line.text for line in lines if line.part is not StoryPart.HEAD]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def _kept(file: Path) -> StoriesTold:
    """Return what is known to stand there; nothing when that cannot be read."""
    try:
        return StoriesTold.model_validate_json(file.read_bytes())
    except (FileNotFoundError, ValidationError):
        return StoriesTold()
