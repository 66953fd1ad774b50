# SPDX-License-Identifier: EUPL-1.2
"""The ten units together are the country: every municipality in one of them, on every day."""

import tomllib
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.eenheid.composition import Composition
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.law.mergers import mergers
from gehoord.procedures.library import eenheden, eenheid_of

IN_2023: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "gemeenten_2023.yaml").read_text("utf-8")
)
UNITS: dict[str, Eenheid] = {name: eenheid_of(name) for name in eenheden()}
COMPOSED = {name: Composition(unit.municipalities) for name, unit in UNITS.items()}
TURNS = sorted({merger.on for merger in mergers().all})
COUNTS = {
    date(2013, 1, 1): 408,
    date(2014, 1, 1): 403,
    date(2015, 1, 1): 393,
    date(2016, 1, 1): 390,
    date(2017, 1, 1): 388,
    date(2018, 1, 1): 380,
    date(2019, 1, 1): 355,
    date(2020, 1, 1): 355,
    date(2021, 1, 1): 352,
    date(2022, 1, 1): 345,
    date(2022, 3, 24): 344,
    date(2023, 1, 1): 342,
    date(2026, 1, 1): 342,
    date(2027, 1, 1): 341,
}
"""Municipalities in the country by the CBS; that of 2027 follows from a merger still in doubt."""


def codes_on(name: str, day: date) -> set[str]:
    return {m.code for m in UNITS[name].municipalities_on(day)}


def country_on(day: date) -> list[str]:
    return [code for name in UNITS for code in codes_on(name, day)]


def test_there_are_ten_units() -> None:
    assert set(UNITS) == set(IN_2023)
    assert len(UNITS) == 10
    assert all(unit.id == name for name, unit in UNITS.items())


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_has_in_2023_the_municipalities_of_the_list_of_2023(name: str) -> None:
    assert codes_on(name, date(2023, 1, 1)) == set(IN_2023[name])


@pytest.mark.parametrize(("day", "number"), COUNTS.items())
def test_the_country_counts_as_many_municipalities_as_the_cbs(day: date, number: int) -> None:
    assert len(country_on(day)) == len(set(country_on(day))) == number


def test_counted_back_over_the_mergers_there_were_415_on_the_last_day_of_2012() -> None:
    codes = {code for of_unit in IN_2023.values() for code in of_unit}
    for merger in reversed([m for m in mergers().all if m.on <= date(2023, 1, 1)]):
        codes = codes - ({merger.code} if merger.is_new else set()) | merger.ceased_codes
    assert len(codes) == 415


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2013, 1, 1), date(2028, 12, 31)))
def test_on_every_day_a_municipality_lies_in_one_unit(day: date) -> None:
    there = Counter(country_on(day))
    assert set(there.values()) == {1}


@pytest.mark.parametrize("day", [d for turn in TURNS for d in (turn - timedelta(days=1), turn)])
def test_the_mergers_say_the_same_as_the_files_of_the_units(day: date) -> None:
    """The day before a merger and the day itself: `Composition` adds nothing to the files."""
    for name, composed in COMPOSED.items():
        if day >= date(2013, 1, 1):
            assert len(composed.on(day)) == len(codes_on(name, day)), name


def test_no_unit_says_of_itself_what_the_mergers_do_not_know() -> None:
    for name, composed in COMPOSED.items():
        assert composed.unknown_changes(date(2012, 12, 31), date(2030, 1, 1)) == [], name


def test_each_merger_lies_in_the_unit_that_it_names() -> None:
    table = tomllib.loads((files("gehoord.law") / "mergers.toml").read_text("utf-8"))
    for row in table["herindeling"]:
        assert row["code"] in codes_on(row["eenheid"], row["dag"])
        before, moved = row["dag"] - timedelta(days=1), row.get("eenheid_was", {})
        for code in row["opgeheven"] if before >= date(2013, 1, 1) else ():
            assert code in codes_on(moved.get(code, row["eenheid"]), before)


def test_weesp_goes_from_midden_nederland_and_leaves_amsterdam_with_six() -> None:
    before, after = date(2022, 3, 23), date(2022, 3, 24)
    assert codes_on("midden-nederland", before) - codes_on("midden-nederland", after) == {"GM0457"}
    assert len(codes_on("amsterdam", before)) == len(codes_on("amsterdam", after)) == 6


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_has_a_body_that_adopts_with_the_hoofdofficier(name: str) -> None:
    """Politiewet 2012, art. 39 lid 1."""
    assert [p.includes_hoofdofficier for p in UNITS[name].parties if p.adopts] == [True]


@pytest.mark.parametrize("name", sorted(UNITS.keys() - {"noord-holland", "oost-nederland"}))
def test_a_unit_without_a_source_for_its_bodies_says_so(name: str) -> None:
    assert any("hoe het overleg heet" in unknown for unknown in UNITS[name].unknown)
    assert not any(m.griffie_address for m in UNITS[name].municipalities)


def test_the_municipalities_that_lie_in_two_holiday_regions_are_marked() -> None:
    doubtful = {m.name for unit in UNITS.values() for m in unit.municipalities if m.holidays_doubt}
    assert doubtful == {
        "De Ronde Venen", "Montferland", "Neder-Betuwe", "Altena", "Werkendam",
        "Ameland", "Schiermonnikoog", "Terschelling", "Vlieland",
    }  # fmt: skip
