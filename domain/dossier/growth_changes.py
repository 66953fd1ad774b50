# SPDX-License-Identifier: EUPL-1.2
"""The growth of two sterkteverdelingen beside each other: what is added by year, and in the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.fte import NONE, amount_in_words, fte_in_words
from gehoord.domain.dossier.strength_line import STRUCTURAL, GrowthLine
from gehoord.domain.nearby import folded


@dataclass(frozen=True, slots=True)
class GrowthChange:
    """One line of the growth in two tables; nothing where it is not there."""

    was: GrowthLine | None
    becomes: GrowthLine | None

    @property
    def line(self) -> GrowthLine:
        """The line as it is now, or as it was before it went."""
        return self.becomes or self.was  # type: ignore[return-value]

    @property
    def columns(self) -> tuple[str, ...]:
        """The years that say something else than before, in order, and last what stays."""
        known = {when for line in (self.was, self.becomes) if line for when in line.amounts}
        in_order = sorted(known, key=lambda when: (when == STRUCTURAL, when))
        return tuple(when for when in in_order if self.before(when) != self.after(when))

    def before(self, when: str) -> Decimal | None:
        """Return what stood in a year; nothing where the line, or the year, was not there."""
        return self.was.amounts.get(when) if self.was else None

    def after(self, when: str) -> Decimal | None:
        """Return what stands in a year now; nothing where the line, or the year, is not there."""
        return self.becomes.amounts.get(when) if self.becomes else None

    def difference(self, when: str) -> Decimal:
        """Return how much more there is now in a year; below zero when there is less."""
        return (self.after(when) or NONE) - (self.before(when) or NONE)

    @property
    def in_words(self) -> str:
        """What changed in this line, by year."""
        if self.was is None:
            return f"{self.line.name} is nieuw ({_by_year(self.line)})"
        if self.becomes is None:
            return f"{self.line.name} ({_by_year(self.line)}) is weg"
        told = [
            f"{when} van {amount_in_words(self.before(when))} naar "
            f"{amount_in_words(self.after(when))}"
            for when in self.columns
        ]
        return f"{self.line.name}: {enumeration(told)}"


def growth_compared(
    old: Sequence[GrowthLine], new: Sequence[GrowthLine]
) -> tuple[GrowthChange, ...]:
    """Return what changed from one growth to another; a line is known by its name.

    A total is the total, whatever a table calls it; of lines with one name the first is the first.
    """
    before, after = _keyed(old), _keyed(new)
    there = [GrowthChange(before.get(key), line) for key, line in after.items()]
    gone = [GrowthChange(line, None) for key, line in before.items() if key not in after]
    return tuple(c for c in (*there, *gone) if c.was is None or c.becomes is None or c.columns)


def _keyed(lines: Sequence[GrowthLine]) -> dict[tuple[str, int], GrowthLine]:
    times: Counter[str] = Counter()
    keyed = {}
    for line in lines:
        name = "" if line.is_total else folded(line.name)
        times[name] += 1
        keyed[name, times[name]] = line
    return keyed


def _by_year(line: GrowthLine) -> str:
    """Return all that a line says: one that ends says nothing by what stays."""
    told = [f"{when} {fte_in_words(amount)}" for when, amount in line.amounts.items()]
    return f"{enumeration(told)} fte"
