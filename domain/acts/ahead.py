# SPDX-License-Identifier: EUPL-1.2
"""A day that is still to come: nothing has happened on it, and no real mail leaves for it."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import Report
from gehoord.domain.errors import GehoordError, RefusedError


def refuse_what_is_to_happen(on: date, today: date) -> None:
    """Refuse to record what was done on a day that is still to come.

    Raises:
        GehoordError: ``on`` lies after ``today``.
    """
    _refuse_later(on, today, "Leg pas vast wat is gebeurd.")


def refuse_another_day(report: Report, today: date) -> None:
    """Refuse another day for what happens at the moment at which it is reported.

    Raises:
        RefusedError: it has a day of its own.
    """
    if report.is_now and report.on != today:
        raise RefusedError(
            f"Een {report.what} gaat meteen weg, dus niet op {day_in_words(report.on)}. "
            "Laat de dag weg: het is altijd vandaag."
        )


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
