# SPDX-License-Identifier: EUPL-1.2
"""Where each council stands, in one word."""

from datetime import timedelta

from gehoord.domain.acts.report import TimeReserved
from gehoord.domain.outgoing.council_standing import CouncilStanding, standing_councils
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import (
    ASKED,
    COUNCILS,
    HEARD,
    OPENED,
    REAL_REASON,
    RESPOND_BY,
    Small,
    heard,
    silent,
)


def stands(story: StoryInMemory, on: object = ASKED) -> dict[str, CouncilStanding]:
    found = standing_councils(story.state, on)  # type: ignore[arg-type]
    return {each.hearing.name: each.standing for each in found}


def test_councils_go_from_not_asked_by_way_of_asked_and_late_to_heard(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    assert stands(story, OPENED) == dict.fromkeys(COUNCILS, CouncilStanding.NOT_ASKED)
    story = StoryInMemory()
    story.tell(small, "asked")
    assert stands(story) == dict.fromkeys(COUNCILS, CouncilStanding.ASKED)
    story.does(heard("Haarlem"))
    after = RESPOND_BY + timedelta(days=1)
    assert stands(story, RESPOND_BY)["Hoorn"] is CouncilStanding.ASKED
    assert stands(story, after) == {
        "Haarlem": CouncilStanding.HEARD,
        "Hoorn": CouncilStanding.LATE,
        "Texel": CouncilStanding.LATE,
    }
    story.does(silent("Texel", after, REAL_REASON))
    assert stands(story, after)["Texel"] is CouncilStanding.SILENT


def test_of_a_council_that_was_never_asked_the_last_day_makes_it_not_late(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    assert set(stands(story, RESPOND_BY + timedelta(days=1)).values()) == {
        CouncilStanding.NOT_ASKED
    }


def test_a_council_that_named_its_meeting_stands_so_until_that_day_has_passed(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    story.does(TimeReserved(on=ASKED, municipality="Hoorn", day=HEARD))
    assert stands(story)["Hoorn"] is CouncilStanding.RESERVED
    assert stands(story, HEARD)["Hoorn"] is CouncilStanding.RESERVED
    assert stands(story, HEARD + timedelta(days=1))["Hoorn"] is CouncilStanding.ASKED
    assert stands(story, RESPOND_BY + timedelta(days=1))["Hoorn"] is CouncilStanding.LATE
