# SPDX-License-Identifier: EUPL-1.2
"""Words that name days themselves, and the days in them."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.calendar import unreadable
from gehoord.calendar.due import Precision, Stretch
from gehoord.calendar.dutch import day_in_words, in_dutch
from gehoord.calendar.span import Span

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100


class UnreadableDateError(ValueError):
    """The words are no date that can be read in one way only. The text says what to write."""


class NoDateError(UnreadableDateError):
    """The words name no day in any way that Gehoord knows.

    ``meant`` is how they were probably meant, if that can be told.
    """

    def __init__(self, text: str, meant: str) -> None:
        super().__init__(text)
        self.meant = meant


@dataclass(frozen=True, slots=True)
class Fixed:
    """Words that name days themselves.

    ``words`` are as they were written, those of ``stretch`` are in Dutch; ``rule`` says in Dutch
    how they were read.
    """

    stretch: Stretch
    words: str
    rule: str

    @property
    def span(self) -> Span:
        """The days, both ends included."""
        return self.stretch.span

    @property
    def precision(self) -> Precision:
        """How sure the whole is."""
        return self.stretch.precision

    @classmethod
    def one(cls, span: Span, precision: Precision, words: str, rule: str) -> "Fixed":
        """Return words that are one expression, not a beginning and an end."""
        return cls(Stretch.one(span, precision, in_dutch(words)), words, rule)

    @classmethod
    def exact(cls, day: date, words: str) -> "Fixed":
        """Return words that name one day."""
        stretch = Stretch.one(Span(day, day), Precision.DAY, day_in_words(day))
        return cls(stretch, words, "de dag zoals die is opgegeven")

    @classmethod
    def rough(cls, span: Span, words: str, reading: str) -> "Fixed":
        """Return an approximation, with the days that it is read as and how that is said."""
        rule = f"'{words}' is bij benadering; gelezen als {reading}"
        return cls.one(span, Precision.APPROXIMATE, words, rule)


def day_of(year: int, month: int, day: int, words: str) -> date:
    """Return a day.

    Raises:
        UnreadableDateError: it does not exist, or lies outside the years that Gehoord knows.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableDateError(unreadable.why_no_year(year, FIRST_YEAR, LAST_YEAR, words))
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableDateError(
            f"'{words}' bestaat niet in de kalender. Kijk de dag na."
        ) from None


def span_of(start: date, end: date, words: str) -> Span:
    """Return the days from a start up to and including an end.

    Raises:
        UnreadableDateError: it ends before it begins.
    """
    if end < start:
        raise UnreadableDateError(
            f"'{words}' eindigt voordat het begint. Draai de dagen om, of schrijf het jaar bij "
            "allebei."
        )
    return Span(start, end)
