# SPDX-License-Identifier: EUPL-1.2
"""Pieces of the sentences in which checks say what is the matter."""

from collections.abc import Sequence
from typing import Final

from gehoord.calendar.due import Due, Stretch
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


def said(due: Due) -> str:
    """Return a day in words; an approximation stays one, a month ends on its last day.

    >>> from datetime import date
    >>> from gehoord.calendar.due import Precision
    >>> said(Due(date(2024, 4, 15), Precision.APPROXIMATE, "medio april 2024"))
    'medio april 2024 (bij benadering)'
    >>> said(Due(date(2024, 4, 30), Precision.WINDOW, "april 2024"))
    '30 april 2024'
    """
    return due.in_words if due.is_rough else day_in_words(due.day)


def when(days: Stretch) -> str:
    """Return days with the preposition a sentence needs; an approximation stays one.

    >>> from datetime import date
    >>> from gehoord.calendar.due import Precision
    >>> rough = Due(date(2024, 4, 15), Precision.APPROXIMATE, "medio april 2024")
    >>> when(Stretch(Due.on(date(2024, 3, 9)), rough, Precision.APPROXIMATE, ""))
    'van 9 maart 2024 tot en met medio april 2024 (bij benadering)'
    >>> when(Stretch.on(date(2024, 3, 9)))
    'op 9 maart 2024'
    """
    if days.last.is_rough and not days.first.words:
        return said(days.last)
    if days.span.days == 1 and not days.last.is_rough:
        return f"op {said(days.last)}"
    return f"van {said(days.first)} tot en met {said(days.last)}"


def about(days: Stretch) -> str:
    """Return the word that goes before a number counted from days that are rough; else nothing."""
    return "ongeveer " if days.first.is_rough or days.last.is_rough else ""
