# SPDX-License-Identifier: EUPL-1.2
"""A line of the sterkteverdeling, and a line of its growth over the years."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from pydantic import Field

from gehoord.domain.dossier.fte import NONE, Fte
from gehoord.domain.eenheid.eenheid import SeenName
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice


class Level(Choice):
    """What sort of part of the unit a line is about."""

    EENHEID = "eenheid"
    LEIDING = "leiding"
    STAF = "staf"
    DISTRICT = "district"
    DIENST = "dienst"
    GROEP = "groep"
    BASISTEAM = "basisteam"
    AFDELING = "afdeling"

    @property
    def rank(self) -> int:
        """How deep it lies in the unit: 0 is the unit, 1 a group in it, 2 a part of a group."""
        return _RANKS.get(self, 1)


_RANKS: Final = {Level.EENHEID: 0, Level.BASISTEAM: 2, Level.AFDELING: 2}


def level_of(name: str, *, is_group: bool) -> Level:
    """Return what sort of part a name tells of; a group that it does not tell of is just that.

    >>> level_of("Dienst Regionale Recherche (NH)", is_group=True)
    <Level.DIENST: 'dienst'>
    >>> level_of("Districtsrecherche Kennemerland", is_group=False)
    <Level.AFDELING: 'afdeling'>
    """
    first = name.split(maxsplit=1)[0].casefold() if name.strip() else ""
    if is_group:
        return Level(first) if first in _GROUPS else Level.GROEP
    return Level.BASISTEAM if first == Level.BASISTEAM else Level.AFDELING


_GROUPS: Final = (Level.EENHEID, Level.LEIDING, Level.STAF, Level.DISTRICT, Level.DIENST)


class StrengthLine(Frozen):
    """How much strength one part of the unit has, in fte, as the table says it.

    Attributes:
        parent: the name of the line that this one is a part of; empty for the unit itself.
        senior: of its wijkagenten those that are (senior) wijkagent, if that is told apart.
        expert: of its wijkagenten those that are operationeel expert wijk, likewise.
        row: where it stood in the file, from 1; 0 when it came from none.
        split_row: where its two sorts of wijkagenten stood, if in a table of their own; else 0.
    """

    name: SeenName = Field(alias="naam")
    level: Level = Field(alias="niveau")
    parent: str = Field("", alias="valt_onder")
    aspirant: Fte = NONE
    wijkagent: Fte = NONE
    overig: Fte = NONE
    totaal: Fte = NONE
    senior: Fte | None = Field(None, alias="sr_wijkagent")
    expert: Fte | None = Field(None, alias="expert_wijk")
    row: int = Field(0, alias="rij", ge=0)
    split_row: int = Field(0, alias="rij_wijkagenten", ge=0)

    @property
    def key(self) -> tuple[int, str, str]:
        """By what it is known in another table: a group and a part of it may have one name."""
        return self.level.rank, self.parent, self.name


class GrowthLine(Frozen):
    """How much strength comes for one purpose: in each year, and in the end.

    Attributes:
        amounts: the fte by year, in order, and last what stays (`STRUCTURAL`).
        is_total: whether it is the line that adds up the others.
        row: where it stood in the file, from 1; 0 when it came from none.
    """

    name: SeenName = Field(alias="naam")
    amounts: dict[str, Fte] = Field(alias="fte", min_length=1)
    is_total: bool = Field(False, alias="is_totaal")
    row: int = Field(0, alias="rij", ge=0)

    @property
    def structural(self) -> Decimal:
        """What stays in the end."""
        return self.amounts.get(STRUCTURAL, NONE)


STRUCTURAL: Final = "structureel"
"""What stays, beside the years."""

KINDS: Final[dict[str, Callable[[StrengthLine], Decimal | None]]] = {
    "aspirant": lambda line: line.aspirant,
    "wijkagent": lambda line: line.wijkagent,
    "overig": lambda line: line.overig,
    "totaal": lambda line: line.totaal,
}
"""The columns of the table that every line has."""

SPLIT: Final[dict[str, Callable[[StrengthLine], Decimal | None]]] = {
    "(sr.) wijkagent": lambda line: line.senior,
    "operationeel expert wijk": lambda line: line.expert,
}
"""The columns in which the wijkagenten may be told apart."""
