# SPDX-License-Identifier: EUPL-1.2
"""Counting in working days: the table gives what a walk along the days gives."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gehoord.calendar.holidays import HolidaysUnknownError, statutory_holidays
from gehoord.calendar.span import Span
from gehoord.calendar.working_days import statutory_working_days

HOLIDAYS = statutory_holidays()
TABLE = statutory_working_days()

days = st.dates(date(1992, 1, 1), date(2026, 12, 31))


def walk(day: date, count: int) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while HOLIDAYS.is_day_off(day):
            day += step
    return day


def test_one_working_day_after_maundy_thursday_is_easter_tuesday() -> None:
    assert TABLE.add(date(2026, 4, 2), 1) == date(2026, 4, 7)


def test_one_working_day_before_easter_monday_is_maundy_thursday() -> None:
    assert TABLE.add(date(2026, 4, 6), -1) == date(2026, 4, 2)


def test_no_working_days_leave_the_day_as_it_is() -> None:
    assert TABLE.add(date(2026, 4, 5), 0) == date(2026, 4, 5)


@settings(max_examples=200)
@given(days, st.integers(-60, 60))
def test_the_table_agrees_with_a_walk_along_the_days(day: date, count: int) -> None:
    assert TABLE.add(day, count) == walk(day, count)


@settings(max_examples=100)
@given(days, st.integers(1, 200))
def test_going_back_undoes_going_forward(day: date, count: int) -> None:
    assume(not HOLIDAYS.is_day_off(day))
    assert TABLE.add(TABLE.add(day, count), -count) == day


@settings(max_examples=100)
@given(days, st.integers(0, 400))
def test_a_span_holds_the_working_days_one_counts_in_it(start: date, length: int) -> None:
    span = Span(start, start + timedelta(days=length))
    assert TABLE.count(span) == sum(not HOLIDAYS.is_day_off(day) for day in span)


def test_the_year_2024_holds_253_working_days() -> None:
    # 262 weekdays, less seven holidays on a weekday (Koningsdag fell on a Saturday, 5 May on a
    # Sunday) and two days set by royal decree.
    assert TABLE.count(Span(date(2024, 1, 1), date(2024, 12, 31))) == 262 - 7 - 2


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2028, 12, 29), 1),
        (date(2029, 1, 2), 1),
        (date(2029, 1, 2), -1),
        (date(1990, 1, 1), -1),
        (date(1990, 1, 3), -2),
        (date(1989, 12, 29), 1),
        (date(1989, 12, 29), -1),
    ],
)
def test_a_day_outside_the_years_entered_is_refused(day: date, count: int) -> None:
    with pytest.raises(HolidaysUnknownError, match="van 1990 tot en met 2028"):
        TABLE.add(day, count)


def test_a_span_outside_the_years_entered_is_refused() -> None:
    with pytest.raises(HolidaysUnknownError):
        TABLE.count(Span(date(2028, 12, 1), date(2029, 1, 5)))
    with pytest.raises(HolidaysUnknownError):
        TABLE.count(Span(date(1989, 12, 1), date(1990, 1, 5)))


def test_the_last_working_day_entered_can_be_reached() -> None:
    assert TABLE.add(date(2028, 12, 28), 1) == date(2028, 12, 29)
    assert TABLE.add(date(1990, 1, 3), -1) == date(1990, 1, 2)
