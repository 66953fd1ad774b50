# SPDX-License-Identifier: EUPL-1.2
"""What was understood of the calendar of a council, before it counts."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.incoming.agenda import agenda_in
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.understood import (
    MOST_MEETINGS,
    Understood,
    chosen_by,
    days_of_procedure,
    understood,
)
from gehoord.domain.dossier.whose_calendar import WhoseCalendar
from gehoord.domain.errors import RefusedError
from tests.calendar.incoming.files import calendar_of, file_of
from tests.domain.acts.story_in_memory import At
from tests.sentence import assert_sentence

YEAR = Span(date(2027, 1, 1), date(2027, 12, 31))
HAARLEM = WhoseCalendar.of_council(
    FrozenMunicipality(
        id="klein/GM0392",
        dossier="klein",
        code="GM0392",
        name="Haarlem",
        district="",
        holiday_region=SchoolRegion.NORTH,
    )
)


def read(
    document: Document, word: str = "", *, every: bool = False, on: date = YEAR.end
) -> Understood:
    return understood(document, HAARLEM, YEAR, chosen_by(word, every=every), on)


def event(day: str, title: str) -> str:
    return f"UID:{day}{title}\nSUMMARY:{title}\nDTSTART:{day}T193000"


def calendar(*events: str) -> Document:
    return Document(name="haarlem.ics", content=file_of(*events))


BOTH = calendar(
    event("20270902", "Commissie Bestuur"),
    event("20270916", "Raadsvergadering"),
    event("20270923", "Raadsavond"),
    event("20271014", "Raadsvergadering"),
    event("20140918", "Raadsvergadering"),
)


def days(found: Understood) -> list[str]:
    return [f"{meeting.day:%m-%d}" for meeting in found.kept]


def test_only_meetings_of_the_council_itself_count_and_the_rest_says_why_not() -> None:
    found = read(BOTH)
    assert days(found) == ["09-16", "10-14"]
    assert [(one.title, one.why) for one in found.left_out] == [
        ("Commissie Bestuur", "een commissie is niet de raad"),
        ("Raadsavond", "volgens de naam geen raadsvergadering"),
        ("Raadsvergadering", "heeft geen dag in de periode"),
    ]


def test_a_person_may_say_otherwise_by_a_word_or_take_all_that_is_held() -> None:
    assert days(read(BOTH, "AVOND")) == ["09-23"]
    assert days(read(BOTH, every=True)) == ["09-02", "09-16", "09-23", "10-14"]
    assert {one.why for one in read(BOTH, "avond").left_out} == {
        "zonder 'avond'",
        "heeft geen dag in de periode",
    }


def test_a_calendar_says_everything_from_its_first_entry_to_the_end_of_its_last_month() -> None:
    assert read(BOTH).whole == Span(date(2027, 9, 2), date(2027, 10, 31))
    assert read(BOTH, on=date(2027, 6, 17)).whole == Span(date(2027, 6, 17), date(2027, 10, 31))
    assert read(BOTH, on=date(2026, 6, 17)).whole == Span(YEAR.start, date(2027, 10, 31))
    december = calendar(event("20271216", "Raad"), event("20271201", "Commissie"))
    assert read(december).whole == Span(date(2027, 12, 1), date(2027, 12, 31))
    cut = BOTH.content[: BOTH.content.rindex(b"END:VEVENT")]
    assert read(Document(name="haarlem.ics", content=cut)).whole is None


def test_two_meetings_on_one_day_are_one_day_on_which_the_council_decides() -> None:
    found = read(calendar(event("20270916", "Raad"), event("20270916", "Raad, vervolg")))
    assert days(found) == ["09-16"]
    assert [one.why for one in found.left_out] == ["op die dag telt al een vergadering"]


def test_a_calendar_without_a_meeting_that_counts_is_refused_with_what_was_seen() -> None:
    seen = [event(f"2027090{n}", f"Forum {n}") for n in range(1, 7)]
    with pytest.raises(RefusedError) as refused:
        read(calendar(event("20270909", "Commissie"), *seen))
    assert_sentence(
        str(refused.value),
        "In haarlem.ics staat van 1 januari 2027 tot en met 31 december 2027 geen raadsvergadering",
        "Gezien: 'Forum 1' (volgens de naam geen raadsvergadering), ",
        "en 3 andere. Is een daarvan de raad?",
        "kies 'alle'",
    )


def test_a_calendar_of_which_nothing_is_held_in_time_names_no_choice() -> None:
    with pytest.raises(RefusedError) as refused:
        read(calendar(event("20310916", "Raad")), every=True)
    assert_sentence(
        str(refused.value), "'Raad' (heeft geen dag in de periode). Kijk na of dit de goede agenda"
    )


def test_a_council_that_meets_every_day_is_not_believed() -> None:
    whole = Span(date(2026, 1, 1), date(2028, 12, 31))
    daily = calendar("UID:1\nSUMMARY:Raad\nDTSTART:20260101T193000\nRRULE:FREQ=DAILY")
    with pytest.raises(RefusedError) as refused:
        understood(daily, HAARLEM, whole, chosen_by("", every=False), whole.end)
    assert_sentence(str(refused.value), "op 1096 dagen; dat kan niet kloppen")
    assert whole.days > MOST_MEETINGS


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b"{"])
def test_what_is_no_calendar_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        read(Document(name="haarlem.ics", content=content))
    assert_sentence(str(refused.value), "De agenda haarlem.ics van Haarlem kan niet worden gelezen")


def test_the_days_of_a_procedure_run_from_its_opening_to_a_year_after_the_adoption(at: At) -> None:
    assert days_of_procedure(at("opened")) == Span(date(2026, 12, 1), date(2028, 11, 2))


TITLES = st.sampled_from(["Raad", "Raadsvergadering", "Commissie", "Presidium", "Afgelast: raad"])
DAYS = st.dates(date(2026, 6, 1), date(2028, 6, 1))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(DAYS, TITLES), min_size=1, max_size=12), st.booleans())
def test_what_counts_and_what_does_not_are_together_the_whole_calendar(
    events: list[tuple[date, str]], every: bool
) -> None:
    written = [
        f"UID:{n}\nSUMMARY:{title}\nDTSTART:{day:%Y%m%d}" for n, (day, title) in enumerate(events)
    ]
    document = calendar(*written)
    agenda = agenda_in(document.content, document.name, YEAR)
    assert len(agenda.meetings) + len(agenda.left_out) == len(events)
    try:
        found = read(document, every=every)
    except RefusedError:
        return
    assert len(found.kept) + len(found.left_out) == len(events)
    assert all(meeting.day in YEAR for meeting in found.kept)
    assert found.whole
    assert all(meeting.day in found.whole for meeting in found.kept)


def test_the_fixture_of_a_calendar_is_one() -> None:
    assert days(read(calendar_of("20270916", "20271014"))) == ["09-16", "10-14"]
