# SPDX-License-Identifier: EUPL-1.2
"""What a municipality says that its safety priorities are, in its own words."""

from datetime import date

from gehoord.domain.dossier.filed import Filed
from gehoord.domain.nearby import folded


class LocalPriorities(Filed):
    """One answer of a municipality in the survey (uitvraag); a later one stands beside it.

    Attributes:
        number: of the answers of this municipality, from 1; also those that were withdrawn.
        priorities: all of them, the most important first.
        source: where they come from, such as its safety plan (IVP); empty when it is not said.
        is_unchanged: whether it says the same as the answer before it.
        closes: the ids of the actions that were done by it.
        goals_set_on: the day on which the council set its safety goals, if the answer told it.
    """

    id: str
    dossier: str
    municipality: str
    name: str
    number: int
    given_on: date
    priorities: tuple[str, ...]
    source: str = ""
    is_unchanged: bool = False
    closes: tuple[str, ...] = ()
    goals_set_on: date | None = None

    @property
    def order(self) -> tuple[date, int]:
        """Where it stands among the answers of its municipality: the last one counts."""
        return self.given_on, self.number

    def says(self, priorities: tuple[str, ...]) -> bool:
        """Whether it names the same priorities in the same order."""
        return list(map(folded, self.priorities)) == list(map(folded, priorities))
