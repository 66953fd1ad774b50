# SPDX-License-Identifier: EUPL-1.2
"""One line of a sterkteverdeling in two tables: as it was, and as it becomes."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.fte import NONE, amount_in_words, fte_in_words
from gehoord.domain.dossier.strength_line import KINDS, SPLIT, StrengthLine
from gehoord.domain.nearby import folded

_COLUMNS: Final = {**KINDS, **SPLIT}


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line in two tables; nothing where it is not there.

    Attributes:
        shares_name: whether another line is called so too: then it is named with what it is in.
    """

    was: StrengthLine | None
    becomes: StrengthLine | None
    shares_name: bool = False

    @property
    def line(self) -> StrengthLine:
        """The line as it is now, or as it was before it went."""
        return self.becomes or self.was  # type: ignore[return-value]

    @property
    def name(self) -> str:
        """How people tell it from every other line."""
        return f"{self.line.name} van {self.line.parent}" if self.shares_name else self.line.name

    @property
    def differs(self) -> bool:
        """Whether it came, went, or says something else than before."""
        return self.was is None or self.becomes is None or bool(self.columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that say something else than before."""
        return tuple(c for c in _COLUMNS if self.before(c) != self.after(c))

    def before(self, column: str) -> Decimal | None:
        """Return what stood in a column; nothing where the line was not there."""
        return _COLUMNS[column](self.was) if self.was else None

    def after(self, column: str) -> Decimal | None:
        """Return what stands in a column now; nothing where the line is not there."""
        return _COLUMNS[column](self.becomes) if self.becomes else None

    def difference(self, column: str) -> Decimal:
        """Return how much more there is now in a column; below zero when there is less."""
        return (self.after(column) or NONE) - (self.before(column) or NONE)

    def holds(self, part: "LineChange") -> bool:
        """Whether another line is directly a part of this one."""
        is_lower = part.line.level.rank > self.line.level.rank
        return is_lower and folded(part.line.parent) == folded(self.line.name)

    def follows_from(self, parts: list["LineChange"]) -> bool:
        """Whether what changed in these parts of it is all that changed in it."""
        return bool(parts) and all(
            self.difference(column) == sum(part.difference(column) for part in parts)
            for column in self.columns
        )

    @property
    def in_words(self) -> str:
        """What changed in this line: its totaal, or what moved between the columns below that."""
        if self.was is None:
            return f"{self.name} is nieuw ({fte_in_words(self.line.totaal)} fte)"
        if self.becomes is None:
            return f"{self.name} ({fte_in_words(self.line.totaal)} fte) is weg"
        columns = ["totaal"] if "totaal" in self.columns else self.columns
        told = [
            f"{c} van {amount_in_words(self.before(c))} naar {amount_in_words(self.after(c))}"
            for c in columns
        ]
        return f"{self.name}: {enumeration(told)}"
