"""The Prefect board, on a server of our own."""

import json
import sys

from benchmarks.ground import Ground
from benchmarks.measure import run
from benchmarks.row import Comparison, Figures, Judged, Target


def comparisons() -> list[Comparison]:
    """Return a day without changes, and a board that is put right under lock errors."""
    return [
        Comparison(
            "a day on the board of 342 councils, nothing changed",
            "a bare empty asynchronous flow",
            Target(1.3, Judged.RATIO),
            _day,
        ),
        Comparison(
            "board of 342 cards right within four rounds, a third of the writes lost",
            "the same with none lost",
            Target(0, Judged.COUNT),
            _faults,
        ),
    ]


def _day(ground: Ground) -> Figures:
    server = ground.server()
    place = {
        "GEHOORD_HOME": str(ground.place("home")),
        "GEHOORD_DATABASE_URL": f"sqlite:///{ground.opened(342)}",
    }
    return _measured({**server.environment, **place}, "day", str(server.group))


def _faults(ground: Ground) -> Figures:
    return _measured(ground.server().environment, "faults")


def _measured(environment: dict[str, str], *words: str) -> Figures:
    command = (sys.executable, "-m", "benchmarks.on_prefect", *words)
    return Figures(**json.loads(run(*command, environment=environment).printed.splitlines()[-1]))
