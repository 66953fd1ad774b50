# SPDX-License-Identifier: EUPL-1.2
"""The jaarverslagen of a plan in words: an extension has one of them."""

from datetime import date

from gehoord.domain.plan.account import Account


def test_one_year_is_no_stretch_of_years() -> None:
    of_four = {year: date(year + 1, 12, 31) for year in range(2028, 2032)}
    assert Account(of_four).when == "over 2028 tot en met 2031, elk in het jaar erna"
    assert Account({2032: date(2033, 12, 31)}).when == "over 2032, in het jaar erna"
