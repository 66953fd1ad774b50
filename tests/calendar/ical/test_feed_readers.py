# SPDX-License-Identifier: EUPL-1.2
"""Feeds as others read them: vobject, ical and ical.js see the same, winter and summer, to 2040."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.feed import feed

Reader = Callable[[bytes], list[dict[str, Any]]]

CHANGED = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
HOSTILE = [
    "\r\nATTENDEE:mailto:iemand@elders.example",
    "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n",
    "a,b;c:d\\e\\nf\\Ng\"h^i'j",
    "G:\\Noord-Holland\\nieuw",
    "\U0001f469\u200d\U0001f692 🇳🇱 é ﷽ שלום",
    "\u202eslavov\u2066neergeslagen\u2069",
    "\x00\x0b\x0c\x1c\x85\u2028\u2029\ufeff\ud800",
    "lang " * 60,
    "ë" * 300,
    "🚓" * 300,
]
PIECES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.sampled_from("\\;,:\t\n\r N"))
TEXTS = st.lists(PIECES, max_size=4).map("".join)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def paragraphs(text: str) -> str:
    broken = re.sub("\r\n|\r|\x85|\u2028|\u2029", "\n", text)
    return FORBIDDEN.sub("", broken).strip()


def one_line(text: str) -> str:
    return re.sub("[\t\n ]+", " ", paragraphs(text))


def meeting(number: int, start: datetime, hours: int = 2) -> Entry:
    return Entry(
        key=("imv-2028-2031", f"vergadering-{number}", "rbop"),
        title=f"Vergadering {number}",
        start=start,
        end=start + timedelta(hours=hours),
        changed_at=CHANGED,
    )


WINTER_AND_SUMMER = [
    meeting(year * 10 + half, datetime(year, month, 15, utc_hour, tzinfo=UTC))
    for year in range(2018, 2041)
    for half, (month, utc_hour) in enumerate([(1, 19), (7, 18)])
]


def test_eight_in_the_evening_is_eight_in_the_evening_winter_and_summer(read: Reader) -> None:
    calendar = feed("Agenda", WINTER_AND_SUMMER, None)
    assert calendar.count(b"T200000\r\n") == len(WINTER_AND_SUMMER) == 46
    assert {event["uid"]: (event["start"], event["end"]) for event in read(calendar)} == {
        entry.uid: (entry.start, entry.end) for entry in WINTER_AND_SUMMER
    }


def test_the_zone_is_right_by_its_definition_alone(read: Reader) -> None:
    calendar = feed("Agenda", WINTER_AND_SUMMER, None)
    unknown = calendar.replace(b"Europe/Amsterdam", b"Nergens/Bekend")
    assert {event["uid"]: event["start"] for event in read(unknown)} == {
        entry.uid: entry.start for entry in WINTER_AND_SUMMER
    }


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2033, 2040])
def test_the_clock_goes_forward_and_back_on_the_right_nights(read: Reader, year: int) -> None:
    last_sundays = [
        next(day for day in (date(year, month, 31 - n) for n in range(7)) if day.weekday() == 6)
        for month in (3, 10)
    ]
    moments = [
        datetime(sunday.year, sunday.month, sunday.day, 1, tzinfo=UTC) + timedelta(minutes=minutes)
        for sunday in last_sundays
        for minutes in (-24 * 60, -61, -60, -1, 0, 59, 60, 24 * 60)
    ]
    entries = [meeting(number, moment) for number, moment in enumerate(moments)]
    calendar = feed("Agenda", entries, None).replace(b"Europe/Amsterdam", b"Nergens/Bekend")
    assert [event["start"] for event in read(calendar)] == moments


def test_days_and_status_are_read_as_they_are_meant(read: Reader) -> None:
    window = Entry(
        key=("imv-2028-2031", "horen", "haarlem"),
        title="Raad horen",
        start=date(2027, 6, 15),
        end=date(2027, 10, 15),
        changed_at=CHANGED,
        approximate="tot medio oktober 2027",
    )
    lapsed = Entry(
        key=("imv-2028-2031", "horen", "hoorn"),
        title="Raad horen",
        start=date(2028, 2, 29),
        changed_at=CHANGED,
        cancelled=True,
    )
    seen = [
        (event["start"], event["end"], event["summary"], event["status"])
        for event in read(feed("Agenda", [lapsed, window], None))
    ]
    assert seen == [
        (
            date(2027, 6, 15),
            date(2027, 10, 16),
            "Raad horen (bij benadering: tot medio oktober 2027)",
            "TENTATIVE",
        ),
        (date(2028, 2, 29), date(2028, 3, 1), "VERVALLEN: Raad horen", "CANCELLED"),
    ]


@QUICK
@given(title=TEXTS, description=TEXTS, location=TEXTS, approximate=TEXTS, name=TEXTS, owner=TEXTS)
def test_hostile_text_is_read_as_text_and_nothing_else(
    read: Reader,
    title: str,
    description: str,
    location: str,
    approximate: str,
    name: str,
    owner: str,
) -> None:
    entry = Entry(
        key=("imv-2028-2031", title, owner),
        title=f"T{title}",
        start=datetime(2027, 7, 15, 18, tzinfo=UTC),
        end=datetime(2027, 7, 15, 20, tzinfo=UTC),
        changed_at=CHANGED,
        description=f"D{description}",
        location=f"L{location}",
        approximate=f"A{approximate}",
    )
    words = one_line(f"A{approximate}")
    (event,) = read(feed(name, [entry], Address("imv@politie.example", name)))
    assert event == {
        "uid": entry.uid,
        "start": entry.start,
        "end": entry.end,
        "summary": f"{one_line(f'T{title}')} (bij benadering: {words})",
        "status": "TENTATIVE",
        "description": f"{paragraphs(f'D{description}')}\n\nDe datum is een benadering: {words}.",
        "location": one_line(f"L{location}"),
    }


@QUICK
@given(title=TEXTS, description=TEXTS, location=TEXTS, name=TEXTS)
def test_lines_are_short_whole_and_end_as_the_format_wants(
    title: str, description: str, location: str, name: str
) -> None:
    entry = Entry(
        key=(title, description, location),
        title=f"T{title}",
        start=date(2027, 10, 15),
        changed_at=CHANGED,
        description=description,
        location=location,
    )
    calendar = feed(name, [entry], Address("imv@politie.example", name))
    assert calendar.endswith(b"\r\n")
    for line in calendar.removesuffix(b"\r\n").split(b"\r\n"):
        assert line
        assert len(line) <= 75
        assert b"\r" not in line
        assert b"\n" not in line
        assert not FORBIDDEN.search(line.decode())  # decoding fails on half a character
