# SPDX-License-Identifier: EUPL-1.2
"""Elections around a procedure, the merger elections of the whole country among them.

Law: Kieswet, art. C 4, F 1 and J 1.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from gehoord.calendar.elections import (
    ElectionsUnknownError,
    elections_of,
    outgoing_election,
    outgoing_window,
)
from gehoord.calendar.span import Span

CODES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "municipalities.yaml").read_text("utf-8")
)
HAARLEM, HAARLEMMERMEER, HAARLEMMERLIEDE = "GM0392", "GM0394", "GM0393"
EDAM_VOLENDAM = "GM0385"
PURMEREND, BEEMSTER = "GM0439", "GM0370"
DIJK_EN_WAARD, HEERHUGOWAARD, LANGEDIJK = "GM1980", "GM0398", "GM0416"
LAND_VAN_CUIJK, LEEUWARDEN, AMSTERDAM, WEESP = "GM1982", "GM0080", "GM0363", "GM0457"
WEST_BETUWE, NEERIJNEN = "GM1960", "GM0304"
ZEVENAAR = "GM0299"

NORTH_2018 = frozenset(CODES["noord_holland_2018"])
NORTH_2022 = frozenset(CODES["noord_holland_2022"])


def votes(code: str) -> list[date]:
    return [election.on for election in elections_of(code)]


# Who votes when


def test_an_ordinary_council_is_elected_every_four_years() -> None:
    assert votes(HAARLEM) == [
        date(2014, 3, 19),
        date(2018, 3, 21),
        date(2022, 3, 16),
        date(2026, 3, 18),
        date(2030, 3, 20),
    ]


@pytest.mark.parametrize(
    ("code", "days"),
    [
        (
            HAARLEMMERMEER,
            [(2014, 3, 19), (2018, 11, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)],
        ),
        (HAARLEMMERLIEDE, [(2014, 3, 19), (2018, 11, 21)]),
        (PURMEREND, [(2014, 3, 19), (2018, 3, 21), (2021, 11, 24), (2026, 3, 18), (2030, 3, 20)]),
        (BEEMSTER, [(2014, 3, 19), (2018, 3, 21), (2021, 11, 24)]),
        (DIJK_EN_WAARD, [(2021, 11, 24), (2026, 3, 18), (2030, 3, 20)]),
        (HEERHUGOWAARD, [(2014, 3, 19), (2018, 3, 21), (2021, 11, 24)]),
        (LANGEDIJK, [(2014, 3, 19), (2018, 3, 21), (2021, 11, 24)]),
        (WEST_BETUWE, [(2018, 11, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        (NEERIJNEN, [(2014, 3, 19), (2018, 11, 21)]),
        (ZEVENAAR, [(2014, 3, 19), (2017, 11, 22), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        ("GM0762", [(2014, 3, 19), (2018, 3, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        (LAND_VAN_CUIJK, [(2021, 11, 24), (2026, 3, 18), (2030, 3, 20)]),
        ("GM0786", [(2014, 3, 19), (2018, 3, 21), (2021, 11, 24)]),  # Grave
        (LEEUWARDEN, [(2013, 11, 13), (2017, 11, 22), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        ("GM0441", [(2012, 11, 21), (2018, 3, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        ("GM0361", [(2014, 11, 19), (2018, 3, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        (
            EDAM_VOLENDAM,
            [(2014, 3, 19), (2015, 11, 18), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)],
        ),
        ("GM1942", [(2015, 11, 18), (2018, 3, 21), (2022, 3, 16), (2026, 3, 18), (2030, 3, 20)]),
        ("GM1927", [(2012, 11, 21), (2018, 11, 21)]),  # Molenwaard
        ("GM1696", [(2014, 3, 19), (2018, 3, 21), (2022, 3, 16), (2026, 11, 18)]),  # Wijdemeren
    ],
)
def test_councils_that_merge_skip_the_regular_election(
    code: str, days: list[tuple[int, int, int]]
) -> None:
    assert votes(code) == [date(*day) for day in days]


def test_a_part_of_a_split_municipality_that_only_moves_elects_no_council() -> None:
    """Boarnsterhim 2014 and Haaren 2021: a part went to a municipality that did not vote."""
    assert date(2013, 11, 13) not in votes("GM1900")  # Súdwest-Fryslân
    assert date(2020, 11, 18) not in votes("GM0855")  # Tilburg
    assert votes("GM0055") == [date(2013, 11, 13)] * 3  # Boarnsterhim, for three councils
    assert date(2020, 11, 18) in votes("GM0757")  # Boxtel


def test_a_merger_election_on_the_regular_day_is_held_once() -> None:
    """Weesp helped elect the council of Amsterdam on 16 March 2022."""
    assert votes(AMSTERDAM)[2:4] == [date(2022, 3, 16), date(2026, 3, 18)]
    assert votes(WEESP) == [date(2014, 3, 19), date(2018, 3, 21), date(2022, 3, 16)]
    assert outgoing_window(elections_of(WEESP)[-1]) == Span(date(2022, 3, 16), date(2022, 3, 23))


@pytest.mark.parametrize("code", ["GM0241", "GM1945"])
def test_a_council_under_a_new_name_is_the_same_council(code: str) -> None:
    """Groesbeek is named Berg en Dal since 2016: elected in 2014, again in 2018."""
    assert votes(code)[:2] == [date(2014, 11, 19), date(2018, 3, 21)]


def test_what_is_not_certain_of_an_election_is_known() -> None:
    doubtful = {
        code: [vote.on.year for vote in elections_of(code) if vote.uncertain]
        for code in ("GM0385", "GM1942", "GM1696", "GM0402", LAND_VAN_CUIJK)
    }
    assert doubtful == {
        "GM0385": [2015], "GM1942": [2015], "GM1696": [2026], "GM0402": [2026], LAND_VAN_CUIJK: []
    }  # fmt: skip


# Between election and installation


def test_the_old_council_sits_from_the_vote_until_the_day_before_the_new_one() -> None:
    election = elections_of(HAARLEM)[1]
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
    assert outgoing == NORTH_2018 - {HAARLEMMERMEER, HAARLEMMERLIEDE, EDAM_VOLENDAM}


def test_in_march_2022_purmerend_and_dijk_en_waard_are_not_outgoing() -> None:
    outgoing = {code for code in NORTH_2022 if outgoing_election(code, date(2022, 3, 23))}
    assert outgoing == NORTH_2022 - {PURMEREND, DIJK_EN_WAARD}


def test_in_december_2021_five_councils_of_noord_holland_are_outgoing() -> None:
    councils = NORTH_2018 - {HAARLEMMERLIEDE}
    outgoing = {code for code in councils if outgoing_election(code, date(2021, 12, 1))}
    assert outgoing == {PURMEREND, BEEMSTER, HEERHUGOWAARD, LANGEDIJK}


@pytest.mark.parametrize("day", [date(2012, 12, 31), date(2034, 1, 1)])
def test_a_day_outside_the_years_known_is_refused(day: date) -> None:
    with pytest.raises(ElectionsUnknownError, match="Ga zelf na wanneer"):
        outgoing_election(HAARLEM, day)
