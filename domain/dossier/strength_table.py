# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling: how the strength of the unit is distributed over its parts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.fte import NONE
from gehoord.domain.dossier.strength_line import GrowthLine, StrengthLine
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import Choice
from gehoord.domain.proposal.strength import wijkagent_norm


class TableStands(Choice):
    """Whether a sterkteverdeling still changes."""

    PROVISIONAL = "voorlopig"
    DEFINITIVE = "definitief"


class StrengthTable(Filed):
    """A sterkteverdeling as it was handed in; a later one takes no earlier one away.

    Law: Politiewet 2012, art. 39 lid 1.

    Attributes:
        as_of: the day of its figures; ``valid_from`` the one from which it holds, if told.
        follows_by: of a provisional one: by which day the definitive one comes, if that is known.
        source: where it comes from.
        inhabitants: of the unit, on ``inhabitants_on``; ``stated_norm`` is the least number of
            wijkagenten where a plan names that alone.
        accepted: why it is kept though sums in it do not come out; empty when they do.
    """

    id: str
    dossier: str
    number: int
    recorded_on: date
    as_of: date
    valid_from: date | None = None
    stands: TableStands
    follows_by: date | None = None
    source: str
    inhabitants: int | None = None
    inhabitants_on: date | None = None
    stated_norm: int | None = None
    accepted: str = ""
    lines: tuple[StrengthLine, ...]
    growth: tuple[GrowthLine, ...] = ()

    @property
    def eenheid(self) -> StrengthLine:
        """The line of the whole unit."""
        return next(line for line in self.lines if not line.level.rank)

    @property
    def wijkagenten(self) -> Decimal:
        """How many wijkagenten the unit has, in fte."""
        return self.eenheid.wijkagent

    @property
    def is_provisional(self) -> bool:
        """Whether a definitive one is still to come."""
        return self.stands is TableStands.PROVISIONAL

    @property
    def in_words(self) -> str:
        """Which one it is, as a sentence names it."""
        return f"sterkteverdeling {self.number} ({self.stands}, per {day_in_words(self.as_of)})"

    @property
    def called(self) -> str:
        """Its number with what tells it from others, as people choose it from a list."""
        return f"{self.number} ({self.stands}, per {day_in_words(self.as_of)})"

    @property
    def norm(self) -> int | None:
        """The least number of wijkagenten, if this table says from what it follows.

        Law: Politiewet 2012, art. 38a lid 1.
        """
        if self.stated_norm:
            return self.stated_norm
        return wijkagent_norm(self.inhabitants) if self.inhabitants else None

    @property
    def structural_growth(self) -> Decimal:
        """How much comes in the end, by the lines of the growth themselves."""
        return sum((g.structural for g in self.growth if not g.is_total), NONE)


def newest(tables: Sequence[StrengthTable]) -> StrengthTable | None:
    """Return the table that was handed in last, of those that were not withdrawn."""
    return max(standing(tables), key=lambda table: table.number, default=None)
