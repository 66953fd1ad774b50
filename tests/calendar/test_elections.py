"""Elections and mergers around a procedure (Kieswet C 4, F 1, J 1)."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.elections import (
    ElectionsUnknownError,
    changes_between,
    elections_of,
    exists_on,
    municipalities_on,
    outgoing_election,
    outgoing_window,
)
from gehoord.calendar.span import Span

CODES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "municipalities.yaml").read_text("utf-8")
)
HAARLEM, HAARLEMMERMEER, HAARLEMMERLIEDE = "GM0392", "GM0394", "GM0393"
PURMEREND, BEEMSTER = "GM0439", "GM0370"
DIJK_EN_WAARD, HEERHUGOWAARD, LANGEDIJK = "GM1980", "GM0398", "GM0416"
WEST_BETUWE, NEERIJNEN = "GM1960", "GM0304"
ZEVENAAR = "GM0299"

NORTH_2018 = frozenset(CODES["noord_holland_2018"])
NORTH_2022 = frozenset(CODES["noord_holland_2022"])
EAST_2018 = frozenset(CODES["oost_nederland_2018"])
EAST_2023 = frozenset(CODES["oost_nederland_2023"])


def votes(code: str) -> list[date]:
    return [election.on for election in elections_of(code)]


# Who votes when


def test_an_ordinary_council_is_elected_every_four_years() -> None:
    assert votes(HAARLEM) == [
        date(2018, 3, 21),
        date(2022, 3, 16),
        date(2026, 3, 18),
        date(2030, 3, 20),
    ]


@pytest.mark.parametrize(
    ("code", "days"),
    [
        (HAARLEMMERMEER, [(2018, 11, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        (HAARLEMMERLIEDE, [(2018, 11, 21)]),
        (PURMEREND, [(2018, 3, 21), (2021, 11, 24), (2026, 3, 18), (2030, 3, 20)]),
        (BEEMSTER, [(2018, 3, 21), (2021, 11, 24)]),
        (DIJK_EN_WAARD, [(2021, 11, 24), (2026, 3, 18), (2030, 3, 20)]),
        (HEERHUGOWAARD, [(2018, 3, 21), (2021, 11, 24)]),
        (LANGEDIJK, [(2018, 3, 21), (2021, 11, 24)]),
        (WEST_BETUWE, [(2018, 11, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        (NEERIJNEN, [(2018, 11, 21)]),
        (ZEVENAAR, [(2017, 11, 22), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
    ],
)
def test_councils_that_merge_skip_the_regular_election(
    code: str, days: list[tuple[int, int, int]]
) -> None:
    assert votes(code) == [date(*day) for day in days]


# Between election and installation


def test_the_old_council_sits_from_the_vote_until_the_day_before_the_new_one() -> None:
    election = elections_of(HAARLEM)[0]
    assert outgoing_window(election) == Span(date(2018, 3, 21), date(2018, 3, 28))
    assert outgoing_election(HAARLEM, date(2018, 3, 20)) is None
    assert outgoing_election(HAARLEM, date(2018, 3, 21)) == election
    assert outgoing_election(HAARLEM, date(2018, 3, 28)) == election
    assert outgoing_election(HAARLEM, date(2018, 3, 29)) is None


def test_the_merging_councils_of_2018_are_outgoing_on_the_day_of_the_rbop_of_22_november() -> None:
    rbop = date(2018, 11, 22)
    outgoing = {code for code in NORTH_2018 if outgoing_election(code, rbop)}
    assert outgoing == {HAARLEMMERMEER, HAARLEMMERLIEDE}


def test_in_march_2018_the_merging_councils_are_not_outgoing_and_all_others_are() -> None:
    outgoing = {code for code in NORTH_2018 if outgoing_election(code, date(2018, 3, 23))}
    assert outgoing == NORTH_2018 - {HAARLEMMERMEER, HAARLEMMERLIEDE}


def test_in_march_2022_purmerend_and_dijk_en_waard_are_not_outgoing() -> None:
    outgoing = {code for code in NORTH_2022 if outgoing_election(code, date(2022, 3, 23))}
    assert outgoing == NORTH_2022 - {PURMEREND, DIJK_EN_WAARD}


def test_in_december_2021_five_councils_of_noord_holland_are_outgoing() -> None:
    councils = municipalities_on(NORTH_2018, date(2018, 1, 1), date(2021, 12, 1))
    outgoing = {code for code in councils if outgoing_election(code, date(2021, 12, 1))}
    assert outgoing == {PURMEREND, BEEMSTER, HEERHUGOWAARD, LANGEDIJK}


@pytest.mark.parametrize("day", [date(2016, 12, 31), date(2034, 1, 1)])
def test_a_day_outside_the_years_known_is_refused(day: date) -> None:
    with pytest.raises(ElectionsUnknownError, match=r"Vul law/elections\.toml aan\."):
        outgoing_election(HAARLEM, day)


# The set of municipalities


def test_noord_holland_goes_from_35_to_34_to_32() -> None:
    counts = {
        year: len(municipalities_on(NORTH_2018, date(2018, 6, 1), date(year, 1, 1)))
        for year in range(2018, 2028)
    }
    assert counts == {2018: 35} | dict.fromkeys((2019, 2020, 2021), 34) | dict.fromkeys(
        range(2022, 2028), 32
    )
    assert municipalities_on(NORTH_2018, date(2018, 6, 1), date(2022, 1, 1)) == NORTH_2022


def test_oost_nederland_goes_from_79_to_78_to_76() -> None:
    assert len(municipalities_on(EAST_2018, date(2018, 6, 1), date(2017, 12, 31))) == 79
    assert len(EAST_2018) == 78
    assert municipalities_on(EAST_2018, date(2018, 6, 1), date(2019, 1, 1)) == EAST_2023
    assert len(EAST_2023) == 76


def test_the_set_changes_on_1_january_and_not_the_day_before() -> None:
    before = municipalities_on(NORTH_2018, date(2018, 6, 1), date(2018, 12, 31))
    after = municipalities_on(NORTH_2018, date(2018, 6, 1), date(2019, 1, 1))
    assert before == NORTH_2018
    assert before - after == {HAARLEMMERLIEDE}


def test_the_changes_between_two_days_are_named() -> None:
    changes = changes_between(NORTH_2018, date(2018, 8, 13), date(2019, 1, 1))
    assert [(change.on, change.name, change.ceased) for change in changes] == [
        (date(2019, 1, 1), "Haarlemmermeer", ((HAARLEMMERLIEDE, "Haarlemmerliede en Spaarnwoude"),))
    ]
    assert changes_between(NORTH_2018, date(2018, 8, 13), date(2018, 11, 22)) == ()
    assert changes_between(EAST_2023, date(2023, 1, 1), date(2028, 1, 1)) == ()


def test_a_municipality_exists_from_its_merger_or_until_it() -> None:
    assert exists_on(LANGEDIJK, date(2021, 12, 31))
    assert not exists_on(LANGEDIJK, date(2022, 1, 1))
    assert not exists_on(DIJK_EN_WAARD, date(2021, 12, 31))
    assert exists_on(DIJK_EN_WAARD, date(2022, 1, 1))
    assert exists_on(PURMEREND, date(2018, 1, 1))


@settings(max_examples=60)
@given(
    st.dates(date(2016, 1, 1), date(2028, 1, 1)),
    st.dates(date(2016, 1, 1), date(2028, 1, 1)),
    st.sampled_from([NORTH_2018, EAST_2018]),
)
def test_there_and_back_again_gives_the_same_set(
    first: date, second: date, codes: frozenset[str]
) -> None:
    there = municipalities_on(codes, date(2018, 6, 1), first)
    on_second = municipalities_on(there, first, second)
    assert on_second == municipalities_on(codes, date(2018, 6, 1), second)
    assert municipalities_on(on_second, second, date(2018, 6, 1)) == codes
    assert all(exists_on(code, second) for code in on_second)
