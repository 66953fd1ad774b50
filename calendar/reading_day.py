"""The first day on which a mail is read: no weekend, no holiday, no recess of the council."""

from datetime import date, timedelta
from functools import lru_cache

from gehoord.calendar.holidays import HolidaysUnknownError, statutory_holidays
from gehoord.calendar.recess import RecessSetting, council_recess
from gehoord.calendar.school import SchoolHolidaysUnknownError, SchoolRegion
from gehoord.calendar.span import Span


@lru_cache(maxsize=4096)
def reading_day(day: date, region: SchoolRegion | None = None) -> date:
    """Return ``day``, or the first later day on which mail is read.

    This moves the mail, never the term it is about. In years of which the holidays are not known
    yet only weekends count.

    Args:
        day: the day on which it would be sent.
        region: the council of a griffie keeps the school holidays of this region as its recess.
    """
    while _is_away(day, region):
        day += timedelta(days=1)
    return day


def _is_away(day: date, region: SchoolRegion | None) -> bool:
    if day.weekday() >= 5:
        return True
    try:
        if statutory_holidays().is_day_off(day):
            return True
        return region is not None and day in council_recess(RecessSetting(region), Span(day, day))
    except (HolidaysUnknownError, SchoolHolidaysUnknownError):
        return False
