"""Two sterkteverdelingen beside each other: what came, what went, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.dossier.fte import NONE, fte_in_words
from gehoord.domain.dossier.strength_line import KINDS, SPLIT, StrengthLine
from gehoord.domain.dossier.strength_table import StrengthTable

_FEW: Final = 3
"""Lines that one sentence names."""


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line in two tables: as it was, and as it becomes; nothing where it is not there."""

    was: StrengthLine | None
    becomes: StrengthLine | None

    @property
    def line(self) -> StrengthLine:
        """The line as it is now, or as it was before it went."""
        return self.becomes or self.was  # type: ignore[return-value]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that say something else than before."""
        return tuple(c for c in (*KINDS, *SPLIT) if self.before(c) != self.after(c))

    def before(self, column: str) -> Decimal | None:
        """Return what stood in a column; nothing where the line was not there."""
        return _COLUMNS[column](self.was) if self.was else None

    def after(self, column: str) -> Decimal | None:
        """Return what stands in a column now; nothing where the line is not there."""
        return _COLUMNS[column](self.becomes) if self.becomes else None

    def difference(self, column: str) -> Decimal:
        """Return how much more there is now in a column; below zero when there is less."""
        return (self.after(column) or NONE) - (self.before(column) or NONE)

    @property
    def in_words(self) -> str:
        """What changed in this line: its totaal, or what moved between the columns below that."""
        if self.was is None:
            return f"{self.line.name} is nieuw ({fte_in_words(self.line.totaal)} fte)"
        if self.becomes is None:
            return f"{self.line.name} ({fte_in_words(self.line.totaal)} fte) is weg"
        columns = ["totaal"] if "totaal" in self.columns else self.columns
        told = [f"{c} van {_shown(self.before(c))} naar {_shown(self.after(c))}" for c in columns]
        return f"{self.line.name}: {enumeration(told)}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one table to another, in the order of the newer one; then what went."""

    old: StrengthTable
    new: StrengthTable
    changes: tuple[LineChange, ...]

    @property
    def is_material(self) -> bool:
        """Whether the strength is distributed otherwise: not only when, or by whom, is said."""
        return bool(self.changes)

    @property
    def eenheid(self) -> LineChange:
        """The line of the whole unit, also when it stays as it was."""
        return LineChange(self.old.eenheid, self.new.eenheid)

    @property
    def in_words(self) -> str:
        """What changed, in a few sentences with figures."""
        if not self.changes:
            return f"De aantallen zijn gelijk aan {self.old.in_words}."
        parts = [change for change in self.changes if change.line.level.rank]
        named = [change for change in parts if change.line.level.rank > 1] or parts
        many = counted(len(parts), "onderdeel verandert", "onderdelen veranderen")
        more = f"; en nog {len(named) - _FEW}" if len(named) > _FEW else ""
        told = "; ".join(change.in_words for change in named[:_FEW])
        which = f" {told}{more}." if told else ""
        return f"Tegenover {self.old.in_words}: {self._of_eenheid}; {many}.{which}"

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


def compared(old: StrengthTable, new: StrengthTable) -> Comparison:
    """Return what changed from one table to another.

    The unit is the unit, whatever a table calls it; every other line is known by its name and by
    what it is a part of.
    """
    before = {_key(line): line for line in old.lines}
    after = {_key(line): line for line in new.lines}
    there = [LineChange(before.get(key), line) for key, line in after.items()]
    gone = [LineChange(line, None) for key, line in before.items() if key not in after]
    return Comparison(old, new, tuple(_that_differ([*there, *gone])))


def _that_differ(changes: Sequence[LineChange]) -> list[LineChange]:
    return [c for c in changes if c.was is None or c.becomes is None or c.columns]


def _key(line: StrengthLine) -> tuple[int, str, str]:
    return line.key if line.level.rank > 1 else (line.level.rank, "", line.name * line.level.rank)


def _shown(amount: Decimal | None) -> str:
    return "niets" if amount is None else fte_in_words(amount)


_COLUMNS: Final = {**KINDS, **SPLIT}
