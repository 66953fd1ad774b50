# SPDX-License-Identifier: EUPL-1.2
"""Which municipalities there are on a day (every merger by an act of its own)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.municipalities import (
    ceased_or_to_come,
    exists_on,
    same_council,
    with_relatives,
)
from gehoord.law.mergers import mergers

LANGEDIJK, DIJK_EN_WAARD, PURMEREND, BEEMSTER = "GM0416", "GM1980", "GM0439", "GM0370"
HILVERSUM, WIJDEMEREN, WEESP, AMSTERDAM = "GM0402", "GM1696", "GM0457", "GM0363"
CODES = sorted({c for merger in mergers().all for c in {merger.code, *merger.ceased_codes}})


def test_a_municipality_exists_from_its_merger_or_until_it() -> None:
    assert exists_on(LANGEDIJK, date(2021, 12, 31))
    assert not exists_on(LANGEDIJK, date(2022, 1, 1))
    assert not exists_on(DIJK_EN_WAARD, date(2021, 12, 31))
    assert exists_on(DIJK_EN_WAARD, date(2022, 1, 1))
    assert exists_on(PURMEREND, date(2018, 1, 1))


def test_molenwaard_existed_for_six_years() -> None:
    """Of three municipalities in 2013, and in Molenlanden since 2019."""
    assert not exists_on("GM1927", date(2012, 12, 31))
    assert exists_on("GM1927", date(2013, 1, 1))
    assert exists_on("GM1927", date(2018, 12, 31))
    assert not exists_on("GM1927", date(2019, 1, 1))


def test_a_merger_of_which_the_act_was_not_read_takes_nobody_away_for_sure() -> None:
    after = [date(2027, 1, 1)]
    assert not exists_on(WIJDEMEREN, after[0])
    assert ceased_or_to_come({WIJDEMEREN, BEEMSTER, PURMEREND}, after) == {BEEMSTER}


def test_a_relative_lies_in_the_same_police_unit() -> None:
    assert with_relatives({DIJK_EN_WAARD}) == {DIJK_EN_WAARD, "GM0398", LANGEDIJK}
    assert with_relatives({WEESP}) == {WEESP}
    assert with_relatives({AMSTERDAM}) == {AMSTERDAM}
    assert with_relatives({"GM0707"}) == {"GM0707"}  # Zederik, to another unit
    assert with_relatives({"GM1961"}) == {"GM1961", "GM0620"}  # Vijfheerenlanden, of Vianen


def test_a_new_name_is_followed_to_the_last() -> None:
    assert same_council("GM1921") == same_council("GM1940") == "GM1940"  # De Fryske Marren
    assert same_council(BEEMSTER) == BEEMSTER


@given(st.sets(st.sampled_from(CODES)))
def test_relatives_hold_those_that_were_asked_and_never_fewer_for_more(codes: set[str]) -> None:
    assert codes <= with_relatives(codes)
    assert all(with_relatives({code}) <= with_relatives(codes) for code in codes)


@given(st.sampled_from(CODES), st.dates(date(2012, 1, 1), date(2030, 1, 1)))
def test_nobody_comes_back(code: str, day: date) -> None:
    """A municipality is there during one stretch of days."""
    days = [m.on for m in mergers().all if code in m.ceased_codes]
    assert not any(exists_on(code, max(day, ceased)) for ceased in days)
