# SPDX-License-Identifier: EUPL-1.2
"""Statutory holidays (Algemene termijnenwet art. 3), day by day against an independent source."""

from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest
import yaml
from dateutil.easter import easter
from holidays import OPTIONAL, PUBLIC, country_holidays

from gehoord.calendar.holidays import HolidaysUnknownError, holidays_in, statutory_holidays
from gehoord.calendar.span import Span
from gehoord.law.termijnenwet import equated_days

TABLE = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "statutory_holidays.yaml").read_text("utf-8")
)
HOLIDAYS = statutory_holidays()
EQUATED = set(chain.from_iterable(decree.days for decree in equated_days().decrees))


def day(text: str) -> date:
    weekday, iso = text.split()
    found = date.fromisoformat(iso)
    assert found.strftime("%a") == weekday, text
    return found


def test_every_day_from_1990_to_2028_agrees_with_the_package_but_for_two_sundays() -> None:
    """The package names the two Sundays; the Act does not, for a Sunday is a day off anyway.

    Nothing else differs, in either direction. The package knows no days set by royal decree.
    """
    theirs = country_holidays(
        "NL", years=range(1990, 2029), categories=(PUBLIC, OPTIONAL), language="nl"
    )
    sundays = {"Eerste paasdag", "Eerste pinksterdag"}
    expected = {day for day, name in theirs.items() if name not in sundays}
    ours = {day for day in HOLIDAYS.names if HOLIDAYS.names[day] and day not in EQUATED}
    assert len(expected) == 39 * 9 - 2  # Ascension Day was on 5 May in 2005 and in 2016
    assert sorted(expected ^ ours) == []
    assert all(day.weekday() == 6 for day, name in theirs.items() if name in sundays)


def test_every_day_from_1990_to_2028_agrees_with_the_collected_table() -> None:
    """The state in the fixture were collected apart from the code; nothing differs either way.

    Of 22 May 2020 and 14 May 2021 no decree was found: the table calls them uncertain, and so do
    we. They count as days off, with a caution in the reasons.
    """
    years = range(1990, TABLE["unknown_after"].year + 1)
    uncertain = {day for decree in TABLE["equated_days"] for day in decree.get("uncertain", ())}
    decreed = {day for decree in TABLE["equated_days"] for day in decree["days"]} | uncertain
    ruled = set(chain.from_iterable(map(ruled_days, years)))
    assert len(decreed) == 53
    assert uncertain == {day("Fri 2020-05-22"), day("Fri 2021-05-14")}
    assert sorted(decreed ^ EQUATED) == []
    assert sorted((ruled | decreed) ^ {day for day, name in HOLIDAYS.names.items() if name}) == []
    assert HOLIDAYS.known.end == TABLE["unknown_after"]
    assert all("niet ingezien" in (HOLIDAYS.caution(day) or "") for day in uncertain)


def ruled_days(year: int) -> set[date]:
    """Return the holidays of a year as the rules of the collected table give them."""
    rules = TABLE["rules"]
    fixed = {date(year, *month_and_day(written)) for written in rules["fixed"]}
    moving = {easter(year) + timedelta(days=n) for n in rules["easter_relative"].values()}
    royal = rules["koningsdag" if year >= rules["koningsdag"]["from"] else "koninginnedag"]
    kept = date(year, *month_and_day(royal["date"]))
    if kept.weekday() == 6:
        kept = date(year, *month_and_day(royal["if_sunday"]))
    return {*fixed, *moving, kept}


def month_and_day(written: str) -> tuple[int, int]:
    month, day = written.split("-")
    return int(month), int(day)


def test_no_equated_day_is_a_holiday_already() -> None:
    without_decrees = holidays_in(Span(date(1990, 1, 1), date(2028, 12, 31)))
    assert not EQUATED & set(without_decrees.names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mon 2024-01-01", "Nieuwjaarsdag"),
        ("Fri 2024-03-29", "Goede Vrijdag"),
        ("Mon 2024-04-01", "Tweede Paasdag"),
        ("Thu 2024-05-09", "Hemelvaartsdag"),
        ("Mon 2024-05-20", "Tweede Pinksterdag"),
        ("Sat 2024-04-27", "Koningsdag"),
        ("Sat 2014-04-26", "Koningsdag"),
        ("Sat 2025-04-26", "Koningsdag"),
        ("Tue 2013-04-30", "Koninginnedag"),
        ("Sat 2006-04-29", "Koninginnedag"),
        ("Tue 2026-05-05", "Bevrijdingsdag"),
        ("Fri 2023-05-05", "Bevrijdingsdag"),
        ("Thu 2016-05-05", "Hemelvaartsdag en Bevrijdingsdag"),
        ("Mon 2023-12-25", "Eerste Kerstdag"),
        ("Tue 2023-12-26", "Tweede Kerstdag"),
        ("Fri 2028-04-28", "gelijkgestelde dag (KB over 2026 tot en met 2028)"),
    ],
)
def test_a_holiday_has_its_dutch_name_and_is_a_day_off(text: str, name: str) -> None:
    assert HOLIDAYS.name_of(day(text)) == name
    assert HOLIDAYS.is_day_off(day(text))


@pytest.mark.parametrize("text", ["Sun 2025-04-27", "Sun 2014-04-27"])
def test_koningsdag_is_not_kept_on_a_sunday(text: str) -> None:
    assert HOLIDAYS.name_of(day(text)) is None


def test_5_may_is_a_day_off_every_year() -> None:
    assert all(HOLIDAYS.is_day_off(date(year, 5, 5)) for year in range(1990, 2029))


def test_saturday_and_sunday_are_days_off_without_a_name() -> None:
    assert HOLIDAYS.is_day_off(day("Sat 2026-06-20"))
    assert HOLIDAYS.name_of(day("Sat 2026-06-20")) is None
    assert HOLIDAYS.why_off(day("Sat 2026-06-20")) == "zaterdag"


def test_an_ordinary_monday_is_a_working_day() -> None:
    assert not HOLIDAYS.is_day_off(day("Mon 2026-06-22"))
    assert HOLIDAYS.why_off(day("Mon 2026-06-22")) is None


def test_a_day_in_2029_is_refused_with_what_to_do() -> None:
    sentence = "Gehoord kent de gelijkgestelde dagen van 2029 nog niet; reken die dag zelf na."
    for ask in (HOLIDAYS.is_day_off, HOLIDAYS.name_of, HOLIDAYS.why_off):
        with pytest.raises(HolidaysUnknownError) as refusal:
            ask(day("Mon 2029-01-01"))
        assert str(refusal.value) == sentence


def test_the_last_known_day_is_still_answered() -> None:
    assert HOLIDAYS.is_day_off(day("Sun 2028-12-31"))
    assert not HOLIDAYS.is_day_off(day("Fri 2028-12-29"))


def test_a_day_in_2031_asks_for_all_years_between() -> None:
    with pytest.raises(HolidaysUnknownError, match="van 2029 tot en met 2031 nog niet"):
        HOLIDAYS.is_day_off(date(2031, 6, 2))


def test_a_day_before_1990_is_refused() -> None:
    with pytest.raises(HolidaysUnknownError, match="vanaf 1990; controleer het jaartal 1989"):
        HOLIDAYS.is_day_off(date(1989, 12, 31))


def test_a_day_from_a_decree_nobody_read_carries_a_caution() -> None:
    assert "niet ingezien" in (HOLIDAYS.caution(day("Fri 2021-05-14")) or "")
    assert HOLIDAYS.caution(day("Fri 2016-05-06")) is None
    assert HOLIDAYS.caution(day("Thu 2026-05-14")) is None


def test_a_working_day_in_a_year_without_a_decree_carries_a_caution() -> None:
    friday_after_ascension = day("Fri 1999-05-14")
    assert not HOLIDAYS.is_day_off(friday_after_ascension)
    assert HOLIDAYS.caution(friday_after_ascension) == (
        "de gelijkgestelde dagen van 1999 zijn niet gevonden"
    )
    assert HOLIDAYS.caution(day("Sat 1999-05-15")) is None


def test_the_table_can_be_built_for_later_years() -> None:
    later = holidays_in(Span(date(1990, 1, 1), date(2040, 12, 31)))
    assert later.name_of(date(2040, 5, 10)) == "Hemelvaartsdag"
    assert not later.is_day_off(date(2040, 5, 11))


def test_the_next_working_day_is_found() -> None:
    good_friday, easter_monday = day("Fri 2024-03-29"), day("Mon 2024-04-01")
    assert HOLIDAYS.next_working_day(good_friday) == day("Tue 2024-04-02")
    working = easter_monday + timedelta(days=1)
    assert HOLIDAYS.next_working_day(working) == working
