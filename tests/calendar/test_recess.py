# SPDX-License-Identifier: EUPL-1.2
"""The recess of a council: the school holidays of its region, or what it laid down itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.recess import RecessSetting, RecessUnknownError, council_recess
from gehoord.calendar.school import SchoolBreak, SchoolHolidaysUnknownError, SchoolRegion
from gehoord.calendar.span import Span

NORTH = RecessSetting(SchoolRegion.NORTH)
AUTUMN_2018 = Span(date(2018, 8, 13), date(2018, 11, 21))
SUMMER_2023 = Span(date(2023, 6, 15), date(2023, 10, 15))
JULY_AND_AUGUST = Span(date(2023, 7, 1), date(2023, 8, 31))
PURMEREND = RecessSetting(SchoolRegion.NORTH, own=(("zomerreces", JULY_AND_AUGUST),))


def test_the_hearing_window_of_2018_holds_21_days_of_summer_and_9_of_autumn_holiday() -> None:
    usability = council_recess(NORTH, AUTUMN_2018).weigh(AUTUMN_2018)
    assert [(period.name, days) for period, days in usability.shares] == [
        ("zomervakantie", 21),
        ("herfstvakantie", 9),
    ]
    assert usability.recess_days == 30
    assert usability.usable_days == 101 - 30


def test_the_hearing_window_of_2023_holds_44_days_of_summer_holiday() -> None:
    usability = council_recess(NORTH, SUMMER_2023).weigh(SUMMER_2023)
    assert usability.recess_days == 44
    assert usability.usable_days == 79
    assert usability.reasons == (
        "zomervakantie: 44 dagen (22 juli 2023 tot en met 3 september 2023; "
        "schoolvakantie regio noord)",
    )


def test_purmerend_without_meetings_in_july_and_august_keeps_61_days_and_8_council_weeks() -> None:
    """Of 123 days, 62 lie in July and August. What is left are eight weeks from Monday to Friday:
    those of 19 and 26 June, and six from 4 September up to and including 13 October."""
    usability = council_recess(PURMEREND, SUMMER_2023).weigh(SUMMER_2023)
    assert usability.window.days == 123
    assert usability.recess_days == 62
    assert usability.usable_days == 61
    assert usability.council_weeks == 8


def test_july_and_august_with_the_rest_of_the_school_holiday_leave_58_days_and_the_same_weeks() -> (
    None
):
    setting = RecessSetting(
        SchoolRegion.NORTH, own=(("zomerreces", Span(date(2023, 7, 1), date(2023, 9, 3))),)
    )
    usability = council_recess(setting, SUMMER_2023).weigh(SUMMER_2023)
    assert usability.usable_days == 58
    assert usability.council_weeks == 8


def test_a_recess_the_council_laid_down_replaces_the_school_holiday_it_touches() -> None:
    recess = council_recess(PURMEREND, SUMMER_2023)
    assert date(2023, 8, 31) in recess
    assert date(2023, 9, 1) not in recess  # still summer holiday in the north
    period = recess.period_on(date(2023, 7, 3))
    assert period is not None
    assert (period.name, period.reason) == ("zomerreces", "door de raad vastgesteld")


def test_a_recess_of_its_own_leaves_the_other_school_holidays_in_place() -> None:
    year = Span(date(2023, 1, 1), date(2023, 12, 31))
    names = [period.name for period in council_recess(PURMEREND, year).periods]
    assert names == [
        "kerstvakantie",
        "voorjaarsvakantie",
        "meivakantie",
        "zomerreces",
        "herfstvakantie",
        "kerstvakantie",
    ]


def test_margins_widen_the_school_holiday_and_are_said() -> None:
    setting = RecessSetting(SchoolRegion.NORTH, days_before=1, days_after=7)
    usability = council_recess(setting, SUMMER_2023).weigh(SUMMER_2023)
    assert usability.recess_days == 44 + 8
    assert usability.reasons == (
        "zomervakantie: 52 dagen (21 juli 2023 tot en met 10 september 2023; "
        "schoolvakantie regio noord, met 1 dag ervoor en 7 dagen erna)",
    )


def test_a_margin_reaches_into_a_window_the_holiday_itself_does_not_touch() -> None:
    setting = RecessSetting(SchoolRegion.NORTH, days_after=7)
    window = Span(date(2023, 9, 4), date(2023, 9, 30))
    assert council_recess(setting, window).weigh(window).recess_days == 7


def test_a_negative_margin_is_refused() -> None:
    with pytest.raises(ValueError, match="0 dagen of meer"):
        RecessSetting(SchoolRegion.NORTH, days_before=-1)


def test_a_council_that_meets_in_the_autumn_holiday_loses_no_days_to_it() -> None:
    setting = RecessSetting(SchoolRegion.NORTH, observed=frozenset({SchoolBreak.SUMMER}))
    assert council_recess(setting, AUTUMN_2018).weigh(AUTUMN_2018).recess_days == 21


def test_a_council_with_a_recess_of_its_own_only_can_be_planned_past_the_school_years() -> None:
    window = Span(date(2031, 6, 1), date(2031, 10, 1))
    own = (("zomerreces", Span(date(2031, 7, 1), date(2031, 8, 31))),)
    assert council_recess(RecessSetting(None, own=own), window).weigh(window).recess_days == 62
    with pytest.raises(SchoolHolidaysUnknownError):
        council_recess(NORTH, window)


def test_a_day_in_two_periods_is_counted_once() -> None:
    own = (
        ("zomerreces", JULY_AND_AUGUST),
        ("kermis", Span(date(2023, 8, 28), date(2023, 9, 1))),
    )
    usability = council_recess(RecessSetting(None, own=own), SUMMER_2023).weigh(SUMMER_2023)
    assert usability.recess_days == 63


def test_a_day_outside_the_window_is_refused_not_guessed() -> None:
    recess = council_recess(NORTH, SUMMER_2023)
    with pytest.raises(RecessUnknownError, match="14 juni 2023 valt daarbuiten"):
        recess.period_on(date(2023, 6, 14))
    with pytest.raises(RecessUnknownError):
        recess.weigh(Span(date(2023, 6, 15), date(2023, 10, 16)))


spans = st.builds(
    lambda start, length: Span(start, start + timedelta(days=length)),
    st.dates(date(2023, 1, 1), date(2024, 12, 1)),
    st.integers(0, 60),
)


@settings(max_examples=100)
@given(st.lists(spans, max_size=5), spans)
def test_recess_and_usable_days_are_together_the_window(own: list[Span], window: Span) -> None:
    setting = RecessSetting(SchoolRegion.SOUTH, 2, 3, own=tuple(("reces", span) for span in own))
    recess = council_recess(setting, window)
    usability = recess.weigh(window)
    held = [day for day in window if any(day in period.span for period in recess.periods)]
    assert usability.recess_days == len(held)
    assert usability.recess_days + usability.usable_days == window.days
    assert all((day in recess) == (recess.period_on(day) is not None) for day in window)
    assert usability.council_weeks * 5 <= usability.usable_days
