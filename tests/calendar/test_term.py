# SPDX-License-Identifier: EUPL-1.2
"""Terms under the Algemene termijnenwet, the appeal clock of the Awb, and terms in years."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.holidays import HolidaysUnknownError, holidays_in, statutory_holidays
from gehoord.calendar.span import Span
from gehoord.calendar.term import (
    appeal_clock,
    last_day,
    may_be_extended,
)
from gehoord.law import awb, politiewet, termijnenwet
from gehoord.law.article import Article
from gehoord.law.term import Term, TermUnit

KNOWN = statutory_holidays()
FROM_1986 = holidays_in(Span(date(1986, 1, 1), date(2040, 12, 31)))
"""For counting back at most forty months from a day in 1990 or later."""
UNTIL_2050 = holidays_in(Span(date(1990, 1, 1), date(2050, 12, 31)))
LAW = Article("Proefwet", "1")
SIX_WEEKS = Term(6, TermUnit.WEEKS, LAW)

days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
units = st.sampled_from([TermUnit.DAYS, TermUnit.WEEKS, TermUnit.MONTHS, TermUnit.YEARS])
statutory_terms = st.one_of(
    st.builds(Term, st.integers(1, 120), st.just(TermUnit.DAYS), st.just(LAW)),
    st.builds(Term, st.integers(1, 30), st.just(TermUnit.WEEKS), st.just(LAW)),
    st.builds(Term, st.integers(1, 12), st.just(TermUnit.MONTHS), st.just(LAW)),
    st.builds(Term, st.integers(1, 4), st.just(TermUnit.YEARS), st.just(LAW)),
)
agreed_terms = st.builds(Term, st.integers(1, 60), units)


def day(text: str) -> date:
    weekday, iso = text.split()
    found = date.fromisoformat(iso)
    assert found.strftime("%a") == weekday, text
    return found


# Art. 1 lid 1


def test_a_term_ending_on_saturday_runs_to_monday() -> None:
    end = last_day(day("Sat 2026-06-20"), SIX_WEEKS, KNOWN)
    assert end.plain_end == day("Sat 2026-08-01")
    assert end.last_day == day("Mon 2026-08-03")


def test_a_term_ending_on_a_working_day_ends_there() -> None:
    end = last_day(day("Tue 2023-06-20"), SIX_WEEKS, KNOWN)
    assert end.last_day == end.plain_end == day("Tue 2023-08-01")


def test_a_term_ending_on_good_friday_runs_over_easter_to_tuesday() -> None:
    end = last_day(day("Fri 2024-02-16"), SIX_WEEKS, KNOWN)
    assert end.plain_end == day("Fri 2024-03-29")
    assert end.last_day == day("Tue 2024-04-02")


def test_a_term_ending_on_5_may_of_an_ordinary_year_runs_on() -> None:
    assert last_day(day("Tue 2026-03-24"), SIX_WEEKS, KNOWN).last_day == day("Wed 2026-05-06")


def test_a_term_ending_on_a_day_set_by_royal_decree_runs_on() -> None:
    end = last_day(day("Fri 2024-03-29"), SIX_WEEKS, KNOWN)
    assert end.plain_end == day("Fri 2024-05-10")
    assert end.last_day == day("Mon 2024-05-13")


# Art. 2


def test_a_term_of_three_days_over_christmas_holds_two_working_days() -> None:
    end = last_day(day("Tue 2024-12-24"), Term(3, TermUnit.DAYS, LAW), KNOWN)
    assert end.last_day == day("Tue 2024-12-31")
    assert end.links[-2].article == termijnenwet.TWO_WORKING_DAYS


def test_a_term_of_two_days_needs_no_two_working_days() -> None:
    end = last_day(day("Fri 2026-06-19"), Term(2, TermUnit.DAYS, LAW), KNOWN)
    assert end.last_day == day("Mon 2026-06-22")


def test_a_term_of_three_days_from_friday_ends_on_tuesday() -> None:
    end = last_day(day("Fri 2026-06-19"), Term(3, TermUnit.DAYS, LAW), KNOWN)
    assert end.plain_end == day("Mon 2026-06-22")
    assert end.last_day == day("Tue 2026-06-23")


# Art. 4


@pytest.mark.parametrize(
    ("amount", "unit", "extended"),
    [
        (90, TermUnit.DAYS, True),
        (91, TermUnit.DAYS, False),
        (12, TermUnit.WEEKS, True),
        (13, TermUnit.WEEKS, False),
        (3, TermUnit.MONTHS, True),
        (4, TermUnit.MONTHS, False),
        (1, TermUnit.YEARS, False),
        (24, TermUnit.HOURS, False),
    ],
)
def test_the_limits_of_article_4(amount: int, unit: TermUnit, extended: bool) -> None:
    assert may_be_extended(Term(amount, unit, LAW)) is extended


def test_a_term_of_thirteen_weeks_ends_on_the_saturday_on_which_it_ends() -> None:
    end = last_day(day("Sat 2026-06-20"), Term(13, TermUnit.WEEKS, LAW), KNOWN)
    assert end.last_day == day("Sat 2026-09-19")
    assert end.links[-1].article == termijnenwet.NOT_EXTENDED


def test_a_term_in_hours_has_no_last_day() -> None:
    with pytest.raises(ValueError, match="Een termijn van 48 uur eindigt op een uur"):
        last_day(date(2026, 6, 20), Term(48, TermUnit.HOURS, LAW), KNOWN)


# Terms in years


def test_the_next_adoption_is_due_four_years_after_the_last() -> None:
    due = last_day(day("Thu 2023-11-09"), politiewet.TERM_TO_ADOPT_AGAIN, KNOWN)
    assert due.last_day == day("Tue 2027-11-09")


def test_the_meeting_of_11_november_2027_is_two_days_late_and_that_of_the_4th_is_not() -> None:
    due = last_day(day("Thu 2023-11-09"), politiewet.TERM_TO_ADOPT_AGAIN, KNOWN)
    assert (day("Thu 2027-11-11") - due.last_day).days == 2
    assert day("Tue 2027-11-09") == due.last_day
    assert day("Thu 2027-11-04") < due.last_day


def test_four_years_may_end_on_a_sunday_past_the_holidays_entered() -> None:
    due = last_day(day("Tue 2027-11-09"), politiewet.TERM_TO_ADOPT_AGAIN, KNOWN)
    assert due.last_day == day("Sun 2031-11-09")


def test_a_year_from_29_february_ends_on_the_28th_and_four_years_on_the_29th() -> None:
    leap = day("Thu 2024-02-29")
    assert last_day(leap, politiewet.TERM_OF_JAARVERSLAG, KNOWN).last_day == date(2025, 2, 28)
    assert last_day(leap, politiewet.TERM_TO_ADOPT_AGAIN, KNOWN).last_day == date(2028, 2, 29)


# The appeal clock: Awb 6:7, 6:8, 6:9 and 7:24


def test_the_appeal_clock_of_a_besluit_announced_on_20_june_2023() -> None:
    clock = appeal_clock(day("Tue 2023-06-20"))
    assert clock.lodge_by == day("Tue 2023-08-01")
    assert clock.receive.last_day == day("Tue 2023-08-08")
    assert clock.decide_by == day("Tue 2023-11-21")
    assert clock.postpone.last_day == day("Tue 2024-01-30")


def test_the_sixteen_weeks_are_not_extended_but_the_ten_weeks_are() -> None:
    ends_on_boxing_day = appeal_clock(day("Thu 2024-07-25"))
    assert ends_on_boxing_day.decide_by == day("Thu 2024-12-26")
    postponed = last_day(day("Mon 2024-03-11"), awb.TERM_TO_POSTPONE, KNOWN)
    assert postponed.plain_end == day("Mon 2024-05-20")  # Whit Monday
    assert postponed.last_day == day("Tue 2024-05-21")


def test_an_appeal_can_be_lodged_although_its_decision_lies_in_a_year_not_entered() -> None:
    clock = appeal_clock(day("Tue 2028-10-03"))
    assert clock.lodge_by == day("Tue 2028-11-14")
    assert clock.decide_by == day("Tue 2029-03-06")
    with pytest.raises(HolidaysUnknownError, match="van 2029 nog niet"):
        _ = clock.postpone.last_day


def test_a_term_that_runs_into_2029_is_refused() -> None:
    with pytest.raises(HolidaysUnknownError) as refusal:
        last_day(day("Fri 2028-12-15"), SIX_WEEKS, KNOWN)
    assert str(refusal.value) == (
        "Gehoord kent de gelijkgestelde dagen van 2029 nog niet; reken die dag zelf na."
    )


# The working


def test_the_reasons_name_every_day_off_the_article_and_the_day() -> None:
    links = last_day(day("Fri 2026-02-20"), SIX_WEEKS, KNOWN).links
    assert [(link.day, link.rule, str(link.article)) for link in links] == [
        (day("Fri 2026-04-03"), "6 weken na 20 februari 2026, die dag niet meegeteld", str(LAW)),
        (
            day("Tue 2026-04-07"),
            "3 april 2026 is Goede Vrijdag, 4 april 2026 is een zaterdag, 5 april 2026 is een "
            "zondag en 6 april 2026 is Tweede Paasdag; de termijn loopt door tot en met "
            "dinsdag 7 april 2026",
            "Algemene termijnenwet, art. 1 lid 1",
        ),
    ]


def test_the_sixteen_weeks_say_why_they_are_not_extended() -> None:
    links = appeal_clock(day("Tue 2023-06-20")).decide.links
    assert links[-1].rule == "een termijn van meer dan 12 weken wordt niet verlengd"


def test_a_day_from_a_decree_nobody_read_is_said_in_the_reasons() -> None:
    links = last_day(day("Fri 2021-04-02"), SIX_WEEKS, KNOWN).links
    assert links[-1].day == day("Mon 2021-05-17")
    assert links[-1].rule.startswith("let op: gelijkgestelde dag (KB van 20 september 2019)")


# What must always hold, 1990-2040


@settings(max_examples=300)
@given(days, statutory_terms)
def test_an_extended_term_never_ends_on_a_day_off_and_never_before_its_plain_end(
    after: date, term: Term
) -> None:
    end = last_day(after, term, UNTIL_2050)
    assert end.last_day >= end.plain_end > after
    if may_be_extended(term):
        assert not UNTIL_2050.is_day_off(end.last_day)
    else:
        assert end.last_day == end.plain_end


@settings(max_examples=200)
@given(days, statutory_terms.filter(may_be_extended))
def test_an_extended_term_is_moved_over_days_off_only_or_for_two_working_days(
    after: date, term: Term
) -> None:
    end = last_day(after, term, UNTIL_2050)
    working = [
        number
        for number in range(1, (end.last_day - after).days + 1)
        if not UNTIL_2050.is_day_off(after + timedelta(days=number))
    ]
    before_plain_end = [n for n in working if after + timedelta(days=n) < end.plain_end]
    passed = len(working) - len(before_plain_end)
    if term.unit is TermUnit.DAYS and term.amount < 3:
        assert passed == 1
    else:
        assert len(working) >= 2
        assert passed == max(1, 2 - len(before_plain_end))


@settings(max_examples=300)
@given(days, st.integers(0, 40), statutory_terms)
def test_a_later_start_never_gives_an_earlier_end(after: date, later: int, term: Term) -> None:
    first = last_day(after, term, UNTIL_2050).last_day
    second = last_day(after + timedelta(days=later), term, UNTIL_2050).last_day
    assert second >= first


@settings(max_examples=200)
@given(days, agreed_terms)
def test_a_term_people_agreed_on_is_never_touched(after: date, term: Term) -> None:
    end = last_day(after, term, holidays_in(Span(date(1990, 1, 1), date(1990, 1, 2))))
    assert end.last_day == end.plain_end


@settings(max_examples=100)
@given(days, statutory_terms)
def test_the_reasons_start_at_the_plain_end_and_finish_at_the_last_day(
    after: date, term: Term
) -> None:
    end = last_day(after, term, UNTIL_2050)
    assert end.links[0].day == end.plain_end
    assert end.links[-1].day == end.last_day
    assert [link.day for link in end.links] == sorted(link.day for link in end.links)
