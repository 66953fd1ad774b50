# SPDX-License-Identifier: EUPL-1.2
"""Algemene termijnenwet: the constants beside their articles, and the table of royal decrees."""

from datetime import date
from itertools import chain, pairwise

from gehoord.law import termijnenwet
from gehoord.law.term import TermUnit
from gehoord.law.termijnenwet import equated_days


def test_the_articles_are_cited_as_a_jurist_cites_them() -> None:
    assert [
        str(article)
        for article in (
            termijnenwet.END_ON_DAY_OFF,
            termijnenwet.COUNTED_BACK,
            termijnenwet.TWO_WORKING_DAYS,
            termijnenwet.HOLIDAYS,
            termijnenwet.GOOD_FRIDAY,
            termijnenwet.EQUATED_DAYS,
            termijnenwet.NOT_EXTENDED,
        )
    ] == [
        "Algemene termijnenwet, art. 1 lid 1",
        "Algemene termijnenwet, art. 1 lid 2",
        "Algemene termijnenwet, art. 2",
        "Algemene termijnenwet, art. 3 lid 1",
        "Algemene termijnenwet, art. 3 lid 2",
        "Algemene termijnenwet, art. 3 lid 3",
        "Algemene termijnenwet, art. 4",
    ]


def test_the_act_holds_up_to_90_days_12_weeks_and_3_months_and_never_for_hours_or_years() -> None:
    assert termijnenwet.LONGEST_EXTENDED == {
        TermUnit.HOURS: 0,
        TermUnit.DAYS: 90,
        TermUnit.WEEKS: 12,
        TermUnit.MONTHS: 3,
        TermUnit.YEARS: 0,
    }


def test_every_equated_day_is_a_weekday_named_once_within_the_years_entered() -> None:
    entered = equated_days()
    days = list(chain.from_iterable(decree.days for decree in entered.decrees))
    assert len(days) == len(set(days)) == 53
    assert all(day.weekday() < 5 for day in days)
    assert all(entered.known_from <= day <= entered.known_until for day in days)


def test_the_table_is_known_up_to_and_including_2028() -> None:
    assert equated_days().known_until == date(2028, 12, 31)


def test_every_friday_after_ascension_day_since_2017_is_equated() -> None:
    days = set(chain.from_iterable(decree.days for decree in equated_days().decrees))
    fridays = {
        date(2017, 5, 26), date(2018, 5, 11), date(2019, 5, 31), date(2020, 5, 22),
        date(2021, 5, 14), date(2022, 5, 27), date(2023, 5, 19), date(2024, 5, 10),
        date(2025, 5, 30), date(2026, 5, 15), date(2027, 5, 7), date(2028, 5, 26),
    }  # fmt: skip
    assert fridays <= days


def test_no_equated_day_lies_in_a_stretch_without_a_decree() -> None:
    entered = equated_days()
    days = chain.from_iterable(decree.days for decree in entered.decrees)
    assert entered.gaps
    assert not [day for day in days for first, last in entered.gaps if first <= day <= last]


def test_a_decree_that_was_not_read_is_marked_and_every_decree_has_a_source() -> None:
    decrees = equated_days().decrees
    assert all(decree.source for decree in decrees)
    unread = {day for decree in decrees if not decree.was_read for day in decree.days}
    assert {date(2020, 5, 22), date(2021, 5, 14)} <= unread
    assert date(2016, 5, 6) not in unread


def test_the_decrees_stand_in_the_order_of_their_days() -> None:
    firsts = [max(decree.days) for decree in equated_days().decrees]
    assert all(earlier < later for earlier, later in pairwise(firsts))
