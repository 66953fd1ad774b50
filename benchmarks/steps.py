# SPDX-License-Identifier: EUPL-1.2
"""A durable step: the answer of one council, decided, journalled and committed."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks import peers, work
from benchmarks.dossier import HEARD, register_in
from benchmarks.ground import Ground
from benchmarks.measure import each, in_turn, once
from benchmarks.row import Comparison, Figures, Judged, Target

TIMES: Final = {32: 31, 342: 100, 1000: 100, 3420: 100}
"""How many councils answer in a dossier of each size."""
ENGINES: Final = (
    ("DBOS on SQLite", "one durable step", 2, peers.dbos),
    ("SpiffWorkflow", "a step and its state serialised", 50, peers.spiff),
    ("bpmn-engine", "a step and its state serialised", 9, peers.bpmn_engine),
)
"""What each does for an answer, and how many times our processor time that must be at least."""
COMMITS: Final = 5000


def comparisons() -> list[Comparison]:
    """Return a step at four sizes beside a bare commit, and at 342 councils beside engines."""
    steps = Steps()
    return [
        *(
            Comparison(
                f"record an answer at {councils:,} councils",
                "one commit in plain SQLite",
                Target(0.002, Judged.OURS),
                steps.beside_commit(councils),
            )
            for councils in TIMES
        ),
        Comparison(
            "record an answer at 3,420 councils, beside few",
            "the same at 32 councils",
            Target(1.5, Judged.RATIO),
            steps.at_two_sizes,
        ),
        *(
            Comparison(
                f"record an answer at {peers.COUNCILS} councils, beside {name}",
                f"{name}, {step}",
                Target(1 / times, Judged.RATIO),
                steps.beside_engine(measure),
            )
            for name, step, times, measure in ENGINES
        ),
    ]


class Steps:
    """The cost of a step at each size, measured once."""

    def __init__(self) -> None:
        self._known: dict[int, float] = {}

    def cost(self, ground: Ground, councils: int) -> float:
        """Return the seconds of one step at this size."""
        if councils not in self._known:
            with register_in(ground.asked(councils), HEARD) as register:
                self._known[councils] = each(work.answers(register, TIMES[councils]))
        return self._known[councils]

    def beside_commit(self, councils: int) -> Callable[[Ground], Figures]:
        """Return what compares a step at a size with a bare commit."""

        def measure(ground: Ground) -> Figures:
            floor = commit(ground.place("plain") / "plain.db")
            return Figures(self.cost(ground, councils), floor)

        return measure

    def at_two_sizes(self, ground: Ground) -> Figures:
        """Compare a step among many councils with one among few, taking turns."""
        few, many = min(TIMES), max(TIMES)
        with (
            register_in(ground.asked(few), HEARD) as small,
            register_in(ground.asked(many), HEARD) as large,
        ):
            return Figures(
                *in_turn(work.answers(large, TIMES[few]), work.answers(small, TIMES[few]))
            )

    def beside_engine(self, peer: Callable[[], "peers.Peer"]) -> Callable[[Ground], Figures]:
        """Return what compares a step with that of another engine."""

        def measure(ground: Ground) -> Figures:
            ours, found = self.cost(ground, peers.COUNCILS), peer()
            return Figures(ours, found.seconds, said=found.said)

        return measure


def commit(file: Path) -> float:
    """Return the seconds of one commit, with the settings of the register."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE line (text TEXT)")

    def write() -> None:
        for _ in range(COMMITS):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO line VALUES (?)", (work.ZIENSWIJZE,))
            connection.execute("COMMIT")

    seconds = once(write) / COMMITS
    connection.close()
    return seconds
