# SPDX-License-Identifier: EUPL-1.2
"""By how many days a step was done outside its plan."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.span import Span
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.past_course import PastLeg, days_outside

HEARD = date(2027, 9, 16)
HEARD_SPAN = Span(date(2027, 9, 10), date(2027, 9, 20))
days = st.dates(date(2027, 1, 1), date(2028, 12, 31))


@given(first=days, length=st.integers(0, 200), day=days)
def test_days_outside_are_counted_to_the_nearest_end(first: date, length: int, day: date) -> None:
    last = first + timedelta(days=length)
    stretch = Stretch(Due.on(first), Due.on(last), Precision.WINDOW, f"t/m {day_in_words(last)}")
    off = days_outside(stretch, day)
    assert (off == 0) is (first <= day <= last)
    assert day - timedelta(days=off) in (day, first, last)


def test_an_approximation_is_kept_as_long_as_it_may_be_so() -> None:
    medio = Stretch.one(HEARD_SPAN, Precision.APPROXIMATE, "medio september 2027")
    assert days_outside(medio, HEARD_SPAN.end) == 0
    assert days_outside(medio, HEARD_SPAN.end + timedelta(days=3)) == 3


def test_before_a_limit_alone_nothing_is_too_early() -> None:
    limit = Stretch(Due(HEARD, Precision.DAY), Due.on(HEARD), Precision.UNDATED, "")
    assert days_outside(limit, HEARD - timedelta(days=90)) == 0
    assert days_outside(limit, HEARD + timedelta(days=1)) == 1


def test_a_difference_needs_a_plan_to_the_day_and_days_that_are_known() -> None:
    plan, took = Length(112, 112, 112), Length(126, 126, 126)
    rough = Length(122, 112, 132, is_rough=True)
    assert PastLeg(Leg.HEARING, plan, took, "S000").difference == 14
    assert PastLeg(Leg.HEARING, rough, took, "S000").difference is None
    assert PastLeg(Leg.HEARING, plan, None, "S000").difference is None
