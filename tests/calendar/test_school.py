# SPDX-License-Identifier: EUPL-1.2
"""School holidays: the package against the table collected from the ministry's regulations."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from gehoord.calendar.school import (
    KNOWN_UNTIL,
    SchoolBreak,
    SchoolHolidaysUnknownError,
    SchoolRegion,
    school_holidays,
)
from gehoord.calendar.span import Span

TABLE: dict[str, dict[int, dict[str, list[date]]]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "school_holidays.yaml").read_text("utf-8")
)
NAMES = {
    "voorjaar": SchoolBreak.SPRING,
    "mei": SchoolBreak.MAY,
    "zomer": SchoolBreak.SUMMER,
    "herfst": SchoolBreak.AUTUMN,
    "kerst": SchoolBreak.CHRISTMAS,
}
ALL = Span(date(2018, 1, 1), KNOWN_UNTIL)


@pytest.mark.parametrize("region", SchoolRegion)
def test_every_school_holiday_of_2018_to_2030_is_the_one_in_the_table(
    region: SchoolRegion,
) -> None:
    expected = {
        (NAMES[name], Span(start, end))
        for years in TABLE[region].values()
        for name, (start, end) in years.items()
    }
    found = {(holiday.name, holiday.span) for holiday in school_holidays(region, ALL)}
    assert len(expected) == 64
    assert found == expected


def test_the_table_holds_three_regions() -> None:
    assert set(TABLE) == set(SchoolRegion)


def test_the_christmas_holiday_runs_on_into_january_as_one_stretch() -> None:
    window = Span(date(2023, 1, 2), date(2023, 1, 3))
    assert [holiday.span for holiday in school_holidays(SchoolRegion.NORTH, window)] == [
        Span(date(2022, 12, 24), date(2023, 1, 8))
    ]


def test_the_regions_have_their_summer_in_turn() -> None:
    window = Span(date(2023, 6, 1), date(2023, 9, 30))
    summers = {region: school_holidays(region, window)[0].span.start for region in SchoolRegion}
    assert summers == {
        SchoolRegion.NORTH: date(2023, 7, 22),
        SchoolRegion.MIDDLE: date(2023, 7, 8),
        SchoolRegion.SOUTH: date(2023, 7, 15),
    }


@pytest.mark.parametrize(
    "window",
    [
        Span(date(2030, 6, 1), date(2030, 10, 31)),
        Span(date(2013, 12, 31), date(2014, 2, 1)),
    ],
)
def test_a_window_past_the_regulation_is_refused_with_what_to_do(window: Span) -> None:
    with pytest.raises(SchoolHolidaysUnknownError) as refusal:
        school_holidays(SchoolRegion.NORTH, window)
    assert str(refusal.value) == (
        "De schoolvakanties zijn bekend van 1 januari 2014 tot en met 1 september 2030. Kies een "
        "periode daarbinnen, of leg het reces van de raad zelf vast met begin- en einddatum."
    )
