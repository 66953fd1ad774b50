# SPDX-License-Identifier: EUPL-1.2
"""How many days lie between two days, and what that may be where a day is an approximation."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.due import Due, Precision
from gehoord.calendar.written import Fixed, read
from gehoord.domain.learned.length import Length

days = st.dates(date(2018, 1, 1), date(2028, 12, 31))
precisions = st.sampled_from([Precision.DAY, Precision.APPROXIMATE, Precision.WINDOW])


def due(words: str) -> Due:
    written = read(words)
    assert isinstance(written, Fixed)
    return written.stretch.last


def test_an_approximate_day_makes_an_approximate_length() -> None:
    found = Length.between(due("medio juni 2023"), due("medio oktober 2023"))
    assert found
    assert found.in_words == "ongeveer 122 dagen (112 tot 132)"
    to_a_day = Length.between(due("medio oktober 2023"), due("9 november 2023"))
    assert to_a_day
    assert (to_a_day.days, to_a_day.least, to_a_day.most) == (25, 20, 30)


def test_a_month_is_no_day_and_says_so() -> None:
    found = Length.between(due("1 maart 2019"), due("april 2019"))
    assert found
    assert found.in_words == "ongeveer 60 dagen"


def test_what_comes_before_has_no_length() -> None:
    assert Length.between(due("9 november 2023"), due("8 november 2023")) is None


@given(first=days, last=days, sure=precisions, how=precisions)
def test_a_length_lies_within_what_it_may_be(
    first: date, last: date, sure: Precision, how: Precision
) -> None:
    found = Length.between(Due(first, sure), Due(last, how))
    assert (found is None) is (last < first)
    if found:
        assert 0 <= found.least <= found.days <= found.most
        assert first + timedelta(days=found.days) == last
        assert found.is_rough is not (sure is how is Precision.DAY)
