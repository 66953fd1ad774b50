# SPDX-License-Identifier: EUPL-1.2
"""What it costs to start the command line, from nothing to the end of its process."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.ground import Ground
from benchmarks.measure import run
from benchmarks.row import Comparison, Figures, Judged, Target

COMMAND: Final = str(Path(sys.executable).parent / "gehoord")
RUNS: Final = 5


def comparisons() -> list[Comparison]:
    """Return the help, and how a dossier of 32 councils stands."""
    return [
        Comparison(
            f"gehoord {words}",
            "a bare interpreter",
            Target(at_most, Judged.OURS),
            _measure(words.split()),
        )
        for words, at_most in (("--help", 0.3), ("status", 0.6))
    ]


def _measure(words: list[str]) -> Callable[[Ground], Figures]:
    def measure(ground: Ground) -> Figures:
        url = f"sqlite:///{ground.asked(32)}"
        environment = {**os.environ, "GEHOORD_HOME": str(ground.place("home"))}
        environment["GEHOORD_DATABASE_URL"] = url

        def seconds(*command: str) -> float:
            runs = (run(*command, environment=environment).seconds for _ in range(RUNS))
            return median(runs)

        return Figures(seconds(COMMAND, *words), seconds(sys.executable, "-c", "pass"))

    return measure
