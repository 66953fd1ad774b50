# SPDX-License-Identifier: EUPL-1.2
"""A procedure in the time machine, beside the mails that come out of it."""

from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Final

from benchmarks import work
from benchmarks.ground import Ground
from benchmarks.measure import once
from benchmarks.row import Comparison, Figures, Judged, Target
from benchmarks.story import Story, past, whole

PLAYED: Final = ("noord-holland/imv-2024-2027", "oost-nederland/vs-mjb-2019-2022")
MAILS: Final = "building and writing its mails"


def comparisons() -> list[Comparison]:
    """Return two procedures of the past, and a whole one at two sizes."""
    return [
        *(
            Comparison(
                f"replay of {name}",
                MAILS,
                Target(2, Judged.RATIO),
                _measure(partial(past, name)),
            )
            for name in PLAYED
        ),
        *(
            Comparison(
                f"a whole procedure of {councils} councils in the time machine",
                MAILS,
                Target(at_most, Judged.OURS),
                _measure(partial(whole, councils), runs),
            )
            for councils, at_most, runs in ((32, 0.5, 3), (342, 3, 1))
        ),
    ]


def _measure(tell: Callable[[], Story], runs: int = 3) -> Callable[[Ground], Figures]:
    def measure(ground: Ground) -> Figures:
        story = tell()
        ours, peers, mails = zip(*(_run(ground, story) for _ in range(runs)), strict=True)
        return Figures(median(ours), median(peers), said=f"{mails[0]} mails")

    return measure


def _run(ground: Ground, story: Story) -> tuple[float, float, int]:
    """Return the seconds of one replay and of its mails alone, and how many those are."""
    with work.time_machine(story, ground.place("replay")) as engine:
        ours = once(lambda: work.replay(engine, story))
        left = work.sent(engine.register)
        folder = ground.place("mails")
        peer = once(lambda: work.write_mails(engine, left, folder))
    return ours, peer, len(left)
