# SPDX-License-Identifier: EUPL-1.2
"""A unit through time: by its own file, and by the mergers of the country."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from gehoord.domain.eenheid.composition import Composition
from gehoord.domain.eenheid.eenheid import Municipality

CODES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parents[2] / "calendar" / "fixtures" / "municipalities.yaml").read_text("utf-8")
)
DAY_ONE = date(2013, 1, 1)


def composed(*codes: str) -> Composition:
    """Return the unit of a file that names these municipalities, and no day of any."""
    return Composition([Municipality(code=code, name=code) for code in codes])


@pytest.mark.parametrize("of", ["noord_holland_2018", "noord_holland_2022"])
def test_noord_holland_goes_from_35_to_34_to_32_whichever_year_the_file_is_of(of: str) -> None:
    north = composed(*CODES[of])
    counts = {year: len(north.on(date(year, 1, 1))) for year in range(2018, 2028)}
    assert counts == {2018: 35} | dict.fromkeys((2019, 2020, 2021), 34) | dict.fromkeys(
        range(2022, 2028), 32
    )


def test_oost_nederland_goes_from_81_to_79_to_78_to_76() -> None:
    east = composed(*CODES["oost_nederland_2023"])
    days = [date(2014, 1, 1), date(2015, 1, 1), date(2017, 12, 31), date(2018, 6, 1)]
    assert [len(east.on(day)) for day in days] == [81, 79, 79, 78]
    assert east.on(date(2019, 1, 1)) == set(CODES["oost_nederland_2023"])
    assert east.changed_on(DAY_ONE, date(2028, 1, 1)) == [
        date(2015, 1, 1), date(2018, 1, 1), date(2019, 1, 1)
    ]  # fmt: skip


def test_a_new_name_changes_no_council() -> None:
    """Groesbeek, Berg en Dal since 2016."""
    unit = Composition(
        [
            Municipality(code="GM0241", name="Groesbeek", until=date(2015, 12, 31)),
            Municipality(code="GM1945", name="Berg en Dal", since=date(2016, 1, 1)),
        ]
    )
    assert unit.changed_on(date(2015, 2, 1), date(2020, 1, 1)) == []
    assert unit.on(date(2015, 6, 1)) == unit.on(date(2016, 6, 1)) == {"GM1945"}


def test_a_split_municipality_leaves_its_parts_to_those_of_the_unit() -> None:
    """Haaren 2021: to Boxtel and Vught, and to Oisterwijk and Tilburg in another unit."""
    unit = composed("GM0788", "GM0757", "GM0865")
    assert unit.on(date(2020, 12, 31)) == {"GM0788", "GM0757", "GM0865"}
    assert unit.on(date(2021, 1, 1)) == {"GM0757", "GM0865"}


def test_what_goes_to_another_unit_is_gone_and_takes_nobody_along() -> None:
    assert composed("GM0457", "GM0307").on(date(2022, 3, 24)) == {"GM0307"}  # Weesp
    assert composed("GM0545", "GM0599").on(date(2019, 1, 1)) == {"GM0599"}  # Leerdam


def test_the_days_of_the_file_count_also_where_the_mergers_know_nothing() -> None:
    new = Municipality(code="GM9998", name="Nieuwstad", since=date(2028, 1, 1))
    old = [
        Municipality(code=code, name=name, until=date(2027, 12, 31))
        for code, name in (("GM0405", "Hoorn"), ("GM0498", "Drechterland"))
    ]
    unit = Composition([new, *old, Municipality(code="GM0448", name="Texel")])
    assert len(unit.on(date(2027, 12, 31))) == 3
    assert unit.changed_on(date(2027, 1, 1), date(2028, 6, 1)) == [date(2028, 1, 1)]
    assert unit.unknown_changes(date(2027, 1, 1), date(2028, 6, 1)) == [
        (date(2028, 1, 1), "Drechterland"),
        (date(2028, 1, 1), "Hoorn"),
        (date(2028, 1, 1), "Nieuwstad"),
    ]
    assert unit.unknown_changes(date(2028, 1, 1), date(2029, 1, 1)) == []


def test_a_municipality_votes_in_no_year_in_which_its_file_does_not_have_it() -> None:
    unit = Composition([Municipality(code="GM9998", name="Nieuwstad", since=date(2028, 1, 1))])
    assert [vote.on for vote in unit.elections_of("GM9998")] == [date(2030, 3, 20)]


def test_a_last_day_at_the_end_of_all_days_ends_nothing() -> None:
    unit = Composition([Municipality(code="GM0448", name="Texel", until=date.max)])
    assert unit.changed_on(DAY_ONE, date(2030, 1, 1)) == []
