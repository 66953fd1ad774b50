# SPDX-License-Identifier: EUPL-1.2
"""The meetings of a council: by rhythm and by list."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.meetings import (
    Meeting,
    Rhythm,
    meetings_by_rhythm,
    meetings_in,
)
from gehoord.calendar.recess import RecessSetting, council_recess
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))
RECESS = council_recess(RecessSetting(SchoolRegion.NORTH), YEAR)
NO_RECESS = council_recess(RecessSetting(None), YEAR)
THURSDAY = 3
EVERY_FOUR_WEEKS = Rhythm(THURSDAY, 4, date(2023, 6, 1), "besluitvormende raad")


# By rhythm


def test_a_council_that_meets_every_four_weeks_does_not_meet_in_recess() -> None:
    window = Span(date(2023, 6, 15), date(2023, 10, 15))
    found = meetings_by_rhythm(EVERY_FOUR_WEEKS, window, RECESS)
    assert found == tuple(
        Meeting(day, "besluitvormende raad") for day in (date(2023, 6, 29), date(2023, 9, 21))
    )
    without_recess = meetings_by_rhythm(EVERY_FOUR_WEEKS, window, NO_RECESS)
    assert {meeting.day for meeting in without_recess} - {meeting.day for meeting in found} == {
        date(2023, 7, 27),
        date(2023, 8, 24),
    }


def test_the_series_runs_back_before_its_anchor() -> None:
    window = Span(date(2023, 3, 6), date(2023, 5, 31))
    found = meetings_by_rhythm(EVERY_FOUR_WEEKS, window, NO_RECESS)
    expected = [date(2023, 3, 9), date(2023, 4, 6), date(2023, 5, 4)]
    assert [meeting.day for meeting in found] == expected


def test_a_meeting_on_ascension_day_drops_out_when_holidays_are_given() -> None:
    weekly = Rhythm(THURSDAY, 1, date(2023, 5, 11))
    window = Span(date(2023, 5, 11), date(2023, 5, 25))
    found = meetings_by_rhythm(weekly, window, NO_RECESS, statutory_holidays())
    assert [meeting.day for meeting in found] == [date(2023, 5, 11), date(2023, 5, 25)]


def test_a_rhythm_whose_anchor_is_another_weekday_is_refused() -> None:
    with pytest.raises(ValueError, match=r"op donderdag, maar .* op vrijdag 2 juni 2023"):
        Rhythm(THURSDAY, 4, date(2023, 6, 2))


@pytest.mark.parametrize(("weekday", "weeks"), [(7, 1), (-1, 1), (3, 0)])
def test_a_rhythm_that_cannot_be_is_refused(weekday: int, weeks: int) -> None:
    with pytest.raises(ValueError, match=r"week"):
        Rhythm(weekday, weeks, date(2023, 6, 1))


@settings(max_examples=50)
@given(
    st.dates(date(2023, 1, 1), date(2023, 12, 31)),
    st.integers(1, 8),
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
)
def test_the_meetings_keep_their_weekday_and_distance(
    start: date, weeks: int, anchor: date
) -> None:
    window = Span(start, YEAR.end)
    found = meetings_by_rhythm(Rhythm(anchor.weekday(), weeks, anchor), window, NO_RECESS)
    assert all((meeting.day - anchor).days % (7 * weeks) == 0 for meeting in found)
    assert len(found) in {window.days // (7 * weeks), window.days // (7 * weeks) + 1}


# By list


def test_an_explicit_list_is_taken_in_order_within_the_window() -> None:
    listed = [Meeting(date(2023, month, 7), "raad") for month in (9, 6, 12, 6)]
    window = Span(date(2023, 6, 7), date(2023, 9, 7))
    assert meetings_in(listed, window) == (
        Meeting(date(2023, 6, 7), "raad"),
        Meeting(date(2023, 9, 7), "raad"),
    )
