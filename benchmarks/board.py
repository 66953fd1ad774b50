# SPDX-License-Identifier: EUPL-1.2
"""The Prefect board, on a server of our own."""

import json
import sys

import psycopg

from benchmarks.ground import Ground
from benchmarks.measure import run
from benchmarks.postgres import postgres_server
from benchmarks.row import Comparison, Figures, Judged, Target
from benchmarks.server import Server, prefect_server


def comparisons() -> list[Comparison]:
    """Return a day without changes, a board under lock errors, and a morning with much late."""
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
        *(
            Comparison(
                f"342 cards late at once with their stories, all on {kind}",
                "the bare writing of as many states and lines",
                Target(0, Judged.COUNT),
                measure,
            )
            for kind, measure in (("SQLite", _late_on_sqlite), ("PostgreSQL", _late_on_postgres))
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


def _late_on_sqlite(ground: Ground) -> Figures:
    register = ground.place("register") / "gehoord.db"
    with prefect_server(ground.place("prefect")) as server:
        return _late(ground, server, f"sqlite:///{register}")


def _late_on_postgres(ground: Ground) -> Figures:
    with postgres_server() as address:
        for name in ("prefect", "gehoord"):
            with psycopg.connect(f"postgresql://{address}/postgres", autocommit=True) as line:
                line.execute(f"CREATE DATABASE {name}")
        home, database = ground.place("prefect"), f"postgresql+asyncpg://{address}/prefect"
        with prefect_server(home, database) as server:
            return _late(ground, server, f"postgresql+psycopg://{address}/gehoord")


def _late(ground: Ground, server: Server, register: str) -> Figures:
    place = {"GEHOORD_HOME": str(ground.place("home")), "GEHOORD_DATABASE_URL": register}
    command = (sys.executable, "-m", "benchmarks.falling_late", str(server.group), str(server.log))
    return _figures(run(*command, environment={**server.environment, **place}).printed)


def _measured(environment: dict[str, str], *words: str) -> Figures:
    command = (sys.executable, "-m", "benchmarks.on_prefect", *words)
    return _figures(run(*command, environment=environment).printed)


def _figures(printed: str) -> Figures:
    return Figures(**json.loads(printed.splitlines()[-1]))
