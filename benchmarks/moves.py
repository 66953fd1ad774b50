# SPDX-License-Identifier: EUPL-1.2
"""What if the adoption moves: every action, mail and finding that would change, and no change."""

from benchmarks import work
from benchmarks.dossier import HEARD, register_in
from benchmarks.ground import Ground
from benchmarks.measure import typical
from benchmarks.row import Comparison, Figures, Judged, Target


def comparisons() -> list[Comparison]:
    """Return the one comparison."""
    return [
        Comparison(
            "what if the adoption moves, 342 councils",
            "reading its actions and hearings in SQL",
            Target(0.01, Judged.OURS),
            _measure,
        )
    ]


def _measure(ground: Ground) -> Figures:
    with register_in(ground.asked(342), HEARD) as register:
        ours = typical(lambda: work.what_if(register))
        peer = typical(lambda: work.rows(register))
        found = work.what_if(register)
    return Figures(
        ours, peer, said=f"{len(found.shifted)} actions shift, {len(found.told)} owners are told"
    )
