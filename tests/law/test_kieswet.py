"""Kieswet: the days of the vote follow from the law; the mergers have a source."""

from datetime import date, timedelta

import pytest

from gehoord.law.kieswet import council_elections, mergers

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


@pytest.mark.parametrize("year", [2018, 2022, 2026, 2030])
def test_the_regular_day_of_the_vote_is_the_one_the_law_gives(year: int) -> None:
    votes = [vote.on for vote in REGULAR if vote.on.year == year]
    assert votes == [day_of_vote(year)]


def test_new_councils_take_office_on_the_days_known() -> None:
    assert [vote.takes_office_on for vote in REGULAR] == [
        date(2018, 3, 29),
        date(2022, 3, 30),
        date(2026, 4, 1),
        date(2030, 4, 3),
    ]


def test_every_vote_is_held_on_a_wednesday() -> None:
    assert {vote.on.weekday() for vote in REGULAR + MERGER} == {2}


def test_a_merger_council_takes_office_on_the_first_of_january_of_its_merger() -> None:
    merged = {(merger.on, merger.code) for merger in mergers()}
    assert MERGER
    assert {(vote.takes_office_on, vote.council) for vote in MERGER} == merged


def test_those_that_vote_are_those_that_cease_and_the_one_that_goes_on() -> None:
    for vote in MERGER:
        merger = next(
            merger
            for merger in mergers()
            if (merger.on, merger.code) == (vote.takes_office_on, vote.council)
        )
        goes_on = set() if merger.is_new else {merger.code}
        assert vote.voters == merger.ceased_codes | goes_on


def test_every_merger_election_replaces_a_regular_one() -> None:
    assert {vote.replaces for vote in MERGER} <= {vote.on for vote in REGULAR}


def test_every_election_and_every_merger_has_a_source() -> None:
    assert all(vote.source for vote in REGULAR + MERGER)
    assert all(merger.source for merger in mergers())


def test_a_municipality_ceases_only_once() -> None:
    ceased = [code for merger in mergers() for code in merger.ceased_codes]
    assert len(ceased) == len(set(ceased)) == 8
