# SPDX-License-Identifier: EUPL-1.2
"""How far the answers of the councils are processed, in Dutch sentences."""

from datetime import date

from gehoord.calendar.dutch import counted
from gehoord.domain.outgoing.processing import Processing


def answered_in_words(of: Processing) -> str:
    """Return how many zienswijzen there are, and how many wait for an answer."""
    late = f", waarvan {of.late} te laat" if of.late else ""
    said = f"{counted(of.said, 'zienswijze', 'zienswijzen')}{late}"
    if not of.open:
        return f"{said}; alle beantwoord."
    points = f" ({counted(of.points, 'punt', 'punten')})" if of.points else ""
    return f"{said}; {of.open} nog zonder antwoord{points}."


def time_in_words(of: Processing) -> str:
    """Return how much time the plan leaves for it; empty where the plan lacks a day."""
    if of.answers is None or of.adoption is None or of.working_days is None:
        return ""
    days = counted(of.working_days, "werkdag", "werkdagen")
    return (
        f"Tussen de laatste dag om te antwoorden, {of.answers.due.in_words}, en de vaststelling, "
        f"{of.adoption.due.in_words}: {days}."
    )


def left_in_words(of: Processing, on: date) -> str:
    """Return how many working days are left on a day; empty if nothing is open, or not known."""
    left = of.working_days_left(on)
    if not of.open or of.adoption is None or left is None:
        return ""
    days = counted(left, "werkdag", "werkdagen")
    return f"Tot de vaststelling, {of.adoption.due.in_words}, nog {days}."
