# SPDX-License-Identifier: EUPL-1.2
"""Feeds: what a griffie or an adviser sees in a calendar subscribed to (RFC 5545, RFC 7986)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.feed import feed, shown
from gehoord.calendar.ical.zone import AMSTERDAM

MAILBOX = Address("beleidsplan@politie-noord-holland.example", "Secretariaat beleidsplan")
CHANGED = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
DEADLINE = Entry(
    key=("imv-2028-2031", "horen", "haarlem"),
    title="Raad van Haarlem horen over het ontwerpbeleidsplan",
    start=date(2027, 6, 15),
    end=date(2027, 10, 15),
    description="Uiterlijk op de laatste dag ontvangt de regioburgemeester de uitkomst.\n"
    "Politiewet 2012, art. 38b lid 2.",
    url="https://gehoord.example/horen?gemeente=haarlem",
    changed_at=CHANGED,
)
MEETING = Entry(
    key=("imv-2028-2031", "vaststelling", "rbop"),
    title="Vaststelling van het beleidsplan in het RBOP",
    start=datetime(2027, 11, 4, 20, tzinfo=AMSTERDAM),
    end=datetime(2027, 11, 4, 22, 30, tzinfo=AMSTERDAM),
    location="Stadhuis; Grote Markt 2, Haarlem",
    changed_at=CHANGED,
)
APPROXIMATE = Entry(
    key=("imv-2028-2031", "thema's", "werkgroep"),
    title="Thema's naar de raden",
    start=date(2026, 10, 15),
    approximate="medio oktober 2026",
    changed_at=CHANGED,
)
LAPSED = Entry(
    key=("imv-2028-2031", "bijeenkomst", "oostzaan"),
    title="Informatiebijeenkomst in Oostzaan",
    start=datetime(2027, 7, 8, 20, tzinfo=AMSTERDAM),
    end=datetime(2027, 7, 8, 22, tzinfo=AMSTERDAM),
    changed_at=CHANGED,
    sequence=1,
    cancelled=True,
)
ENTRIES = [DEADLINE, MEETING, APPROXIMATE, LAPSED]


def lines(calendar: bytes) -> list[str]:
    """Unfold as RFC 5545 3.1 says, in the simplest way there is."""
    return calendar.decode().replace("\r\n ", "").split("\r\n")


def lines_of(entry: Entry) -> list[str]:
    return lines(feed("Agenda", [entry], MAILBOX))


def test_the_calendar_of_a_procedure_is_the_one_on_file(
    golden: Callable[[str, bytes], None],
) -> None:
    golden("feed.ics", feed("Beleidsplan 2028-2031, Noord-Holland", ENTRIES, MAILBOX))


def test_a_calendar_without_entries_is_the_one_on_file(
    golden: Callable[[str, bytes], None],
) -> None:
    golden("empty.ics", feed("Griffie Texel", [], None))


def test_whole_days_end_on_the_day_after_the_last_and_block_no_time() -> None:
    written = lines_of(DEADLINE)
    assert "DTSTART;VALUE=DATE:20270615" in written
    assert "DTEND;VALUE=DATE:20271016" in written
    assert "TRANSP:TRANSPARENT" in written


def test_a_deadline_of_one_day_ends_on_the_next() -> None:
    written = lines_of(replace(DEADLINE, start=date(2027, 12, 31), end=None))
    assert "DTSTART;VALUE=DATE:20271231" in written
    assert "DTEND;VALUE=DATE:20280101" in written


def test_a_meeting_is_told_on_the_clock_of_amsterdam_and_blocks_the_time() -> None:
    written = lines_of(MEETING)
    assert "DTSTART;TZID=Europe/Amsterdam:20271104T200000" in written
    assert "DTEND;TZID=Europe/Amsterdam:20271104T223000" in written
    assert "TRANSP:OPAQUE" in written


def test_a_meeting_given_in_utc_gives_the_same_bytes() -> None:
    in_utc = replace(MEETING, start=MEETING.first_moment)
    assert feed("Agenda", [in_utc], None) == feed("Agenda", [MEETING], None)


def test_a_meeting_without_a_known_end_ends_after_it_begins_and_says_so() -> None:
    late = replace(MEETING, start=MEETING.first_moment.replace(hour=22, minute=30), end=None)
    written = lines_of(late)
    assert "DTSTART;TZID=Europe/Amsterdam:20271104T233000" in written
    assert "DTEND;TZID=Europe/Amsterdam:20271105T003000" in written
    assert any("De eindtijd is niet bekend." in line for line in written)


def test_an_hour_that_strikes_twice_is_told_in_utc() -> None:
    night = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    written = lines_of(replace(MEETING, start=night, end=night + timedelta(hours=1)))
    assert "DTSTART:20271031T003000Z" in written
    assert "DTEND:20271031T013000Z" in written


def test_an_approximate_date_is_tentative_and_keeps_its_words() -> None:
    written = lines_of(APPROXIMATE)
    assert "STATUS:TENTATIVE" in written
    assert "SUMMARY:Thema's naar de raden (bij benadering: medio oktober 2026)" in written
    assert "DESCRIPTION:De datum is een benadering: medio oktober 2026." in written
    assert "STATUS:CONFIRMED" in lines_of(replace(APPROXIMATE, approximate=None))


def test_what_lapsed_says_so_first_and_blocks_no_time() -> None:
    written = lines_of(LAPSED)
    assert "STATUS:CANCELLED" in written
    assert "SUMMARY:VERVALLEN: Informatiebijeenkomst in Oostzaan" in written
    assert "TRANSP:TRANSPARENT" in written
    assert "SEQUENCE:1" in written


def test_what_lapsed_stays_until_the_ninetieth_day() -> None:
    assert shown(ENTRIES, date(2027, 5, 30)) == ENTRIES
    assert shown(ENTRIES, date(2027, 5, 31)) == [DEADLINE, MEETING, APPROXIMATE]


def test_the_day_on_which_it_lapsed_is_the_one_in_amsterdam() -> None:
    just_before_midnight_utc = datetime(2027, 2, 28, 23, 30, tzinfo=UTC)
    lapsed = replace(LAPSED, changed_at=just_before_midnight_utc)
    assert shown([lapsed], date(2027, 5, 30)) == [lapsed]


def test_a_feed_invites_nobody_and_rings_no_bell() -> None:
    calendar = feed("Agenda", ENTRIES, MAILBOX)
    assert calendar.count(b"BEGIN:VEVENT") == len(ENTRIES)
    assert b"\r\nMETHOD:PUBLISH\r\n" in calendar
    for word in (b"ATTENDEE", b"VALARM", b"VTODO"):
        assert word not in calendar


def test_a_feed_says_its_name_its_colour_and_how_often_to_look() -> None:
    written = lines(feed("Gooi, Vecht; en Eem", [], None, colour="teal"))
    for line in (
        "NAME:Gooi\\, Vecht\\; en Eem",
        "X-WR-CALNAME:Gooi\\, Vecht\\; en Eem",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "COLOR:teal",
    ):
        assert written.count(line) == 1


def test_every_entry_names_the_mailbox_behind_the_procedure() -> None:
    organizer = (
        'ORGANIZER;CN="Secretariaat beleidsplan":mailto:beleidsplan@politie-noord-holland.example'
    )
    assert lines(feed("Agenda", ENTRIES, MAILBOX)).count(organizer) == len(ENTRIES)
    assert b"ORGANIZER" not in feed("Agenda", ENTRIES, None)


@given(st.permutations(ENTRIES))
def test_the_same_entries_give_the_same_bytes_in_whatever_order(entries: list[Entry]) -> None:
    calendar = feed("Agenda", entries, MAILBOX)
    assert calendar == feed("Agenda", ENTRIES, MAILBOX)


def test_one_step_of_one_owner_stands_in_a_calendar_once() -> None:
    with pytest.raises(ValueError, match="Dubbel in de agenda: imv-2028-2031 / horen / haarlem"):
        feed("Agenda", [DEADLINE, replace(DEADLINE, title="Nog eens")], None)


def test_a_colour_is_a_name_not_a_number() -> None:
    with pytest.raises(ValueError, match="geen kleurnaam"):
        feed("Agenda", [], None, colour="#4682b4")
