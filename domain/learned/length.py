# SPDX-License-Identifier: EUPL-1.2
"""How many days lie between two days that may each be an approximation."""

from dataclasses import dataclass

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import counted

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Length:
    """A number of days; ``least`` and ``most`` are what it may be where a day is no named one."""

    days: int
    least: int
    most: int
    is_rough: bool = False

    @classmethod
    def between(cls, first: Due, last: Due) -> "Length | None":
        """Return how many days after the first the last comes; nothing when it surely came before.

        >>> from datetime import date
        >>> Length.between(Due.on(date(2018, 6, 18)), Due.on(date(2018, 7, 13))).days
        25
        """
        days = (last.day - first.day).days
        if days < 0:
            return None
        least = max((last.may_be.start - first.may_be.end).days, 0)
        most = (last.may_be.end - first.may_be.start).days
        return cls(days, least, most, not (first.names_day and last.names_day))

    @property
    def in_words(self) -> str:
        """The days in Dutch, with what they may be where they are an approximation.

        >>> Length(122, 112, 132, is_rough=True).in_words
        'ongeveer 122 dagen (112 tot 132)'
        >>> Length(25, 25, 25).in_words
        '25 dagen'
        """
        said = counted(self.days, "dag", "dagen")
        if not self.is_rough:
            return said
        range_in_words = f" ({self.least} tot {self.most})" * (self.least != self.most)
        return f"ongeveer {said}{range_in_words}"
