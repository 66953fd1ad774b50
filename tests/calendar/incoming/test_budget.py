"""A calendar file costs little memory and little work, whatever it asks for."""

import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime, time

import pytest

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.incoming.agenda import MOST_EVENTS, MeetingsUnreadableError, agenda_in
from gehoord.calendar.incoming.lines import LONGEST
from gehoord.calendar.incoming.repetition import MOST_DAYS, Budget, repeated
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

    class Counting(Budget):
        def __init__(self) -> None:
            super().__init__(FEW)

        def spend(self, days: int) -> None:
            found.append(days)
            super().spend(days)

    monkeypatch.setattr("gehoord.calendar.incoming.agenda.Budget", Counting)
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
    assert spent == []
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
def test_a_list_of_days_without_end_costs_one_meeting() -> None:
    endless = ",".join(["20270916T193000"] * 300_000)
    assert days(RAAD, f"UID:2\nSUMMARY:Lijst\nDTSTART:20270909\nRDATE:{endless}") == ["09-02"]


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
