# SPDX-License-Identifier: EUPL-1.2
"""Raadsweken: weeks in recess do not count, forward nor back."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gehoord.calendar.recess import RecessSetting, RecessUnknownError, council_recess
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span
from gehoord.calendar.weeks import is_council_week, weeks_after, weeks_before

YEARS = Span(date(2022, 1, 1), date(2026, 12, 31))
RECESS = council_recess(RecessSetting(SchoolRegion.NORTH), YEARS)
days = st.dates(date(2023, 1, 1), date(2025, 12, 31))


def test_six_raadsweken_from_the_end_of_june_skip_six_weeks_of_summer() -> None:
    counted = weeks_after(date(2023, 6, 29), 6, RECESS)
    assert counted.day == date(2023, 9, 21)
    assert len(counted.skipped) == 6
    assert [link.rule for link in counted.links] == [
        "6 raadsweken na 29 juni 2023",
        "6 weken in het reces niet meegeteld: zomervakantie",
    ]


def test_six_raadsweken_before_21_september_lead_back_to_june() -> None:
    counted = weeks_before(date(2023, 9, 21), 6, RECESS)
    assert counted.day == date(2023, 6, 29)
    assert counted.links[0].rule == "6 raadsweken voor 21 september 2023"


def test_the_week_before_a_holiday_that_starts_on_saturday_still_counts() -> None:
    assert date(2023, 7, 22) in RECESS
    assert is_council_week(date(2023, 7, 20), RECESS)
    assert not is_council_week(date(2023, 7, 24), RECESS)


def test_no_weeks_leave_the_day_as_it_is() -> None:
    assert weeks_after(date(2023, 6, 29), 0, RECESS).day == date(2023, 6, 29)


def test_a_negative_number_of_weeks_is_refused() -> None:
    with pytest.raises(ValueError, match="met 0 of meer raadsweken, niet met -1"):
        weeks_after(date(2023, 6, 29), -1, RECESS)


def test_a_count_that_runs_past_the_recess_known_is_refused() -> None:
    with pytest.raises(RecessUnknownError):
        weeks_after(date(2026, 11, 1), 20, RECESS)


@settings(max_examples=100)
@given(days, st.integers(1, 20))
def test_counting_back_undoes_counting_forward(day: date, weeks: int) -> None:
    assume(is_council_week(day, RECESS))
    assert weeks_before(weeks_after(day, weeks, RECESS).day, weeks, RECESS).day == day


@settings(max_examples=100)
@given(days, st.integers(1, 20))
def test_the_count_passes_exactly_so_many_weeks_outside_recess(day: date, weeks: int) -> None:
    end = weeks_after(day, weeks, RECESS).day
    passed = range(1, (end - day).days // 7 + 1)
    free = [n for n in passed if is_council_week(day + timedelta(weeks=n), RECESS)]
    assert len(free) == weeks
    assert end.weekday() == day.weekday()
    assert is_council_week(end, RECESS)
