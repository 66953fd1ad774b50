# SPDX-License-Identifier: EUPL-1.2
"""What of a calendar does not count is told with why: kept and left out together are all of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.incoming.agenda import agenda_in
from gehoord.calendar.incoming.left_out import (
    CALLED_OFF,
    DOUBLE,
    NOT_FIXED,
    OUTSIDE,
    REPLACED,
    LeftOut,
)
from gehoord.calendar.meetings import NAMELESS
from tests.calendar.incoming.files import AUTUMN, RAAD, SERIES, file_of

THRICE = f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3"
SECOND = "UID:2\nSUMMARY:Raad\nDTSTART:20270909T193000"


def left_out(*events: str, head: str = "") -> list[tuple[str, str]]:
    found = agenda_in(file_of(*events, head=head), "raad.ics", AUTUMN).left_out
    return sorted((f"{one.day:%m-%d}" if one.day else "", one.why) for one in found)


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([f"{RAAD}\nSTATUS:CANCELLED"], [("09-02", CALLED_OFF)]),
        ([f"{RAAD}\nSTATUS:TENTATIVE"], [("09-02", NOT_FIXED)]),
        ([f"{RAAD}\nSTATUS:Postponed"], [("09-02", NOT_FIXED)]),
        (
            [RAAD, f"{RAAD}\nSEQUENCE:1\nSTATUS:TENTATIVE"],
            [("09-02", NOT_FIXED), ("09-02", NOT_FIXED)],
        ),
        ([f"{RAAD}\nSTATUS:TENTATIVE", f"{RAAD}\nSEQUENCE:1"], [("09-02", REPLACED)]),
        (
            [
                THRICE,
                "UID:reeks\nRECURRENCE-ID:20270909T173000Z\nDTSTART:20270909T193000\n"
                "STATUS:TENTATIVE",
            ],
            [("09-09", NOT_FIXED), ("09-09", REPLACED)],
        ),
        ([RAAD.replace("2027", "2031")], [("09-02", OUTSIDE)]),
        ([RAAD, RAAD], [("09-02", DOUBLE)]),
        ([RAAD, RAAD.replace("UID:1", "UID:3")], [("09-02", DOUBLE)]),
        ([RAAD, f"{RAAD}\nSEQUENCE:1"], [("09-02", REPLACED)]),
        ([RAAD, f"{RAAD}\nSTATUS:CANCELLED"], [("09-02", CALLED_OFF), ("09-02", CALLED_OFF)]),
        ([RAAD, "UID:4\nSUMMARY:Raad"], [("", "heeft geen begindatum (DTSTART)")]),
        (
            [THRICE, "UID:reeks\nRECURRENCE-ID:20270909T173000Z\nSTATUS:CANCELLED"],
            [("09-09", CALLED_OFF), ("09-09", REPLACED)],
        ),
        (
            [THRICE, f"{SERIES[:22]}\nRECURRENCE-ID:20270909T173000Z\nDTSTART:20270910T193000"],
            [("09-09", "verplaatst naar 10 september 2027")],
        ),
        (
            [
                THRICE,
                "UID:reeks\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270909T173000Z\n"
                "DTSTART:20270909T193000\nSTATUS:CANCELLED",
            ],
            [("09-09", CALLED_OFF), ("09-09", CALLED_OFF), ("09-16", CALLED_OFF)],
        ),
        ([f"{THRICE}\nSTATUS:CANCELLED", SECOND], [("09-02", CALLED_OFF)]),
    ],
)
def test_each_entry_that_does_not_count_says_why(
    events: list[str], why: list[tuple[str, str]]
) -> None:
    assert left_out(*events) == why


def test_of_a_series_without_days_that_are_fixed_a_meeting_that_is_counts() -> None:
    sure = f"{SERIES}\nRECURRENCE-ID:20270909T173000Z"
    sure = sure.replace("Amsterdam:20270902", "Amsterdam:20270909")
    found = agenda_in(file_of(f"{THRICE}\nSTATUS:TENTATIVE", sure), "raad.ics", AUTUMN)
    assert [f"{meeting.day:%m-%d}" for meeting in found.meetings] == ["09-09"]
    assert [one.why for one in found.left_out] == [NOT_FIXED]


def test_a_calendar_that_cancels_says_so_of_each_of_its_meetings() -> None:
    assert left_out(RAAD, SECOND, head="METHOD:CANCEL") == [
        ("09-02", CALLED_OFF),
        ("09-09", CALLED_OFF),
    ]


def test_a_change_past_the_last_year_that_there_is_harms_nothing_else() -> None:
    far = "UID:reeks\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270909T173000Z\nDTSTART:99991231T193000"
    found = agenda_in(file_of(THRICE, far), "raad.ics", AUTUMN)
    assert [f"{meeting.day:%m-%d}" for meeting in found.meetings] == ["09-02"]
    assert LeftOut(None, NAMELESS, OUTSIDE) in found.left_out


DAYS = st.sampled_from(["20270902", "20270909", "20270916", "20310101", "00010101", "ooit"])
EVENTS = st.builds(
    lambda uid, day, *lines: f"UID:{uid}\nDTSTART:{day}T193000\n" + "\n".join(filter(None, lines)),
    st.sampled_from("abc"),
    DAYS,
    st.sampled_from(["", "SEQUENCE:1", "SEQUENCE:2"]),
    st.sampled_from(["", "STATUS:CANCELLED", "STATUS:TENTATIVE"]),
    st.sampled_from(["", "", "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=DAILY;COUNT=2", "RRULE:XX"]),
    st.sampled_from(["", "", "RECURRENCE-ID:20270909T193000"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, max_size=6))
def test_every_event_is_kept_or_left_out_and_what_is_kept_lies_within_bounds(
    events: list[str],
) -> None:
    readable = "UID:z\nSUMMARY:Raad z\nDTSTART:20271007T193000"
    numbered = [f"{event}\nSUMMARY:Raad {n}" for n, event in enumerate(events)]
    found = agenda_in(file_of(readable, *numbered), "raad.ics", AUTUMN)
    told = {meeting.title for meeting in found.meetings} | {one.title for one in found.left_out}
    assert told == {"Raad z", *(f"Raad {n}" for n in range(len(events)))}
    assert all(meeting.day in AUTUMN for meeting in found.meetings)
    assert list(found.meetings) == sorted(set(found.meetings))
    assert all(one.why for one in found.left_out)
