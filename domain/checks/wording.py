"""Pieces of the sentences in which checks say what is the matter."""

from collections.abc import Sequence
from typing import Final

from gehoord.calendar.dutch import alphabetical, day_in_words, enumeration
from gehoord.calendar.span import Span

MOST_NAMES: Final = 5


def some(names: Sequence[str]) -> str:
    """Return names in a sentence, in alphabetical order, no more than five of them.

    >>> some(["Hoorn", "Haarlem"])
    'Haarlem en Hoorn'
    """
    shown = alphabetical(names)[:MOST_NAMES]
    rest = len(names) - len(shown)
    return enumeration([*shown, f"nog {rest}"] if rest else shown)


def stretch(span: Span) -> str:
    """Return a stretch of days in words, or its one day."""
    if span.days == 1:
        return day_in_words(span.end)
    return f"{day_in_words(span.start)} tot en met {day_in_words(span.end)}"


def during(span: Span) -> str:
    """Return a stretch of days, or its one day, with the preposition a sentence needs."""
    return f"{'op' if span.days == 1 else 'van'} {stretch(span)}"
