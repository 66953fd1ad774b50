# SPDX-License-Identifier: EUPL-1.2
"""A length of time in which something must be done, beside the article that sets it."""

from dataclasses import dataclass
from enum import StrEnum

from gehoord.law.article import Article


class TermUnit(StrEnum):
    """What a term is counted in; the Algemene termijnenwet treats each unit in its own way."""

    HOURS = "uur"
    DAYS = "dag"
    WEEKS = "week"
    MONTHS = "maand"
    YEARS = "jaar"


_PLURALS = {
    TermUnit.HOURS: "uur",
    TermUnit.DAYS: "dagen",
    TermUnit.WEEKS: "weken",
    TermUnit.MONTHS: "maanden",
    TermUnit.YEARS: "jaar",
}


@dataclass(frozen=True, slots=True)
class Term:
    """So many hours, days, weeks, months or years.

    ``article`` is the place in the law that sets the term. A term without one was agreed between
    people: it is theirs, and no law extends it.

    Raises:
        ValueError: the amount is less than one.

    >>> str(Term(6, TermUnit.WEEKS))
    '6 weken'
    """

    amount: int
    unit: TermUnit
    article: Article | None = None

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError(f"Een termijn duurt ten minste 1 {self.unit}, niet {self.amount}.")

    def __str__(self) -> str:
        return f"{self.amount} {self.unit if self.amount == 1 else _PLURALS[self.unit]}"

    @property
    def is_statutory(self) -> bool:
        """Whether a law sets this term (then, and only then, the law may extend it)."""
        return self.article is not None
