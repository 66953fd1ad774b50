# SPDX-License-Identifier: EUPL-1.2
"""Saved answers of Open Raadsinformatie and of the VNG standard: what is missing harms nothing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.incoming.agenda import Agenda, MeetingsUnreadableError
from gehoord.calendar.incoming.left_out import CALLED_OFF, DOUBLE, NOT_FIXED, OUTSIDE
from gehoord.calendar.incoming.reading import UNREADABLE
from gehoord.calendar.incoming.source import LARGEST_CALENDAR, meetings_of
from gehoord.calendar.span import Span
from tests.calendar.incoming.files import RAAD, file_of

ANSWERS = Path(__file__).parent / "answers"
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def read(answer: Any) -> Agenda:
    content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return meetings_of(content, "raad.json", YEAR, ("Voorbeeldstad", "GM9999"))


def titles(found: Agenda) -> list[str]:
    return [f"{meeting.day:%m-%d} {meeting.title}" for meeting in found.meetings]


def why(found: Agenda) -> list[str]:
    return [one.why for one in found.left_out]


def meeting(**fields: Any) -> dict[str, Any]:
    return {"@type": "Meeting", "name": "Raad", "start_date": "2026-05-28T19:30:00", **fields}


def test_an_answer_of_elasticsearch_gives_its_meetings_and_nothing_else() -> None:
    found = read((ANSWERS / "elasticsearch.json").read_bytes())
    assert titles(found) == ["05-12 Commissie Bestuur en Veiligheid", "05-28 Gemeenteraad"]
    assert [(f"{one.day:%m-%d}", one.why) for one in found.left_out if one.day] == [
        ("06-25", CALLED_OFF)
    ]
    assert (found.is_whole, found.remarks) == (True, ())


def test_a_bare_list_of_hits_is_the_same_answer() -> None:
    whole = json.loads((ANSWERS / "elasticsearch.json").read_bytes())
    assert read(whole["hits"]["hits"]) == read(whole)
    assert read([meeting()]) == read([{"_source": meeting()}])


def test_an_answer_of_the_vng_standard_says_itself_what_is_a_meeting_of_the_council() -> None:
    answer = json.loads((ANSWERS / "vng.json").read_bytes())
    assert titles(read(answer)) == ["05-28 Gemeenteraad (raadsvergadering)"]
    [one] = answer["results"]
    committee = {**one, "id": "v-2", "vergaderingstype": "commissievergadering"}
    off = {**one, "id": "v-3", "status": "geannuleerd"}
    bare = {"url": "x", "id": "v-4", "vergaderingstype": "raadsvergadering",
            "geplandeVergaderdatum": "2026-06-25"}  # fmt: skip
    found = read({"next": None, "results": [one, committee, off, bare]})
    assert titles(found) == [
        "05-28 Gemeenteraad (commissievergadering)",
        "05-28 Gemeenteraad (raadsvergadering)",
        "06-25 afspraak zonder naam (raadsvergadering)",
    ]
    assert why(found) == [CALLED_OFF]


def test_a_meeting_of_another_municipality_is_left_out() -> None:
    [one] = json.loads((ANSWERS / "vng.json").read_bytes())["results"]
    other = {**one, "gemeente": {"gemeentecode": "0392", "gemeentenaam": "Haarlem"}}
    assert why(read({"results": [other]})) == ["is van Haarlem"]
    for code in ("GM9999", "9999", 9999):
        same = {**one, "gemeente": {"gemeentecode": code, "gemeentenaam": "anders geschreven"}}
        assert why(read({"results": [same]})) == []


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"gemeentenaam": "Hoorn"}, ["is van Hoorn"]),
        ({"gemeentecode": "0405"}, ["is van gemeente 0405"]),
        ({"gemeentecode": None, "gemeentenaam": "Hoorn"}, ["is van Hoorn"]),
        ("Hoorn", ["is van Hoorn"]),
        ({"gemeentenaam": "voorbeeldstad"}, []),
        ({"gemeentecode": "9999"}, []),
        ("Gemeente Voorbeeldstad", []),
        ({"gemeentecode": "", "gemeentenaam": None}, []),
        ({}, []),
        (None, []),
    ],
)
def test_a_municipality_is_known_by_its_name_or_its_code_alone(
    given: Any, reason: list[str]
) -> None:
    assert why(read([meeting(gemeente=given)])) == reason


def test_a_meeting_may_be_of_more_kinds_than_one() -> None:
    assert titles(read([meeting(**{"@type": ["Event", "Meeting"]})])) == ["05-28 Raad"]
    with pytest.raises(MeetingsUnreadableError):
        read([meeting(**{"@type": ["Organization"]})])


def test_the_body_that_meets_is_part_of_the_title_where_the_answer_names_it() -> None:
    body = {"@id": "7", "@type": "Organization", "name": "Commissie Ruimte"}
    assert titles(read([meeting(committee="7"), body])) == ["05-28 Raad (Commissie Ruimte)"]
    assert titles(read([meeting(committee=["7", "8"])])) == ["05-28 Raad"]


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("2026-05-28", "05-28"),
        ("2026-05-28T19:30", "05-28"),
        ("2026-05-28T22:30:00Z", "05-29"),
        ("2026-05-28T00:30:00+02:00", "05-28"),
        (["2026-05-28T19:30:00"], "05-28"),
    ],
)
def test_a_moment_is_on_its_day_in_amsterdam(start: Any, day: str) -> None:
    assert titles(read([meeting(start_date=start)])) == [f"{day} Raad"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"start_date": None}, UNREADABLE),
        ({"start_date": "morgen"}, UNREADABLE),
        ({"start_date": 1779989400000}, UNREADABLE),
        ({"start_date": "0001-01-01T00:00:00+14:00"}, UNREADABLE),
        ({"start_date": "2031-05-28"}, OUTSIDE),
        ({"name": "Geannuleerd: raad"}, CALLED_OFF),
        ({"status": "http://schema.org/EventCancelled"}, CALLED_OFF),
        ({"status": "EventCancelled"}, CALLED_OFF),
        ({}, DOUBLE),
    ],
)
def test_what_does_not_count_says_why(fields: dict[str, Any], reason: str) -> None:
    assert why(read([meeting(), meeting(**fields)])) == [reason]


@pytest.mark.parametrize(
    "status",
    [
        "https://argu.co/ns/meeting/EventConfirmed",
        "EventScheduled",
        None,
        "gehouden",
        "Gepland",
        "EventMovedOnline",
        {"@id": "https://schema.org/EventScheduled"},
    ],
)
def test_a_meeting_that_is_not_called_off_counts(status: Any) -> None:
    assert why(read([meeting(status=status)])) == []


@pytest.mark.parametrize(
    ("field", "status", "word"),
    [
        ("status", "https://schema.org/EventPostponed", "Postponed"),
        ("status", "EventRescheduled", "Rescheduled"),
        ("status", "postponed", "postponed"),
        ("status", ["EventUnconfirmed"], "Unconfirmed"),
        ("status", "concept", "concept"),
        ("status", {"@id": "http://schema.org/EventPostponed"}, "Postponed"),
        ("status", {"naam": "uitgesteld"}, "onbekend"),
        ("eventStatus", "EventPostponed", "Postponed"),
        ("vergaderingStatus", "uitgesteld", "uitgesteld"),
    ],
)
def test_a_meeting_counts_only_while_its_status_says_that_its_day_stands(
    field: str, status: Any, word: str
) -> None:
    found = read([meeting(**{field: status})])
    assert why(found) == [f"{NOT_FIXED} (status {word})"]


@pytest.mark.parametrize("field", ["eventStatus", "vergaderingStatus"])
def test_what_is_called_off_is_so_in_any_field_of_a_status(field: str) -> None:
    assert why(read([meeting(status="gepland", **{field: "geannuleerd"})])) == [CALLED_OFF]


@pytest.mark.parametrize(
    "answer",
    [
        {"hits": {"hits": [meeting()], "total": 120}},
        {"hits": {"hits": [meeting()], "total": {"value": 120}}},
        {"next": "/vergaderingen?page=2", "results": [meeting()]},
    ],
)
def test_a_part_of_an_answer_is_said_to_be_one(answer: Any) -> None:
    found = read(answer)
    assert not found.is_whole
    assert found.remarks == ("dit is een deel van het antwoord; vraag alle vergaderingen op",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "geen geldige JSON"),
        (b"[" * 100_000, "geen geldige JSON"),
        (b'{"a": 1}', "geen antwoord van Open Raadsinformatie"),
        (b"[]", "geen enkele vergadering"),
        (b'[1, null, "x", []]', "geen enkele vergadering"),
        (b'[{"@type": "AgendaItem"}]', "geen enkele vergadering"),
        (b"[" + b"0," * 10_001 + b"0]", "meer dan 10000 onderdelen"),
        (b"[" + b" " * LARGEST_CALENDAR, "groter dan 5 MB"),
    ],
)
def test_what_is_no_answer_is_refused_with_why(content: bytes, reason: str) -> None:
    with pytest.raises(MeetingsUnreadableError) as refused:
        read(content)
    assert reason in refused.value.why


def test_what_a_file_is_its_first_sign_says() -> None:
    assert read(b"\xef\xbb\xbf \n" + json.dumps([meeting()]).encode()).meetings
    moved = file_of(RAAD.replace("2027", "2026"))
    assert [m.title for m in read(moved).meetings] == ["Raad"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12)
    | st.sampled_from(["2026-05-28", "Meeting", "7", "EventCancelled", "raadsvergadering"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
FIELDS = st.sampled_from(
    ["@id", "@type", "name", "naam", "start_date", "status", "committee", "gemeente",
     "vergaderingstype", "geplandeVergaderdatum", "_source"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(FIELDS, VALUES, max_size=6), max_size=4))
def test_any_answer_gives_meetings_in_the_window_or_one_sentence(hits: list[Any]) -> None:
    try:
        found = read(hits)
    except MeetingsUnreadableError:
        return
    assert all(one.day in YEAR for one in found.meetings)
    assert len(found.meetings) + len(found.left_out) <= len(hits)
