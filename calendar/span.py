# SPDX-License-Identifier: EUPL-1.2
"""A stretch of days, both ends included."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gehoord.calendar.dutch import day_in_words


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from ``start`` up to and including ``end``.

    Raises:
        ValueError: the end lies before the start.

    >>> Span(date(2023, 6, 15), date(2023, 10, 15)).days
    123
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(
                f"De periode eindigt op {day_in_words(self.end)}, voordat zij begint op "
                f"{day_in_words(self.start)}."
            )

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __iter__(self) -> Iterator[date]:
        for offset in range(self.days):
            yield self.start + timedelta(days=offset)

    def overlap(self, other: "Span") -> "Span | None":
        """Return the days both have, or nothing when they do not touch."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start <= end else None
