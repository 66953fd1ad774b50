# SPDX-License-Identifier: EUPL-1.2
"""A calendar file costs little memory and little work, whatever it asks for."""

import tracemalloc
from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, time

import pytest

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.incoming.agenda import MOST_EVENTS, MeetingsUnreadableError, agenda_in
from gehoord.calendar.incoming.lines import LONGEST
from gehoord.calendar.incoming.reading import MOST_LISTED, MOST_RULES
from gehoord.calendar.incoming.repetition import (
    MOST_DAYS,
    OCCURRENCE,
    RULE,
    VALUE,
    Budget,
    TooMuchWorkError,
    repeated,
    years_later,
)
from tests.calendar.incoming.files import AUTUMN, RAAD, SERIES, days, file_of

FEW = 200_000
"""Days that are looked at in these tests: enough to see that there is an end."""
FLAT = 40_000_000
"""Bytes: eight times the largest file that is read."""
ALL_DAY = "BYHOUR=" + ",".join(map(str, range(24)))
ALL_HOUR = "BYMINUTE=" + ",".join(map(str, range(60)))


@pytest.fixture
def _flat() -> Iterator[None]:
    """Hold each test to a memory that does not follow from what the file asks."""
    days(RAAD, f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=2")  # the libraries load
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < FLAT


@pytest.fixture
def spent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the days that were looked at."""
    found: list[int] = []

    spend = Budget.spend

    def count(budget: Budget, days: int) -> None:
        found.append(days)
        spend(budget, days * (MOST_DAYS // FEW))

    monkeypatch.setattr(Budget, "spend", count)
    return found


@pytest.mark.parametrize(
    "rule",
    [
        f"FREQ=DAILY;{ALL_DAY};{ALL_HOUR};{ALL_HOUR.replace('MINUTE', 'SECOND')}",
        f"FREQ=DAILY;{ALL_DAY};{ALL_HOUR}",
        f"FREQ=WEEKLY;{ALL_HOUR}",
        "FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=9", "FREQ=HOURLY;COUNT=3",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("_flat")
def test_a_rule_within_the_day_is_left_out_before_it_is_worked_out(
    rule: str, spent: list[int]
) -> None:
    bomb = f"UID:bom\nSUMMARY:Bom\nDTSTART:20140102T193000\nRRULE:{rule}"
    assert days(RAAD, bomb) == ["09-02"]
    assert sum(spent) == RULE + VALUE * rule.count(",")
    with pytest.raises(MeetingsUnreadableError, match="herhaalt zich vaker dan eens per dag"):
        days(bomb)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=WEEKLY;BYSETPOS=7;BYDAY=MO",
        "FREQ=DAILY;INTERVAL=7;BYDAY=FR", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    ],
)  # fmt: skip
def test_a_rule_that_never_comes_true_costs_four_centuries_at_most(
    rule: str, spent: list[int]
) -> None:
    assert days(f"{SERIES}\nRRULE:{rule}") == ["09-02"]
    assert sum(spent) < 401 * 366


@pytest.mark.parametrize("count", ["", ";COUNT=1", ";COUNT=500"])
def test_a_rule_that_never_comes_true_costs_its_days_with_a_count_too(
    count: str, spent: list[int]
) -> None:
    never = f"RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30{count}"
    long_ago = f"SUMMARY:Raad\nDTSTART:20000103T193000\n{never}"
    assert days(long_ago) == []
    assert 20 * 365 < sum(spent) < 60 * 366
    bombs = [f"UID:{n}\n{long_ago}" for n in range(400)]
    with pytest.raises(MeetingsUnreadableError, match="meer dagen dan een raad ooit vergadert"):
        days(*bombs)


def test_each_value_of_a_rule_has_its_price_and_each_place_in_it_that_of_its_days() -> None:
    start, places = datetime.combine(date(2014, 1, 2), time()), ",".join(map(str, range(1, 367)))
    budget = Budget()
    assert list(repeated("FREQ=WEEKLY;COUNT=1", start, AMSTERDAM, AUTUMN.end, budget)) == [start]
    assert MOST_DAYS - budget.days == RULE + OCCURRENCE
    many = f"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={places};COUNT=1"
    with pytest.raises(TooMuchWorkError):
        list(repeated(many, start, AMSTERDAM, AUTUMN.end, budget))
    assert MOST_DAYS - budget.days > VALUE * 366


def test_an_event_repeats_by_some_rules_and_lists_some_days() -> None:
    never = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1\n" * 5000
    found = agenda_in(file_of(f"{RAAD}\n{never}"), "raad.ics", AUTUMN)
    assert [f"{m.day:%m-%d}" for m in found.meetings] == ["09-02"]
    assert f"niet meer dan {MOST_RULES} herhalingen mee" in found.remarks[0]
    listed = "RDATE:20270909T193000\n" * (MOST_LISTED + 9)
    found = agenda_in(file_of(f"{RAAD}\n{listed}"), "raad.ics", AUTUMN)
    assert f"niet meer dan {MOST_LISTED} losse dagen mee" in found.remarks[0]


def test_changes_to_all_that_comes_are_looked_up_and_not_sought() -> None:
    changes = [
        f"UID:reeks\nRECURRENCE-ID;RANGE=THISANDFUTURE:2027{month:02d}{day:02d}\n"
        f"DTSTART:2027{month:02d}{day:02d}T193000\nSUMMARY:Raad"
        for month in range(9, 13)
        for day in range(1, 29)
    ]
    assert len(days(f"{SERIES}\nRRULE:FREQ=DAILY", *changes)) == 122


@pytest.mark.parametrize(
    ("first", "last"), [(2014, 2027), (1901, 2099), (2027, 2028), (1601, 2027)]
)
def test_a_rule_gives_the_same_days_in_the_years_in_which_it_is_worked_out(
    first: int, last: int
) -> None:
    later = years_later(first, last)
    assert last + later <= MAXYEAR
    for year in range(first, last + 1):
        now, then = date(year, 12, 31), date(year + later, 12, 31)
        assert now.weekday() == then.weekday()
        assert now.timetuple().tm_yday == then.timetuple().tm_yday


def test_a_series_of_long_ago_costs_its_days() -> None:
    spent = Budget()
    start = datetime.combine(date(2014, 1, 2), time(19, 30))
    found = list(repeated("FREQ=WEEKLY", start, AMSTERDAM, AUTUMN.end, spent))
    assert len(found) == 731
    assert MOST_DAYS - spent.days < 9200


def test_many_endless_series_are_refused_before_all_of_them_are_worked_out(
    spent: list[int],
) -> None:
    endless = [f"UID:{n}\nSUMMARY:x\nDTSTART:20240104\nRRULE:FREQ=WEEKLY" for n in range(2000)]
    with pytest.raises(MeetingsUnreadableError, match="meer dagen dan een raad ooit vergadert"):
        days(*endless)
    assert sum(spent) < FEW + 366


def test_a_series_from_before_all_calendars_is_worked_out() -> None:
    assert "09-02" in days("UID:1\nDTSTART:16010104T193000\nRRULE:FREQ=WEEKLY")


@pytest.mark.usefixtures("_flat")
def test_more_events_than_a_council_has_are_refused_unread(spent: list[int]) -> None:
    with pytest.raises(MeetingsUnreadableError, match=f"meer dan {MOST_EVENTS} afspraken"):
        days(*[RAAD] * (MOST_EVENTS + 1))
    assert spent == []


@pytest.mark.usefixtures("_flat")
def test_a_list_of_days_without_end_costs_the_list() -> None:
    endless = ",".join(["20270916T193000"] * 300_000)
    listed = f"UID:2\nSUMMARY:Lijst\nDTSTART:20270909\nRDATE:{endless}"
    assert days(RAAD, listed) == ["09-02", "09-09"]


@pytest.mark.usefixtures("_flat")
def test_a_line_without_end_that_says_nothing_costs_nothing() -> None:
    for filler in ("X" * 4_000_000, "\r\n x" * 1_000_000):
        content = file_of(f"{RAAD}\nDESCRIPTION:vul").replace(b"vul", filler.encode())
        assert len(agenda_in(content, "raad.ics", AUTUMN).meetings) == 1
    long = file_of(RAAD.replace("Raad", "R" * (LONGEST + 9)))
    assert len(agenda_in(long, "raad.ics", AUTUMN).meetings[0].title) == 200


@pytest.mark.usefixtures("_flat")
def test_components_within_each_other_without_end_are_refused() -> None:
    with pytest.raises(MeetingsUnreadableError, match="zitten te diep in elkaar"):
        days(f"{RAAD}\n" + "BEGIN:VALARM\n" * 100_000)


def test_many_editions_of_one_meeting_are_refused_before_they_are_compared() -> None:
    many = (f"UID:1\nSUMMARY:Raad\nSEQUENCE:{n}\nDTSTART:20270902" for n in range(3_500))
    with pytest.raises(MeetingsUnreadableError, match="dan een raad ooit vergadert"):
        days(*many)
