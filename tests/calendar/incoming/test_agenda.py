# SPDX-License-Identifier: EUPL-1.2
"""The calendar files of councils as they come: what can be read is read, the rest is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.incoming.agenda import MOST_TOLD, MeetingsUnreadableError, agenda_in
from gehoord.calendar.meetings import NAMELESS, Meeting
from tests.calendar.incoming.files import AUTUMN, RAAD, SERIES, days, days_in, file_of

SECOND = "UID:2\nSUMMARY:Raad\nDTSTART:20270909T193000"
THIRD = "UID:3\nSUMMARY:Raad\nDTSTART:20270916T193000"


def remarks(*events: str) -> tuple[str, ...]:
    return agenda_in(file_of(*events), "raad.ics", AUTUMN).remarks


# What repeats


def test_a_repetition_is_written_out_with_its_exception_and_its_moved_date() -> None:
    content = file_of(
        f"{SERIES}\nRRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=4\n"
        "EXDATE;TZID=Europe/Amsterdam:20271028T193000",
        "UID:reeks\nSUMMARY:Raad (verplaatst)\n"
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20270930T193000\n"
        "DTSTART;TZID=Europe/Amsterdam:20271005T193000",
    )
    found = agenda_in(content, "raad.ics", AUTUMN).meetings
    assert [(m.day.isoformat(), m.title) for m in found] == [
        ("2027-09-02", "Raad"),
        ("2027-10-05", "Raad (verplaatst)"),
        ("2027-11-25", "Raad"),
    ]


@pytest.mark.parametrize(
    "until",
    ["20270923", "20270923T193000", "20270923T173000Z", "20270923T215959Z", "20270923T235959"],
)
@pytest.mark.parametrize("start", ["", ";TZID=Europe/Amsterdam", ";TZID=W. Europe Standard Time"])
def test_the_last_day_of_a_series_counts_however_it_is_written(until: str, start: str) -> None:
    series = f"UID:1\nSUMMARY:Raad\nDTSTART{start}:20270902T193000"
    assert days(f"{series}\nRRULE:FREQ=WEEKLY;UNTIL={until}") == [
        "09-02",
        "09-09",
        "09-16",
        "09-23",
    ]


@pytest.mark.parametrize("until", ["20270923", "20270923T193000", "20270922T220000Z"])
def test_a_series_of_whole_days_ends_on_the_day_of_its_last_moment(until: str) -> None:
    whole = "UID:1\nSUMMARY:Raad\nDTSTART;VALUE=DATE:20270909"
    assert days(f"{whole}\nRRULE:FREQ=WEEKLY;UNTIL={until}") == ["09-09", "09-16", "09-23"]


@pytest.mark.parametrize(
    "exception",
    [
        "EXDATE;TZID=Europe/Amsterdam:20270909T193000",
        "EXDATE;VALUE=DATE:20270909",
        "EXDATE:20270909",
        "EXDATE:20270909T173000Z",
        "EXDATE:20270909T193000",
        "EXDATE;TZID=W. Europe Standard Time:20270909T193000,20271104T193000",
    ],
)
def test_an_exception_is_known_by_its_day_whatever_its_type(exception: str) -> None:
    assert days(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3\n{exception}") == ["09-02", "09-16"]


@pytest.mark.parametrize(
    "place",
    [
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20270909T193000",
        "RECURRENCE-ID;VALUE=DATE:20270909",
        "RECURRENCE-ID:20270909",
        "RECURRENCE-ID:20270909T173000Z",
        "RECURRENCE-ID:20270909T193000",
    ],
)
def test_a_moved_meeting_takes_the_place_of_its_own_whatever_the_type(place: str) -> None:
    moved = f"UID:reeks\nSUMMARY:Raad\n{place}\nDTSTART;VALUE=DATE:20270910"
    assert days(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3", moved) == ["09-02", "09-10", "09-16"]


def test_a_moment_takes_the_place_of_a_whole_day() -> None:
    whole = "UID:reeks\nSUMMARY:Raad\nDTSTART;VALUE=DATE:20270902\nRRULE:FREQ=WEEKLY;COUNT=3"
    moved = "UID:reeks\nSUMMARY:Raad\nRECURRENCE-ID:20270908T220000Z\nDTSTART:20270910T190000"
    assert days(whole, moved) == ["09-02", "09-10", "09-16"]


def test_a_change_to_all_that_comes_moves_every_later_meeting() -> None:
    from_then_on = (
        "UID:reeks\nSUMMARY:Raad\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270909T173000Z\n"
        "DTSTART;TZID=Europe/Amsterdam:20270907T193000"
    )
    assert days(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3", from_then_on) == ["09-02", "09-07", "09-14"]
    stopped = f"{from_then_on}\nSTATUS:CANCELLED"
    assert days(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3", stopped) == ["09-02"]


def test_days_are_added_and_left_out_by_old_rules_too() -> None:
    assert days(f"{SERIES}\nRDATE:20270914T173000Z,20270921T173000Z") == ["09-02", "09-14", "09-21"]
    assert days(f"{SERIES}\nRDATE;VALUE=PERIOD:20270914T173000Z/PT3H") == ["09-02", "09-14"]
    every_other = "RRULE:FREQ=WEEKLY;COUNT=4\nEXRULE:FREQ=WEEKLY;INTERVAL=2"
    assert days(f"{SERIES}\n{every_other}") == ["09-09", "09-23"]


def test_the_day_of_a_meeting_is_its_day_in_amsterdam() -> None:
    late = "UID:1\nSUMMARY:Raad\nDTSTART:20270902T223000Z"
    assert days(late) == ["09-03"]
    assert days(f"{late}\nRRULE:FREQ=WEEKLY;UNTIL=20270909T223000Z") == ["09-03", "09-10"]


def test_a_meeting_that_started_before_the_window_does_not_count() -> None:
    assert days("UID:1\nDTSTART:20270831T180000Z\nDTEND:20270902T180000Z", SECOND) == ["09-09"]


# What has one UID


def test_events_with_one_uid_on_other_days_are_other_meetings() -> None:
    same = [f"UID:reeks\nSUMMARY:Raad\nDTSTART:202709{day}T193000" for day in ("02", "09", "16")]
    assert days(*same) == ["09-02", "09-09", "09-16"]
    assert days(*same[:2], f"{same[2]}\nSEQUENCE:1") == ["09-02", "09-09", "09-16"]
    two = file_of(same[0]) + file_of(same[1])
    assert days_in(two) == ["09-02", "09-09"]


def test_events_without_uid_are_other_meetings() -> None:
    assert days("DTSTART:20270902T193000", "DTSTART:20270909T193000") == ["09-02", "09-09"]


def test_a_newer_edition_of_a_meeting_takes_the_place_of_the_older_one() -> None:
    moved = "UID:1\nSUMMARY:Raad\nSEQUENCE:1\nDTSTART:20270903T193000"
    for events in ([RAAD, moved], [moved, RAAD]):
        assert days(*events) == ["09-03"]
        assert remarks(*events) == (
            f"de afspraak 'Raad' (regel {4 if events[0] is RAAD else 10}) van 2 september 2027 is "
            "vervangen door een nieuwere versie, van 3 september 2027",
        )


def test_a_meeting_that_is_set_again_after_it_was_cancelled_is_held() -> None:
    cancelled, again = f"{RAAD}\nSTATUS:CANCELLED", f"{RAAD}\nSEQUENCE:1\nSTATUS:CONFIRMED"
    for events in ([cancelled, again], [again, cancelled]):
        assert days(*events) == ["09-02"]
        assert days(*events, SECOND.replace("UID:2", "UID:1")) == ["09-02", "09-09"]


def test_editions_with_another_title_on_another_day_are_other_meetings() -> None:
    committee = "UID:1\nSUMMARY:Commissie\nSEQUENCE:1\nDTSTART:20271009T193000"
    assert days(RAAD, committee) == ["09-02", "10-09"]
    assert remarks(RAAD, committee) == ()
    assert days(RAAD, f"{committee}\nSTATUS:CANCELLED") == ["09-02"]


def test_of_two_changes_of_one_meeting_the_newest_counts() -> None:
    change = "UID:reeks\nSUMMARY:Raad\nRECURRENCE-ID:20270909T173000Z\nDTSTART:202709{}T193000"
    newer, older = f"{change.format('11')}\nSEQUENCE:2", f"{change.format('10')}\nSEQUENCE:1"
    for changes in ([newer, older], [older, newer]):
        assert days(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3", *changes) == ["09-02", "09-11", "09-16"]


# What is called off


@pytest.mark.parametrize("status", ["CANCELLED", "cancelled", "CANCELED", "Geannuleerd"])
def test_a_cancelled_meeting_is_left_out(status: str) -> None:
    assert days(f"{RAAD}\nSTATUS:{status}", SECOND) == ["09-09"]


def test_a_meeting_cancelled_by_its_title_is_left_out() -> None:
    assert days(RAAD.replace("Raad", "Geannuleerd: Raad"), SECOND) == ["09-09"]


def test_a_calendar_that_cancels_takes_its_meetings_out_of_the_others() -> None:
    assert days(RAAD, head="METHOD:CANCEL") == []
    assert days_in(file_of(RAAD, SECOND) + file_of(RAAD, head="METHOD:CANCEL")) == ["09-09"]
    newer = f"{RAAD}\nSEQUENCE:1"
    assert days_in(file_of(RAAD, SECOND) + file_of(newer, head="METHOD:CANCEL")) == ["09-09"]
    bare = file_of("UID:1", head="METHOD:CANCEL")
    assert days_in(file_of(RAAD, SECOND) + bare) == ["09-09"]
    whole = file_of(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3")
    one = file_of("UID:reeks\nRECURRENCE-ID:20270909T173000Z", head="METHOD:CANCEL")
    assert days_in(whole + one) == ["09-02", "09-16"]


def test_a_cancelled_series_takes_its_exceptions_with_it() -> None:
    moved = "UID:reeks\nSUMMARY:Raad\nRECURRENCE-ID:20270909T173000Z\nDTSTART:20270910T193000"
    assert days(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3\nSTATUS:CANCELLED", moved, THIRD) == ["09-16"]


# What cannot be read


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("UID:1\nSUMMARY:Raad van juni", "heeft geen begindatum (DTSTART)"),
        ("UID:1\nSUMMARY:Raad van juni\nDTSTART:15 juni 2027", "niet te lezen is"),
        ("UID:1\nSUMMARY:Raad van juni\nDTSTART:20270230T193000", "niet te lezen is"),
        ("UID:1\nSUMMARY:Raad van juni\nDTSTART:PT3H", "niet te lezen is"),
        ("UID:1\nSUMMARY:Raad van juni\nDTSTART;TZID", "niet te lezen is"),
        (
            "UID:1\nSUMMARY:Raad van juni\nDTSTART:20270902\nRRULE:FREQ=HOURLY",
            "herhaalt zich vaker dan eens per dag",
        ),
    ],
)
def test_one_line_that_cannot_be_read_costs_one_meeting_and_is_named(broken: str, why: str) -> None:
    assert days(RAAD.replace("UID:1", "UID:0"), broken, SECOND) == ["09-02", "09-09"]
    [said] = remarks(RAAD.replace("UID:1", "UID:0"), broken, SECOND)
    assert said.startswith("de afspraak 'Raad van juni' (regel 9) ")
    assert said.endswith(why)
    with pytest.raises(MeetingsUnreadableError, match="de afspraak 'Raad van juni'") as refused:
        days(broken)
    assert str(refused.value).endswith(
        "Vraag de griffie om een nieuwe export (.ics), of geef de vergaderdagen zelf op."
    )


@pytest.mark.parametrize("line", ["DURATION:3 uur", "DTEND:later", "DTEND;TZID=Nergens:laat"])
def test_an_end_that_cannot_be_read_costs_no_meeting(line: str) -> None:
    assert days(f"{RAAD}\n{line}") == ["09-02"]
    [said] = remarks(f"{RAAD}\n{line}")
    assert (
        said == "van de afspraak 'Raad' (regel 4) is het einde niet te lezen; de dag telt wel mee"
    )


@pytest.mark.parametrize(
    "line", ["X-ODD;;=:1", "ATTENDEE", "SEQUENCE:nieuw", "CREATED:gisteren", "GEO:hier", "=:="]
)
def test_a_line_that_says_nothing_of_the_day_costs_nothing(line: str) -> None:
    assert days(f"{RAAD}\n{line}") == ["09-02"]
    assert remarks(f"{RAAD}\n{line}") == ()


def test_many_remarks_are_counted() -> None:
    found = remarks(SECOND, *(f"UID:x{n}\nSUMMARY:Raad {n}" for n in range(12)))
    assert len(found) == MOST_TOLD + 1
    assert found[-1] == "en nog 7 opmerkingen"


def test_a_file_that_breaks_off_keeps_what_came_before_and_says_so() -> None:
    whole = file_of(RAAD, SECOND)
    cut = whole[: whole.rindex(b"END:VEVENT")]
    found = agenda_in(cut, "raad.ics", AUTUMN)
    assert [f"{m.day:%m-%d}" for m in found.meetings] == ["09-02", "09-09"]
    assert found.remarks == ("het bestand is afgebroken: wat daarna kwam, ontbreekt",)
    inside = whole[: whole.rindex(b"T193000")]
    assert days_in(inside[:-3]) == ["09-02"]


def test_an_event_that_ends_nowhere_ends_where_the_next_begins() -> None:
    whole = file_of(RAAD, SECOND)
    assert days_in(whole.replace(b"END:VEVENT\r\n", b"", 1)) == ["09-02", "09-09"]


def test_an_alarm_within_a_meeting_is_not_the_meeting() -> None:
    alarm = "BEGIN:VALARM\nSUMMARY:Geannuleerd\nDTSTART:20271001\nDURATION:x\nEND:VALARM"
    assert days(f"{RAAD}\n{alarm}") == ["09-02"]
    assert remarks(f"{RAAD}\n{alarm}") == ()


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n", "\n\n"])
def test_every_line_end_is_read(end: str) -> None:
    assert days_in(file_of(RAAD, SECOND, end=end)) == ["09-02", "09-09"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    text = file_of(RAAD.replace("Raad", "Café één")).decode()
    found = agenda_in(text.encode(encoding), "raad.ics", AUTUMN).meetings
    assert found == (Meeting(found[0].day, "Café één"),)


def test_a_character_that_is_folded_over_two_lines_is_one_character() -> None:
    content = file_of(RAAD.replace("Raad", "Raad één")).replace("é".encode(), b"\xc3\r\n \xa9", 1)
    assert agenda_in(content, "raad.ics", AUTUMN).meetings[0].title == "Raad één"


def test_an_entry_without_a_title_is_called_nameless_and_nothing_else() -> None:
    content = file_of("UID:1\nDTSTART:20270902T180000Z")
    assert agenda_in(content, "raad.ics", AUTUMN).meetings[0].title == NAMELESS


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "het bestand is leeg"),
        (b" \r\n ", "het bestand is leeg"),
        (b"<html>Inloggen</html>", "het begint niet met BEGIN:VCALENDAR"),
        (b"PK\x03\x04", "het begint niet met BEGIN:VCALENDAR"),
        (file_of(), "er staat geen enkele afspraak in"),
        (b"BEGIN:VCALENDAR\r\nX:\xff\xfe\r\nEND:VCALENDAR", "er staat geen enkele afspraak in"),
    ],
)
def test_a_bad_file_gives_one_sentence_that_says_what_is_wrong_and_what_to_do(
    content: bytes, why: str
) -> None:
    with pytest.raises(MeetingsUnreadableError) as refusal:
        days_in(content)
    assert str(refusal.value) == (
        f"De vergaderagenda raad.ics kan niet worden gelezen: {why}. Vraag de griffie om een "
        "nieuwe export (.ics), of geef de vergaderdagen zelf op."
    )


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 300))
def test_no_damage_to_a_file_gives_another_error(damage: bytes, place: int) -> None:
    whole = file_of(f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3")
    try:
        found = agenda_in(whole[:place] + damage + whole[place:], "raad.ics", AUTUMN)
    except MeetingsUnreadableError:
        return
    assert all(meeting.day in AUTUMN for meeting in found.meetings)


LINES = st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VTIMEZONE",
     "END:VTIMEZONE", "BEGIN:STANDARD", "TZID:Raad", "TZOFFSETTO:+0100", "UID:1", "SEQUENCE:2",
     "DTSTART;TZID=Raad:20270902T193000", "DTSTART:20270902", "DTSTART:99991231T235959Z",
     "DTSTART:00010101T000000Z", "RRULE:FREQ=WEEKLY", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
     "RRULE:FREQ=MONTHLY;BYDAY=5TH;UNTIL=99991231T000000Z", "RRULE:FREQ=WEEKLY;BYEASTER=1",
     "RDATE:20271001,20271101", "EXDATE:20270902", "RECURRENCE-ID:20270909", "METHOD:CANCEL",
     "RECURRENCE-ID;RANGE=THISANDFUTURE:20270916", "STATUS:CANCELLED", " los", "\x00", ";=:",
     "EXRULE:FREQ=DAILY;INTERVAL=3", "SUMMARY:Raad"]
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_lines_in_any_order_give_meetings_or_one_sentence(lines: list[str]) -> None:
    content = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VCALENDAR"]).encode()
    try:
        found = agenda_in(content, "raad.ics", AUTUMN)
    except MeetingsUnreadableError:
        return
    assert all(meeting.day in AUTUMN for meeting in found.meetings)
