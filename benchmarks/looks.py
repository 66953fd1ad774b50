# SPDX-License-Identifier: EUPL-1.2
"""The daily look over what is owed, on a day on which nothing is due."""

from datetime import date
from typing import Final

from benchmarks import work
from benchmarks.dossier import register_in
from benchmarks.ground import Ground
from benchmarks.measure import once, typical
from benchmarks.row import Comparison, Figures, Judged, Target

QUIET: Final = date(2026, 12, 2)
REMINDED: Final = date(2027, 8, 26)
"""Six weeks before the last day of the hearing, when every council is reminded."""
MANY: Final = 3420
FEW: Final = 342


def comparisons() -> list[Comparison]:
    """Return a look beside its statement, a second look, and a look at two sizes."""
    looks = Looks()
    return [
        Comparison(
            "daily look over 10,000 actions, nothing due",
            "the one SQL statement that finds what is due",
            Target(3, Judged.RATIO),
            looks.beside_statement,
        ),
        Comparison(
            "messages that a second look on the same day sends",
            "the first look on that day",
            Target(0, Judged.COUNT),
            looks.twice,
        ),
        Comparison(
            "daily look, for each of 10,000 actions",
            "the same for each of 1,000",
            Target(1.2, Judged.RATIO),
            looks.at_two_sizes,
        ),
    ]


class Looks:
    """The cost of a look at each size, measured once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[float, float, int]] = {}

    def beside_statement(self, ground: Ground) -> Figures:
        """Compare a look with the statement that finds what is due."""
        look, statement, actions = self._measured(ground, MANY)
        return Figures(look, statement, said=f"{actions:,} actions")

    def twice(self, ground: Ground) -> Figures:
        """Count what a second look sends on a day on which the first one reminds every council."""
        with register_in(ground.asked(FEW), REMINDED) as register:
            asked = work.messages(register)
            first = once(lambda: work.daily_look(register, REMINDED))
            reminded = work.messages(register)
            second = once(lambda: work.daily_look(register, REMINDED))
            again = work.messages(register)
        said = f"the first look sends {reminded - asked}"
        return Figures(second, first, count=again - reminded, said=said)

    def at_two_sizes(self, ground: Ground) -> Figures:
        """Compare the cost of an action among many with that of one among few."""
        many, _, of_many = self._measured(ground, MANY)
        few, _, of_few = self._measured(ground, FEW)
        return Figures(many / of_many, few / of_few)

    def _measured(self, ground: Ground, councils: int) -> tuple[float, float, int]:
        if councils not in self._known:
            with register_in(ground.opened(councils), QUIET) as register:
                self._known[councils] = (
                    typical(lambda: work.daily_look(register, QUIET)),
                    typical(lambda: work.find_due(register, QUIET)),
                    len(work.actions(register)),
                )
        return self._known[councils]
