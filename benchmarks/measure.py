# SPDX-License-Identifier: EUPL-1.2
"""Processor time of work, in this process or in a child. Of several runs the median counts."""

import resource
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

Work = Callable[[], object]
PATIENCE: Final = 240
"""Seconds on the clock that a child may take."""


@dataclass(frozen=True, slots=True)
class Child:
    """A program that ran: what it printed, and its processor time from start to end."""

    printed: str
    seconds: float


def once(work: Work) -> float:
    """Return the seconds of processor time of one run, all threads of this process together."""
    start = process_time()
    work()
    return process_time() - start


def typical(work: Work, runs: int = 5) -> float:
    """Return the median of several runs; one before them warms up and does not count."""
    work()
    return median(once(work) for _ in range(runs))


def each(works: Iterable[Work]) -> float:
    """Return the median of pieces of work that can be done once; the first does not count."""
    first, *others = works
    first()
    return median(once(work) for work in others)


def in_turn(works: list[Work], others: list[Work]) -> tuple[float, float]:
    """Return the median of both sorts of work, done in turn: a busy machine slows them alike."""
    first, second = [], []
    for one, other in zip(works, others, strict=True):
        first.append(once(one))
        second.append(once(other))
    return median(first), median(second)


def run(
    *command: str, place: Path | None = None, environment: Mapping[str, str] | None = None
) -> Child:
    """Run a program to its end.

    Raises:
        ChildProcessError: it failed; the last line of what it said is in the message.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603
        command, cwd=place, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"code {done.returncode}"]
        raise ChildProcessError(said[-1])
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Child(done.stdout, seconds)
