# SPDX-License-Identifier: EUPL-1.2
"""Two sterkteverdelingen beside each other: what came, what went, and what changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.dossier.fte import NONE, fte_in_words
from gehoord.domain.dossier.growth_changes import GrowthChange, growth_compared
from gehoord.domain.dossier.line_change import LineChange
from gehoord.domain.dossier.strength_line import KINDS, StrengthLine
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import folded

_FEW: Final = 3
"""Lines that one sentence names."""
_Key = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one table to another, in the order of the newer one; then what went.

    Attributes:
        changes: of the strength itself; ``growth`` of what comes in later years.
    """

    old: StrengthTable
    new: StrengthTable
    changes: tuple[LineChange, ...]
    growth: tuple[GrowthChange, ...] = ()

    @property
    def is_material(self) -> bool:
        """Whether the strength is distributed otherwise: not only when, or by whom, is said."""
        return bool(self.changes or self.growth)

    @property
    def eenheid(self) -> LineChange:
        """The line of the whole unit, also when it stays as it was."""
        return LineChange(self.old.eenheid, self.new.eenheid)

    @property
    def parts(self) -> tuple[LineChange, ...]:
        """What changed below the unit; a group of which all of it follows from its parts is out."""
        below = [change for change in self.changes if change.line.level.rank]
        return tuple(
            change
            for change in below
            if not change.follows_from([part for part in below if change.holds(part)])
        )

    @property
    def in_words(self) -> str:
        """What changed, in a few sentences with figures."""
        if not self.is_material:
            return f"De aantallen zijn gelijk aan {self.old.in_words}."
        return " ".join(filter(None, [self._of_strength, self._of_growth]))

    @property
    def _of_strength(self) -> str:
        """Return what changed in the strength itself, if anything did."""
        if not self.changes:
            return f"De aantallen zijn gelijk aan {self.old.in_words}; de groei is anders."
        whole = f"Tegenover {self.old.in_words}: {self._of_eenheid}"
        if not self.parts:
            return f"{whole}."
        many = counted(len(self.parts), "onderdeel verandert", "onderdelen veranderen")
        return f"{whole}; {many}. {_few([part.in_words for part in self.parts])}"

    @property
    def _of_eenheid(self) -> str:
        """Return how much there is of each kind, as far as that changed."""
        told = [
            f"{column} van {fte_in_words(KINDS[column](self.old.eenheid) or NONE)} naar "
            f"{fte_in_words(KINDS[column](self.new.eenheid) or NONE)}"
            for column in KINDS
            if column in self.eenheid.columns
        ]
        return (
            enumeration(told)
            if told
            else f"het totaal blijft {fte_in_words(self.new.eenheid.totaal)}"
        )

    @property
    def _of_growth(self) -> str:
        """Return what changed in the growth; a total that follows from its lines is not named."""
        if not self.growth:
            return ""
        if not self.new.growth:
            return "De groei over de jaren staat er niet meer in."
        lines = [c for c in self.growth if not c.line.is_total] or self.growth
        return f"In de groei: {_few([change.in_words for change in lines])}"


def compared(old: StrengthTable, new: StrengthTable) -> Comparison:
    """Return what changed from one table to another.

    The unit is the unit, whatever a table calls it; every other line is known by its name and by
    what it is a part of, in whatever capitals and blanks.
    """
    before = {_key(line, old.eenheid): line for line in old.lines}
    after = {_key(line, new.eenheid): line for line in new.lines}
    pairs = {key: (before.get(key), after.get(key)) for key in (*after, *before)}
    shared = _shared(pairs)
    changes = [LineChange(*pair, shares_name=key in shared) for key, pair in pairs.items()]
    return Comparison(
        old,
        new,
        tuple(change for change in changes if change.differs),
        growth_compared(old.growth, new.growth),
    )


def changed_in(tables: Iterable[StrengthTable], table: StrengthTable) -> str:
    """Return what a table changes of the one before it that counts; empty for the first."""
    before = [one for one in standing(tables) if one.number < table.number]
    last = max(before, key=lambda one: one.number, default=None)
    return compared(last, table).in_words if last else ""


def _key(line: StrengthLine, eenheid: StrengthLine) -> _Key:
    if not line.level.rank:
        return 0, "", ""
    above = "" if line.parent == eenheid.name else folded(line.parent)
    return line.level.rank, above, folded(line.name)


def _shared(keys: Iterable[_Key]) -> set[_Key]:
    """Return the lines that bear the name of another; a group and its own part count as one."""
    named = [key for key in keys if key[1] != key[2]]
    times = Counter(name for _, _, name in named)
    return {key for key in named if times[key[2]] > 1}


def _few(told: Sequence[str]) -> str:
    """Return the first of some changes as a sentence, with how many more there are."""
    more = f"; en nog {len(told) - _FEW}" if len(told) > _FEW else ""
    return f"{'; '.join(told[:_FEW])}{more}."
