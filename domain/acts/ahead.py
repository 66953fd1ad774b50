"""A day that is still to come: nothing has happened on it, and no real mail leaves for it."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.errors import GehoordError


def refuse_what_is_to_happen(on: date, today: date) -> None:
    """Refuse to record what was done on a day that is still to come.

    Raises:
        GehoordError: ``on`` lies after ``today``.
    """
    _refuse_later(on, today, "Leg pas vast wat is gebeurd.")


def refuse_to_run_ahead(on: date, today: date, *, is_live: bool) -> None:
    """Refuse to send real mail for a day that is still to come.

    Args:
        on: the day for which something would run.
        today: the last day for which it may.
        is_live: whether mail really leaves; if not, a day to come is how one tries things out.

    Raises:
        GehoordError: ``on`` lies after ``today``, and mail would really leave.
    """
    if is_live:
        _refuse_later(on, today, "In de stand 'live' kan dit alleen voor vandaag of eerder.")


def _refuse_later(on: date, today: date, remedy: str) -> None:
    if on > today:
        raise GehoordError(f"{day_in_words(on)} ligt in de toekomst. {remedy}")
