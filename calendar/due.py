# SPDX-License-Identifier: EUPL-1.2
"""A day with how sure it is and the words it was given in, and the stretch between two of these.

They are made where words are read or a day is worked out, and carried unchanged from there: what
people read shows a day only if its precision says that it is one. No words are read back.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.span import Span

ROUGHLY: Final = " (bij benadering)"
NO_DAY: Final = "nog zonder dag"
LEEWAY: Final = timedelta(days=5)
"""What lies on either side of an approximation that is read as one day: medio is no end of May."""


class Precision(StrEnum):
    """How sure a written date is of its day."""

    DAY = "dag"
    WINDOW = "periode"
    APPROXIMATE = "bij benadering"
    RELATIVE = "afgeleid"
    YEARLY = "jaarlijks"
    UNDATED = "zonder datum"


@dataclass(frozen=True, slots=True)
class Due:
    """One day, with its own precision and its own words.

    Attributes:
        day: the day, or the one that Gehoord reads in the words.
        precision: of this day; ``WINDOW`` is a month, several of them, or a year.
        words: as people wrote this day, in Dutch. Empty when it has no words of its own.
        reading: the days that an approximation is read as, where they are known.
    """

    day: date
    precision: Precision
    words: str = ""
    reading: Span | None = field(default=None, repr=False, compare=False)

    @classmethod
    def on(cls, day: date) -> "Due":
        """Return a day that people named.

        >>> Due.on(date(2023, 10, 13)).words
        '13 oktober 2023'
        """
        return cls(day, Precision.DAY, day_in_words(day))

    @property
    def is_rough(self) -> bool:
        """Whether it is an approximation."""
        return self.precision is Precision.APPROXIMATE

    @property
    def may_be(self) -> Span:
        """Every day that it may fall on; only an approximation has more than one.

        >>> Due(date(2026, 11, 15), Precision.APPROXIMATE, "medio november 2026").may_be.start
        datetime.date(2026, 11, 10)
        >>> Due.on(date(2026, 11, 12)).may_be.days
        1
        """
        if not self.is_rough:
            return Span(self.day, self.day)
        if self.reading and self.reading.days > 1:
            return self.reading
        return Span(self.day - LEEWAY, self.day + LEEWAY)

    def is_surely_after(self, other: "Due") -> bool:
        """Whether it comes later on whatever days the two may fall."""
        return self.may_be.start > other.may_be.end

    @property
    def names_day(self) -> bool:
        """Whether it is a day that people wrote, or that was counted from one.

        >>> Due(date(2023, 9, 30), Precision.WINDOW, "september 2023").names_day
        False
        """
        return self.precision not in (Precision.WINDOW, Precision.APPROXIMATE)

    @property
    def in_words(self) -> str:
        """The day as a person may promise it; an approximation and a month stay what they are.

        >>> Due(date(2023, 10, 15), Precision.APPROXIMATE, "medio oktober 2023").in_words
        'medio oktober 2023 (bij benadering)'
        >>> Due(date(2023, 9, 30), Precision.WINDOW, "september 2023").in_words
        'september 2023'
        >>> Due(date(2023, 10, 13), Precision.DAY, "2023-10-13").in_words
        '13 oktober 2023'
        """
        if self.names_day:
            return day_in_words(self.day)
        return (self.words or day_in_words(self.day)) + ROUGHLY * self.is_rough

    @property
    def by_in_words(self) -> str:
        """By when it is due, as a person may promise it.

        >>> Due(date(2023, 9, 30), Precision.WINDOW, "september 2023").by_in_words
        'in september 2023'
        >>> Due(date(2023, 9, 30), Precision.WINDOW, "uiterlijk september 2023").by_in_words
        'uiterlijk september 2023'
        >>> Due.on(date(2023, 10, 13)).by_in_words
        'uiterlijk 13 oktober 2023'
        """
        if self.names_day:
            return f"uiterlijk {self.in_words}"
        needs_in = not self.is_rough and not self.words.lower().startswith(_PREPOSITIONS)
        return f"in {self.in_words}" if needs_in else self.in_words


_PREPOSITIONS: Final = ("in ", "uiterlijk ", "tot en met ", "t/m ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of one thing: the first and the last, each with its own precision and words.

    ``first`` has words only if people wrote a beginning by itself: "september 2023" and "medio juni
    2023" have none. The words and the precision of the whole are kept beside them, because the two
    days do not give them back: "1 mei t/m 4 juni 2027" or "van 1 mei 2027 tot en met 4 juni 2027",
    and a step without a date may have a last day that was written. ``span`` holds the days, both
    ends included.

    Raises:
        ValueError: the last day lies before the first.
    """

    first: Due
    last: Due
    precision: Precision
    words: str
    span: Span = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", Span(self.first.day, self.last.day))

    @classmethod
    def one(cls, span: Span, precision: Precision, words: str) -> "Stretch":
        """Return the days of words that are one expression, not a beginning and an end."""
        first = Due(span.start, precision, reading=span)
        return cls(first, Due(span.end, precision, words, span), precision, words)

    @classmethod
    def on(cls, day: date) -> "Stretch":
        """Return one day that people named."""
        return cls.one(Span(day, day), Precision.DAY, day_in_words(day))

    @property
    def names_day(self) -> bool:
        """Whether the last day is a day that people wrote, or that was counted from one."""
        return self.last.names_day

    @property
    def start(self) -> Due | None:
        """From when it can be done; nothing when its words name no beginning of their own."""
        if self.first.words:
            return self.first
        return Due.on(self.first.day) if self.names_day else None

    @property
    def start_in_words(self) -> str:
        """From when it can be done, in words; nothing when there is no such day.

        >>> span = Span(date(2023, 9, 1), date(2023, 9, 30))
        >>> Stretch.one(span, Precision.WINDOW, "september 2023").start_in_words
        ''
        """
        return self.start.in_words if self.start else ""

    @property
    def last_in_words(self) -> str:
        """The last day as its plan has it; a rough end is said with its beginning."""
        return self.last.in_words if self._is_said_by_last else self._as_written.in_words

    @property
    def by_in_words(self) -> str:
        """By when it is due, as a person may promise it.

        >>> first = Due(date(2027, 5, 1), Precision.DAY, "1 mei 2027")
        >>> last = Due(date(2027, 6, 15), Precision.APPROXIMATE, "medio juni 2027")
        >>> Stretch(first, last, Precision.APPROXIMATE, "1 mei t/m medio juni 2027").by_in_words
        '1 mei t/m medio juni 2027 (bij benadering)'
        """
        if self._is_said_by_last:
            return self.last.by_in_words
        return self._as_written.in_words if self.first.words else self._as_written.by_in_words

    @property
    def _is_said_by_last(self) -> bool:
        return self.names_day or not self.words or self.precision is Precision.UNDATED

    @property
    def _as_written(self) -> Due:
        """The last day in the words of the whole."""
        return Due(self.last.day, self.precision, self.words)


def by_in_words(days: Stretch | None) -> str:
    """Return by when something is due, as a person may promise it, or that it has no day yet."""
    return days.by_in_words if days else NO_DAY
