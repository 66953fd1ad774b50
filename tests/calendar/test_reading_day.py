# SPDX-License-Identifier: EUPL-1.2
"""Mail is read on working days outside the recess of its reader."""

from datetime import date

import pytest

from gehoord.calendar.reading_day import reading_day
from gehoord.calendar.recess import RecessSetting
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span

OWN = ("zomerreces", Span(date(2027, 7, 1), date(2027, 8, 31)))
NORTH = SchoolRegion.NORTH


@pytest.mark.parametrize(
    ("day", "recess", "read_on"),
    [
        (date(2027, 8, 21), None, date(2027, 8, 23)),  # Saturday
        (date(2027, 7, 12), None, date(2027, 7, 12)),
        (date(2029, 1, 1), None, date(2029, 1, 2)),  # its equated days are not entered yet
        (date(2027, 7, 12), RecessSetting(NORTH), date(2027, 8, 23)),
        (date(2027, 7, 12), RecessSetting(NORTH, own=(OWN,)), date(2027, 9, 1)),
        (date(2027, 7, 9), RecessSetting(NORTH, days_before=3), date(2027, 8, 23)),
        (date(2027, 8, 23), RecessSetting(NORTH, days_after=4), date(2027, 8, 27)),
    ],
)
def test_a_council_reads_no_mail_in_the_recess_it_laid_down_itself(
    day: date, recess: RecessSetting | None, read_on: date
) -> None:
    assert reading_day(day, recess) == read_on


def test_of_years_without_known_holidays_the_recess_that_was_laid_down_still_counts() -> None:
    far = ("reces", Span(date(2049, 6, 7), date(2049, 6, 11)))
    assert reading_day(date(2049, 6, 7), RecessSetting(NORTH, own=(far,))) == date(2049, 6, 14)
