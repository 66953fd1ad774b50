# SPDX-License-Identifier: EUPL-1.2
"""The first day on which a mail is read: no weekend, no holiday, no recess of the council."""

from datetime import date, timedelta
from functools import lru_cache

from gehoord.calendar.holidays import HolidaysUnknownError, expected_holidays
from gehoord.calendar.recess import RecessSetting, council_recess
from gehoord.calendar.school import SchoolHolidaysUnknownError
from gehoord.calendar.span import Span


@lru_cache(maxsize=4096)
def reading_day(day: date, recess: RecessSetting | None = None) -> date:
    """Return ``day``, or the first later day on which mail is read.

    This moves the mail, never the term it is about. In years of which the equated days are not
    entered yet the fixed holidays count; of those of which nothing is known only weekends do, and
    what a council laid down itself.

    Args:
        day: the day on which it would be sent.
        recess: of the council of a griffie; nothing for who has none.
    """
    while day.weekday() >= 5 or _is_holiday(day) or (recess and is_in_recess(day, recess)):
        day += timedelta(days=1)
    return day


def _is_holiday(day: date) -> bool:
    try:
        return expected_holidays().is_day_off(day)
    except HolidaysUnknownError:
        return False


def is_in_recess(day: date, recess: RecessSetting) -> bool:
    """Whether a day falls in the recess of a council, as far as its holidays are known."""
    try:
        return day in council_recess(recess, Span(day, day))
    except SchoolHolidaysUnknownError:
        return any(day in span for _, span in recess.own)
