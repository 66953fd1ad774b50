# SPDX-License-Identifier: EUPL-1.2
"""Kieswet: the days of the vote follow from the law; the mergers give the others."""

from datetime import date, timedelta

import pytest

from gehoord.calendar.municipalities import exists_on
from gehoord.law.kieswet import council_elections

REGULAR = [vote for vote in council_elections().elections if not vote.is_merger]
MERGER = [vote for vote in council_elections().elections if vote.is_merger]


def day_of_vote(year: int) -> date:
    """Kieswet F 1 and J 1: the 44th day after the Monday from 30 January to 5 February."""
    monday = next(
        day
        for number in range(7)
        if (day := date(year, 1, 30) + timedelta(days=number)).weekday() == 0
    )
    return monday + timedelta(days=44)


@pytest.mark.parametrize("year", [2014, 2018, 2022, 2026, 2030])
def test_the_regular_day_of_the_vote_is_the_one_the_law_gives(year: int) -> None:
    votes = [vote.on for vote in REGULAR if vote.on.year == year]
    assert votes == [day_of_vote(year)]


def test_new_councils_take_office_on_the_days_known() -> None:
    assert [vote.takes_office_on for vote in REGULAR] == [
        date(2014, 3, 27),
        date(2018, 3, 29),
        date(2022, 3, 30),
        date(2026, 4, 1),
        date(2030, 4, 3),
    ]


def test_every_vote_is_held_on_a_wednesday() -> None:
    assert {vote.on.weekday() for vote in REGULAR + MERGER} == {2}


def test_every_merger_election_replaces_a_regular_one_or_none() -> None:
    assert {vote.replaces for vote in MERGER} <= {vote.on for vote in REGULAR} | {None}
    assert [vote.council for vote in MERGER if vote.replaces is None] == ["GM1942", "GM0363"]


@pytest.mark.parametrize(
    ("year", "voters"),
    [(2012, 10), (2013, 9), (2014, 16), (2017, 14), (2018, 37), (2020, 7), (2021, 11), (2022, 3)],
)
def test_as_many_municipalities_held_a_merger_election_as_the_news_of_that_year_says(
    year: int, voters: int
) -> None:
    """In 2022 those of November: Brielle, Hellevoetsluis and Westvoorne."""
    days = {vote.on for vote in MERGER if vote.on.year == year} - {date(2022, 3, 16)}
    assert len(frozenset().union(*(v.voters for v in MERGER if v.on in days))) == voters


@pytest.mark.parametrize(
    ("day", "skipped"),
    [(date(2014, 3, 19), 23), (date(2018, 3, 21), 45), (date(2022, 3, 16), 11),
     (date(2026, 3, 18), 2)],
)  # fmt: skip
def test_as_many_municipalities_skipped_a_regular_election_as_is_known(
    day: date, skipped: int
) -> None:
    """403, 380, 345 and 342 municipalities; 380, 335, 334 and 340 voted."""
    concerned = {c for v in MERGER if v.replaces == day for c in {*v.voters, v.council}}
    there = {code for code in concerned if code and exists_on(code, day)}
    assert len(there) == skipped


def test_every_election_has_a_source() -> None:
    assert all(vote.source for vote in REGULAR + MERGER)
