# SPDX-License-Identifier: EUPL-1.2
"""The overview of a dossier, made anew for each look at it, with everything in it late."""

from collections.abc import Callable
from datetime import date
from typing import Final

from benchmarks import work
from benchmarks.dossier import register_in
from benchmarks.ground import Ground
from benchmarks.measure import typical
from benchmarks.row import Comparison, Figures, Judged, Target

LATE: Final = date(2027, 11, 20)
"""A day on which every council is late, and every step of the adoption too."""


def comparisons() -> list[Comparison]:
    """Return one comparison for a unit, and one for all councils of the country."""
    return [
        Comparison(
            f"overview of {councils} councils, all of them late",
            "reading its actions and hearings in SQL",
            Target(at_most, Judged.OURS),
            _of(councils),
        )
        for councils, at_most in ((32, 0.05), (342, 0.2))
    ]


def _of(councils: int) -> Callable[[Ground], Figures]:
    def measure(ground: Ground) -> Figures:
        with register_in(ground.asked(councils), LATE) as register:
            ours = typical(lambda: work.overview(register, LATE))
            peer = typical(lambda: work.rows(register))
            size = len(work.overview(register, LATE))
        return Figures(ours, peer, said=f"{size // 1000} kB")

    return measure
