# SPDX-License-Identifier: EUPL-1.2
"""One day apart, for who puts it in his calendar by hand: it rings, as a feed never does."""

from datetime import UTC, date, datetime, timedelta

import vobject
from icalendar import Calendar

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.feed import feed
from gehoord.calendar.ical.single import single
from gehoord.calendar.ical.zone import AMSTERDAM

CHANGED = datetime(2027, 1, 4, tzinfo=UTC)
KEY = ("klein", "horen", "GM0392")
DAY = Entry(KEY, "Haarlem: raad horen", date(2027, 10, 7), CHANGED)
MEETING = Entry(KEY, "RBOP", datetime(2027, 11, 4, 9, 30, tzinfo=AMSTERDAM), CHANGED)
MAILBOX = Address("adviseur@klein.example", "Beleidsplan Klein")


def rings_before(entry: Entry) -> timedelta:
    [alarm] = Calendar.from_ical(single(entry, MAILBOX)).walk("VALARM")
    trigger: timedelta = alarm.decoded("TRIGGER")
    return -trigger


def test_a_last_day_rings_a_week_ahead_at_nine_and_a_meeting_a_day_ahead() -> None:
    midnight = datetime(2027, 10, 7)  # noqa: DTZ001  (a whole day has no zone)
    assert midnight - rings_before(DAY) == datetime(2027, 9, 30, 9)  # noqa: DTZ001
    assert rings_before(MEETING) == timedelta(days=1)


def test_what_lapsed_rings_no_more() -> None:
    lapsed = Entry(KEY, DAY.title, DAY.start, CHANGED, cancelled=True)
    assert b"VALARM" not in single(lapsed, MAILBOX)


def test_it_is_the_same_entry_as_in_the_feed_and_another_reader_takes_it() -> None:
    [apart] = Calendar.from_ical(single(DAY, MAILBOX)).walk("VEVENT")
    [among] = Calendar.from_ical(feed("Klein", [DAY], MAILBOX)).walk("VEVENT")
    assert apart["UID"] == among["UID"]
    assert b"VALARM" not in feed("Klein", [DAY], MAILBOX)
    read = vobject.readOne(single(DAY, MAILBOX).decode())
    assert read.vevent.valarm.action.value == "DISPLAY"
    assert read.vevent.dtstart.value == date(2027, 10, 7)
