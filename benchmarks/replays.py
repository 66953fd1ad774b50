"""A procedure of two years in the time machine, beside the mails that come out of it."""

from collections.abc import Callable
from statistics import median
from typing import Final

from benchmarks import work
from benchmarks.ground import Ground
from benchmarks.measure import once
from benchmarks.row import Comparison, Figures, Judged, Target

PLAYED: Final = ("noord-holland/imv-2024-2027", "oost-nederland/vs-mjb-2019-2022")
RUNS: Final = 3


def comparisons() -> list[Comparison]:
    """Return both replays."""
    return [
        Comparison(
            f"replay of {name}",
            "building and writing its mails",
            Target(2, Judged.RATIO),
            _measure(name),
        )
        for name in PLAYED
    ]


def _measure(name: str) -> Callable[[Ground], Figures]:
    def measure(ground: Ground) -> Figures:
        ours, peers, mails = zip(*(_run(ground, name) for _ in range(RUNS)), strict=True)
        return Figures(median(ours), median(peers), said=f"{mails[0]} mails")

    return measure


def _run(ground: Ground, name: str) -> tuple[float, float, int]:
    """Return the seconds of one replay and of its mails alone, and how many those are."""
    with work.played(name, ground.place("replay")) as engine:
        ours = once(lambda: work.replay(engine, name))
        left = work.sent(engine.register)
        folder = ground.place("mails")
        peer = once(lambda: work.write_mails(engine, left, folder))
    return ours, peer, len(left)
