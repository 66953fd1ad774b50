"""The meetings of a council: by rhythm, by list, from the griffie's calendar file."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.meetings import (
    Meeting,
    MeetingsUnreadableError,
    Rhythm,
    meetings_by_rhythm,
    meetings_from_ics,
    meetings_in,
)
from gehoord.calendar.recess import RecessSetting, council_recess
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))
RECESS = council_recess(RecessSetting(SchoolRegion.NORTH), YEAR)
NO_RECESS = council_recess(RecessSetting(None), YEAR)
THURSDAY = 3
EVERY_FOUR_WEEKS = Rhythm(THURSDAY, 4, date(2023, 6, 1), "besluitvormende raad")


def calendar(*events: str) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//griffie//NL",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Amsterdam",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("\n"), "END:VEVENT"]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


def days(content: bytes, window: Span = YEAR) -> list[date]:
    return [meeting.day for meeting in meetings_from_ics(content, "raad.ics", window)]


# By rhythm


def test_a_council_that_meets_every_four_weeks_does_not_meet_in_recess() -> None:
    window = Span(date(2023, 6, 15), date(2023, 10, 15))
    found = meetings_by_rhythm(EVERY_FOUR_WEEKS, window, RECESS)
    assert found == tuple(
        Meeting(day, "besluitvormende raad") for day in (date(2023, 6, 29), date(2023, 9, 21))
    )
    without_recess = meetings_by_rhythm(EVERY_FOUR_WEEKS, window, NO_RECESS)
    assert {meeting.day for meeting in without_recess} - {meeting.day for meeting in found} == {
        date(2023, 7, 27),
        date(2023, 8, 24),
    }


def test_the_series_runs_back_before_its_anchor() -> None:
    window = Span(date(2023, 3, 6), date(2023, 5, 31))
    found = meetings_by_rhythm(EVERY_FOUR_WEEKS, window, NO_RECESS)
    expected = [date(2023, 3, 9), date(2023, 4, 6), date(2023, 5, 4)]
    assert [meeting.day for meeting in found] == expected


def test_a_meeting_on_ascension_day_drops_out_when_holidays_are_given() -> None:
    weekly = Rhythm(THURSDAY, 1, date(2023, 5, 11))
    window = Span(date(2023, 5, 11), date(2023, 5, 25))
    found = meetings_by_rhythm(weekly, window, NO_RECESS, statutory_holidays())
    assert [meeting.day for meeting in found] == [date(2023, 5, 11), date(2023, 5, 25)]


def test_a_rhythm_whose_anchor_is_another_weekday_is_refused() -> None:
    with pytest.raises(ValueError, match=r"op donderdag, maar .* op vrijdag 2 juni 2023"):
        Rhythm(THURSDAY, 4, date(2023, 6, 2))


@pytest.mark.parametrize(("weekday", "weeks"), [(7, 1), (-1, 1), (3, 0)])
def test_a_rhythm_that_cannot_be_is_refused(weekday: int, weeks: int) -> None:
    with pytest.raises(ValueError, match=r"week"):
        Rhythm(weekday, weeks, date(2023, 6, 1))


@settings(max_examples=50)
@given(
    st.dates(date(2023, 1, 1), date(2023, 12, 31)),
    st.integers(1, 8),
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
)
def test_the_meetings_keep_their_weekday_and_distance(
    start: date, weeks: int, anchor: date
) -> None:
    window = Span(start, YEAR.end)
    found = meetings_by_rhythm(Rhythm(anchor.weekday(), weeks, anchor), window, NO_RECESS)
    assert all((meeting.day - anchor).days % (7 * weeks) == 0 for meeting in found)
    assert len(found) in {window.days // (7 * weeks), window.days // (7 * weeks) + 1}


# By list


def test_an_explicit_list_is_taken_in_order_within_the_window() -> None:
    listed = [Meeting(date(2023, month, 7), "raad") for month in (9, 6, 12, 6)]
    window = Span(date(2023, 6, 7), date(2023, 9, 7))
    assert meetings_in(listed, window) == (
        Meeting(date(2023, 6, 7), "raad"),
        Meeting(date(2023, 9, 7), "raad"),
    )


# From a calendar file


def test_a_repetition_is_written_out_with_its_exception_and_its_moved_date() -> None:
    content = calendar(
        "UID:raad\nSUMMARY:Raadsvergadering\n"
        "DTSTART;TZID=Europe/Amsterdam:20230601T193000\n"
        "DTEND;TZID=Europe/Amsterdam:20230601T230000\n"
        "RRULE:FREQ=WEEKLY;INTERVAL=4\n"
        "EXDATE;TZID=Europe/Amsterdam:20230727T193000",
        "UID:raad\nSUMMARY:Raadsvergadering (verplaatst)\n"
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20230629T193000\n"
        "DTSTART;TZID=Europe/Amsterdam:20230704T193000\n"
        "DTEND;TZID=Europe/Amsterdam:20230704T230000",
    )
    window = Span(date(2023, 6, 1), date(2023, 9, 21))
    assert meetings_from_ics(content, "raad.ics", window) == (
        Meeting(date(2023, 6, 1), "Raadsvergadering"),
        Meeting(date(2023, 7, 4), "Raadsvergadering (verplaatst)"),
        Meeting(date(2023, 8, 24), "Raadsvergadering"),
        Meeting(date(2023, 9, 21), "Raadsvergadering"),
    )


def test_the_day_of_a_meeting_is_its_day_in_amsterdam() -> None:
    content = calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230630T223000Z")
    assert days(content) == [date(2023, 7, 1)]
    assert days(content, Span(date(2023, 7, 1), date(2023, 7, 1))) == [date(2023, 7, 1)]
    assert days(content, Span(date(2023, 6, 30), date(2023, 6, 30))) == []


def test_an_evening_meeting_all_year_stays_on_its_day_over_summer_time() -> None:
    content = calendar(
        "UID:1\nSUMMARY:Raad\nDTSTART;TZID=Europe/Amsterdam:20230105T233000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20231231T000000Z"
    )
    found = days(content)
    assert len(found) == 52
    assert {day.weekday() for day in found} == {THURSDAY}


def test_whole_day_meetings_and_meetings_without_a_zone_keep_their_day() -> None:
    content = calendar(
        "UID:1\nSUMMARY:Raad\nDTSTART;VALUE=DATE:20230615\nDTEND;VALUE=DATE:20230616",
        "UID:2\nSUMMARY:Raad\nDTSTART:20230914T200000",
    )
    assert days(content) == [date(2023, 6, 15), date(2023, 9, 14)]


def test_a_cancelled_meeting_is_left_out() -> None:
    content = calendar(
        "UID:1\nSUMMARY:Raad\nDTSTART:20230615T180000Z\nSTATUS:CANCELLED",
        "UID:2\nSUMMARY:Raad\nDTSTART:20230914T180000Z",
    )
    assert days(content) == [date(2023, 9, 14)]


def test_a_meeting_that_started_before_the_window_does_not_count() -> None:
    content = calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230614T180000Z\nDTEND:20230616T180000Z")
    assert days(content, Span(date(2023, 6, 15), date(2023, 6, 30))) == []


def test_a_meeting_without_a_title_is_called_a_meeting() -> None:
    content = calendar("UID:1\nDTSTART:20230615T180000Z")
    assert meetings_from_ics(content, "raad.ics", YEAR)[0].title == "raadsvergadering"


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    content = b"\xef\xbb\xbf" + calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230615T180000Z")
    assert days(content) == [date(2023, 6, 15)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "het bestand is leeg"),
        (b" \r\n ", "het bestand is leeg"),
        (b"<html>Inloggen</html>", "het begint niet met BEGIN:VCALENDAR"),
        (b"BEGIN:VCALENDAR\r\nX:\xff\xfe\r\nEND:VCALENDAR", "het bestand is geen UTF-8-tekst"),
        (
            calendar("UID:1\nDTSTART:20230615T180000Z")[:-40],
            "het bestand is afgebroken of beschadigd",
        ),
        (calendar(), "er staat geen enkele afspraak in"),
        (
            calendar("UID:1\nSUMMARY:Raad van juni"),
            "de afspraak 'Raad van juni' heeft geen begindatum (DTSTART)",
        ),
        (
            calendar("UID:1\nSUMMARY:Raad\nDTSTART:15 juni 2023"),
            "de afspraak 'Raad' heeft een datum of herhaling die niet te lezen is",
        ),
        (
            calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230615T180000Z\nEXDATE:20231301T180000Z"),
            "de afspraak 'Raad' heeft een datum of herhaling die niet te lezen is",
        ),
        (
            calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230615T180000Z\nRRULE:FREQ=WEEKLIE"),
            "de afspraak 'Raad' heeft een datum of herhaling die niet te lezen is",
        ),
        (
            calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230615T180000Z\nRRULE:COUNT=3"),
            "een herhaling in het bestand klopt niet",
        ),
        (
            calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230615T180000Z\nRRULE:FREQ=SECONDLY"),
            "de afspraak 'Raad' herhaalt zich vaker dan eens per dag",
        ),
    ],
)
def test_a_bad_file_gives_one_sentence_that_says_what_is_wrong_and_what_to_do(
    content: bytes, why: str
) -> None:
    with pytest.raises(MeetingsUnreadableError) as refusal:
        meetings_from_ics(content, "raad.ics", YEAR)
    assert str(refusal.value) == (
        f"De vergaderagenda raad.ics kan niet worden gelezen: {why}. Vraag de griffie om een "
        "nieuwe export (.ics), of geef de vergaderdagen zelf op."
    )


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 900))
def test_no_damage_to_a_file_gives_another_error(damage: bytes, place: int) -> None:
    whole = calendar("UID:1\nSUMMARY:Raad\nDTSTART:20230615T180000Z\nRRULE:FREQ=WEEKLY;COUNT=3")
    try:
        found = meetings_from_ics(whole[:place] + damage + whole[place:], "raad.ics", YEAR)
    except MeetingsUnreadableError:
        return
    assert all(meeting.day in YEAR for meeting in found)
