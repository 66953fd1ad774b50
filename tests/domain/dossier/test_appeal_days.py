# SPDX-License-Identifier: EUPL-1.2
"""The appeal clock of an adoption by the regioburgemeester, and of no other."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.term import appeal_clock
from gehoord.domain.dossier.appeal_days import appeal_links, decision_links
from gehoord.domain.dossier.besluit import Besluit, BesluitKind


def adoption(basis: str, on: date = date(2023, 6, 20)) -> Besluit:
    return Besluit(
        id="x/1",
        dossier="x",
        kind=BesluitKind.ADOPTION,
        by="regioburgemeester",
        taken_on=on - timedelta(days=14),
        basis=basis,
        announced_on=on,
    )


def test_six_weeks_sixteen_weeks_and_ten_more(day: Callable[[str], date]) -> None:
    told = [(link.day, str(link.article)) for link in appeal_links(adoption("39-2"))]
    awb = "Algemene wet bestuursrecht, art. "
    assert told[0] == (day("Tue 2023-06-20"), "Politiewet 2012, art. 39 lid 5")
    assert (day("Tue 2023-08-01"), awb + "6:7") in told
    assert (day("Tue 2023-08-08"), awb + "6:9 lid 2") in told
    assert (day("Tue 2023-11-21"), awb + "7:24 lid 1") in told
    assert (day("Tue 2024-01-30"), awb + "7:24 lid 4") in told
    assert told[-1] == (day("Tue 2023-06-20"), awb + "6:16")


def test_each_last_day_is_said_in_words() -> None:
    rules = [link.rule for link in appeal_links(adoption("39-2"))]
    lodge = "beroep instellen uiterlijk 1 augustus 2023: 6 weken na 20 juni 2023, die dag niet"
    assert f"{lodge} meegeteld" in rules
    assert (
        "ontvangst van een beroep dat op tijd is gepost uiterlijk 8 augustus 2023: 1 week na "
        "1 augustus 2023, die dag niet meegeteld"
    ) in rules
    assert "het beroep schorst de vaststelling niet" in rules


@pytest.mark.parametrize("basis", ["39-1", "39-3", ""])
def test_no_other_adoption_can_be_appealed(basis: str) -> None:
    assert not appeal_links(adoption(basis))


def test_without_an_adoption_there_is_no_appeal() -> None:
    assert not appeal_links(None)


def test_a_term_into_a_year_without_known_holidays_says_so_and_leaves_the_others() -> None:
    rules = [link.rule for link in appeal_links(adoption("39-2", date(2028, 10, 5)))]
    assert any(rule.startswith("beroep instellen uiterlijk 16 november 2028") for rule in rules)
    (unknown,) = [rule for rule in rules if "nog niet bekend" in rule]
    assert unknown.startswith(
        "beslissing na verdaging: de laatste dag is nog niet bekend. Gehoord kent"
    )


def test_before_the_announcement_no_term_runs() -> None:
    unannounced = adoption("39-2").model_copy(update={"announced_on": None})
    [link] = appeal_links(unannounced)
    assert str(link.article) == "Algemene wet bestuursrecht, art. 3:41 lid 1"
    assert "De termijn loopt nog niet" in link.rule
    assert not decision_links(unannounced, is_postponed=True)


def test_a_decision_on_an_appeal_says_why_it_is_due_that_day(day: Callable[[str], date]) -> None:
    decided = decision_links(adoption("39-2"), is_postponed=False)
    assert decided[-1].day == day("Tue 2023-11-21")
    postponed = decision_links(adoption("39-2"), is_postponed=True)
    assert postponed[-1].day == day("Tue 2024-01-30")


@given(st.dates(date(2014, 1, 1), date(2026, 12, 31)))
def test_each_day_of_an_appeal_follows_the_one_before(on: date) -> None:
    clock = appeal_clock(on)
    days = [clock.lodge_by, clock.receive.last_day, clock.decide_by, clock.postpone.last_day]
    assert days == sorted(days)
    assert clock.lodge_by >= on + timedelta(weeks=6)
    assert clock.decide_by == clock.lodge_by + timedelta(weeks=16)
    assert not statutory_holidays().is_day_off(clock.lodge_by)
    assert not statutory_holidays().is_day_off(clock.postpone.last_day)
    assert appeal_links(adoption("39-2", on))[0].day == on


@given(
    st.dates(date(2014, 1, 1), date(2026, 12, 31)),
    st.integers(-30, 60),
    st.integers(0, 20),
)
def test_an_appeal_is_in_time_by_the_day_it_came_in_or_was_posted(
    on: date, after: int, on_its_way: int
) -> None:
    clock = appeal_clock(on)
    received_on = on + timedelta(days=after)
    posted_on = received_on - timedelta(days=on_its_way)
    plain = received_on <= clock.lodge_by
    assert clock.is_in_time(received_on) is plain
    in_post = posted_on <= clock.lodge_by and received_on <= clock.receive.last_day
    assert clock.is_in_time(received_on, posted_on) is (plain or in_post)


def test_announced_on_a_friday_before_easter_counts_from_that_day(
    day: Callable[[str], date],
) -> None:
    """Good Friday is a day off, but a term only ends elsewhere, it does not begin later.

    Six weeks later is the Friday after Ascension Day, which a decree puts on a par.
    """
    assert appeal_clock(day("Fri 2027-03-26")).lodge_by == day("Mon 2027-05-10")
    assert appeal_clock(day("Fri 2026-03-27")).lodge_by == day("Fri 2026-05-08")
    assert appeal_clock(day("Fri 2027-02-12")).lodge_by == day("Tue 2027-03-30")
