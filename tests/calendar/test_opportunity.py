# SPDX-License-Identifier: EUPL-1.2
"""Can this council really be heard? (Politiewet 2012 art. 38b lid 2)"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.meetings import Meeting, Rhythm, meetings_by_rhythm
from gehoord.calendar.opportunity import LeadTime, opportunity
from gehoord.calendar.recess import RecessSetting, council_recess
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span

YEARS = Span(date(2022, 1, 1), date(2024, 12, 31))
NORTH = council_recess(RecessSetting(SchoolRegion.NORTH), YEARS)
PURMEREND = council_recess(
    RecessSetting(
        SchoolRegion.NORTH, own=(("zomerreces", Span(date(2023, 7, 1), date(2023, 8, 31))),)
    ),
    YEARS,
)
DELIVERED, DEADLINE = date(2023, 6, 15), date(2023, 10, 15)
MEETINGS = [Meeting(day) for day in (date(2023, 6, 29), date(2023, 9, 28), date(2023, 10, 26))]


def test_a_council_hears_between_its_lead_time_and_the_deadline() -> None:
    found = opportunity("Purmerend", MEETINGS, DELIVERED, LeadTime(6), DEADLINE, PURMEREND)
    assert found.ready_on == date(2023, 9, 28)
    assert found.can_be_heard
    assert found.first == found.last == Meeting(date(2023, 9, 28))
    assert found.reasons[:2] == (
        "Stukken bij de griffie op 15 juni 2023; met 6 raadsweken voorbereiding kan de raad van "
        "Purmerend besluiten vanaf donderdag 28 september 2023.",
        "Tot en met 15 oktober 2023 past een vergadering: die van donderdag 28 september 2023.",
    )
    assert found.reasons[2].startswith("zomerreces: 62 dagen")


def test_the_first_and_the_last_meeting_that_fit_are_told() -> None:
    weekly = meetings_by_rhythm(Rhythm(3, 1, date(2023, 6, 1)), Span(DELIVERED, DEADLINE), NORTH)
    found = opportunity("Haarlem", weekly, DELIVERED, LeadTime(2), DEADLINE, NORTH)
    assert (found.first, found.last) == (
        Meeting(date(2023, 6, 29)),
        Meeting(date(2023, 10, 12)),
    )
    assert "passen 10 vergaderingen: de eerste op donderdag 29 juni 2023" in found.reasons[1]


def test_a_council_that_cannot_be_heard_is_told_why_and_what_would_help() -> None:
    meetings = [Meeting(date(2023, 9, 14)), Meeting(date(2023, 10, 26))]
    found = opportunity("Purmerend", meetings, DELIVERED, LeadTime(6), DEADLINE, PURMEREND)
    assert not found.can_be_heard
    assert found.first is None
    assert found.last is None
    assert found.deliver_by == date(2023, 6, 1)
    assert found.reasons[1:5] == (
        "Er is geen vergadering van 28 september 2023 tot en met 15 oktober 2023.",
        "De vergadering van 14 september 2023 komt te vroeg.",
        "De vergadering van 26 oktober 2023 komt te laat.",
        "Lever de stukken uiterlijk donderdag 1 juni 2023, of stel de uiterste dag uit, of vraag "
        "om een extra vergadering (Gemeentewet, art. 17).",
    )


def test_a_lead_time_past_the_deadline_is_said() -> None:
    found = opportunity("Texel", MEETINGS, DELIVERED, LeadTime(10), DEADLINE, PURMEREND)
    assert not found.can_be_heard
    assert found.reasons[1] == (
        "De voorbereiding is pas klaar na de uiterste dag, 15 oktober 2023."
    )


def test_a_council_without_any_meeting_before_the_deadline_has_no_day_to_deliver() -> None:
    found = opportunity("Texel", MEETINGS[2:], DELIVERED, LeadTime(2), DEADLINE, NORTH)
    assert found.deliver_by is None
    assert "De vergadering van 26 oktober 2023 komt te laat." in found.reasons
    assert found.reasons[3].startswith("Stel de uiterste dag uit, of vraag om een extra")


def test_the_last_day_still_counts() -> None:
    on_the_day = [Meeting(DEADLINE)]
    assert opportunity("Hoorn", on_the_day, DELIVERED, LeadTime(2), DEADLINE, NORTH).can_be_heard
    day_before = DEADLINE - timedelta(days=1)
    assert not opportunity(
        "Hoorn", on_the_day, DELIVERED, LeadTime(2), day_before, NORTH
    ).can_be_heard


@pytest.mark.parametrize(
    ("lead", "ready"),
    [
        (LeadTime(6), date(2023, 9, 7)),
        (LeadTime(6, outside_recess=False), date(2023, 7, 27)),
    ],
)
def test_a_lead_time_counts_raadsweken_or_plain_weeks(lead: LeadTime, ready: date) -> None:
    found = opportunity("Haarlem", MEETINGS, DELIVERED, lead, DEADLINE, NORTH)
    assert found.ready_on == ready


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (LeadTime(1), "1 raadsweek"),
        (LeadTime(2), "2 raadsweken"),
        (LeadTime(1, outside_recess=False), "1 week"),
        (LeadTime(2, outside_recess=False), "2 weken"),
    ],
)
def test_a_lead_time_reads_as_dutch(lead: LeadTime, words: str) -> None:
    assert str(lead) == words


days = st.dates(date(2023, 3, 1), date(2024, 3, 1))


@settings(max_examples=100)
@given(st.lists(days, min_size=1, max_size=6), st.integers(0, 8), st.booleans())
def test_whoever_delivers_on_the_day_named_can_be_heard(
    meeting_days: list[date], weeks: int, outside_recess: bool
) -> None:
    meetings = [Meeting(day) for day in meeting_days]
    lead, deadline = LeadTime(weeks, outside_recess), max(meeting_days)
    found = opportunity("Edam-Volendam", meetings, deadline, lead, deadline, NORTH)
    assert found.deliver_by is not None
    in_time = opportunity("Edam-Volendam", meetings, found.deliver_by, lead, deadline, NORTH)
    assert in_time.can_be_heard


@settings(max_examples=100)
@given(st.lists(days, max_size=6), days, st.integers(0, 8))
def test_a_meeting_that_fits_lies_between_readiness_and_deadline(
    meeting_days: list[date], delivered: date, weeks: int
) -> None:
    deadline = delivered + timedelta(weeks=16)
    meetings = [Meeting(day) for day in meeting_days]
    found = opportunity("Edam-Volendam", meetings, delivered, LeadTime(weeks), deadline, NORTH)
    fitting = {day for day in meeting_days if found.ready_on <= day <= deadline}
    assert {meeting.day for meeting in found.fitting} == fitting
