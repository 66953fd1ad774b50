# SPDX-License-Identifier: EUPL-1.2
"""The calendar of a party: the bytes that are kept, under a tag, and nothing twice."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from gehoord.tasks.calendars import write_calendars
from tests.desk.conftest import Balie, Open
from tests.story import ASKED, OPENED


@pytest.fixture
def opened(balie: Open) -> Balie:
    return balie("opened", OPENED)


def kept(found: Balie) -> None:
    write_calendars(found.story.register, "klein", found.home / "agenda", found.on)


def test_a_calendar_is_that_of_its_party_with_and_without_its_file(opened: Balie) -> None:
    feed = opened.feed("Haarlem")
    made = opened.get(feed)
    kept(opened)
    read = opened.get(feed)
    assert made.content == read.content
    assert read.content == (opened.home / "agenda" / "klein" / "GM0392.ics").read_bytes()
    assert read.headers["content-type"] == "text/calendar; charset=utf-8"
    assert read.headers["cache-control"] == "private, no-cache"
    calendar = Calendar.from_ical(read.content)
    assert {str(event["SUMMARY"]).partition(":")[0] for event in calendar.walk("VEVENT")} == {
        "Haarlem"
    }


def test_the_bytes_come_from_the_file_as_long_as_it_is_right(opened: Balie) -> None:
    kept(opened)
    (opened.home / "agenda" / "klein" / "GM0392.ics").write_bytes(b"BEGIN:VCALENDAR")
    assert opened.get(opened.feed("Haarlem")).content == b"BEGIN:VCALENDAR"


def test_a_second_look_transfers_nothing_until_something_changes(opened: Balie) -> None:
    feed = opened.feed("rbop")
    first = opened.get(feed)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for tags in (tag, f'"x", {tag}', f"W/{tag}", "*"):
        again = opened.get(feed, if_none_match=tags)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    opened.story.moves("vaststelling", date(2027, 11, 11), OPENED)
    changed = opened.get(feed, if_none_match=tag)
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_another_day_alone_changes_no_byte(opened: Balie) -> None:
    feed = opened.feed("Haarlem")
    first = opened.get(feed)
    opened.on += timedelta(days=30)
    assert opened.get(feed, if_none_match=first.headers["etag"]).status_code == 304


def test_head_tells_the_same_as_get(opened: Balie) -> None:
    feed = opened.feed("Haarlem")
    got, asked = opened.get(feed), opened.client.head(feed)
    same = ("etag", "content-length", "content-type", "cache-control")
    assert [asked.headers[name] for name in same] == [got.headers[name] for name in same]


def test_the_adviser_has_the_calendar_of_the_whole_dossier(balie: Open) -> None:
    found = balie("asked", ASKED)
    calendar = Calendar.from_ical(found.get(found.feed("adviseur")).content)
    assert "alle acties" in str(calendar["X-WR-CALNAME"])


def test_the_key_of_a_calendar_opens_no_page_and_that_of_a_page_no_calendar(opened: Balie) -> None:
    page, feed = opened.token("Haarlem"), opened.feed("Haarlem")
    of_feed = feed.removeprefix("/k/").removesuffix(".ics")
    assert opened.get(f"/p/{of_feed}").status_code == 404
    assert opened.get(f"/k/{page}.ics").status_code == 404
