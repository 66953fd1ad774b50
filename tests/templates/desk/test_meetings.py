# SPDX-License-Identifier: EUPL-1.2
"""Which meetings still fit for a council, with its recess; nothing is claimed that is not known."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from gehoord.domain.acts.report import TimeReserved
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.proposal.stage import Stage
from gehoord.store.register import Register
from gehoord.templates.council_calendar import uid_of_meeting
from gehoord.templates.desk.meetings import CouncilMeetings, meetings_that_fit
from tests.conftest import read_day
from tests.story import ASKED, RESPOND_BY, Small, heard
from tests.story_in_register import StoryInRegister

MEETINGS = tuple(
    map(read_day, ("Thu 2027-06-24", "Thu 2027-09-16", "Thu 2027-10-07", "Thu 2027-10-14"))
)


def meeting_on(eenheid: Eenheid, *days: date) -> Eenheid:
    """Return the unit in which the council of Haarlem meets on these days."""
    haarlem, *others = eenheid.municipalities
    meets = haarlem.model_copy(update={"schedule": Schedule(days=days)})
    return eenheid.model_copy(update={"municipalities": (meets, *others)})


@pytest.fixture
def database_url(tmp_path: Path, empty_sqlite: Path) -> str:
    """On one database alone: a page says the same on both."""
    return f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'register.db')}"


@pytest.fixture
def story(register: Register, small: Small) -> StoryInRegister:
    proposal, eenheid, text = small
    story = StoryInRegister(register)
    story.tell((proposal, meeting_on(eenheid, *MEETINGS), text), "asked")
    return story


def of_haarlem(story: StoryInRegister, on: date) -> CouncilMeetings | None:
    return meetings_that_fit(story.state, "GM0392", on)


def test_a_meeting_fits_after_the_lead_time_and_up_to_and_including_the_last_day(
    story: StoryInRegister,
) -> None:
    """Art. 38b lid 2 asks for a real chance to be heard: two raadsweken with the documents."""
    found = of_haarlem(story, ASKED)
    assert found
    assert found.fitting == ("donderdag 16 september 2027", "donderdag 7 oktober 2027")
    assert found.ready_on == "donderdag 1 juli 2027"
    assert found.why_none == ()
    assert [recess.partition(":")[0] for recess in found.recess] == ["Zomervakantie"]


def test_a_meeting_that_was_does_not_fit_any_more(story: StoryInRegister) -> None:
    found = of_haarlem(story, read_day("Fri 2027-09-17"))
    assert found
    assert found.fitting == ("donderdag 7 oktober 2027",)


def test_where_none_fits_it_says_why_and_what_can_be_done(register: Register, small: Small) -> None:
    proposal, eenheid, text = small
    story = StoryInRegister(register)
    story.tell((proposal, meeting_on(eenheid, MEETINGS[0], MEETINGS[3]), text), "asked")
    found = of_haarlem(story, ASKED)
    assert found
    assert (found.are_known, found.fitting) == (True, ())
    assert "Gemeentewet, art. 17" in " ".join(found.why_none)


def test_the_lead_time_counts_from_the_day_on_which_the_council_got_its_documents(
    register: Register, small: Small
) -> None:
    proposal, eenheid, text = small
    story = StoryInRegister(register)
    days = map(read_day, ("Thu 2027-09-09", "Thu 2027-09-16"))
    story.tell((proposal, meeting_on(eenheid, *days), text), "agreed")
    planned = of_haarlem(story, ASKED)
    assert planned
    assert planned.fitting == ("donderdag 9 september 2027", "donderdag 16 september 2027")
    behind = of_haarlem(story, read_day("Wed 2027-09-01"))
    assert behind
    assert behind.fitting == ("donderdag 16 september 2027",)
    story.starts(Stage.HEARING, read_day("Wed 2027-09-01"))
    late = of_haarlem(story, read_day("Wed 2027-09-01"))
    assert late
    assert late.fitting == ("donderdag 16 september 2027",)


def test_of_a_council_whose_meetings_are_not_known_none_is_named(story: StoryInRegister) -> None:
    found = meetings_that_fit(story.state, "GM0448", ASKED)
    assert found
    assert (found.are_known, found.fitting, found.why_none) == (False, (), ())


def test_who_was_heard_or_is_no_council_or_is_past_the_last_day_sees_none(
    story: StoryInRegister,
) -> None:
    assert meetings_that_fit(story.state, "rbop", ASKED) is None
    assert of_haarlem(story, RESPOND_BY)
    assert of_haarlem(story, read_day("Fri 2027-10-08")) is None
    story.does(heard("Haarlem"))
    assert of_haarlem(story, ASKED) is None


def test_the_meeting_that_the_council_named_is_said_with_its_day(story: StoryInRegister) -> None:
    before = of_haarlem(story, ASKED)
    assert before
    assert before.named == ""
    story.does(TimeReserved(on=ASKED, municipality="Haarlem", day=MEETINGS[1]))
    found = of_haarlem(story, ASKED)
    assert found
    assert found.named == "16 september 2027 (gereserveerd)"
    assert found.uid == uid_of_meeting(story.state.hearing_of("GM0392"))
