# SPDX-License-Identifier: EUPL-1.2
"""Silence is never told as having been heard, nor is a meeting that is still to come."""

from gehoord.domain.acts.report import TimeReserved
from gehoord.domain.checks import Case
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.links import Links
from gehoord.templates.standing.councils import councils, heard_in_words, lines_of
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, HEARD, Small, heard, silent

LATE = read_day("Mon 2027-10-25")


def test_a_council_that_was_silent_was_not_heard(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    story.does(silent("Texel", LATE, "drie keer herinnerd en gebeld"))
    assert heard_in_words(story.state) == "0 van 3 raden gehoord, 1 zonder antwoord"
    assert {row["Gemeente"]: row["Stand"] for row in lines_of(story.state)}["Texel"] == (
        "geen antwoord"
    )
    story.does(heard("Hoorn"))
    assert heard_in_words(story.state) == "1 van 3 raden gehoord, 1 zonder antwoord"


def test_the_hearing_ends_without_saying_that_who_was_silent_was_heard(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    story.does(heard("Hoorn"))
    story.does(heard("Haarlem"))
    story.does(silent("Texel", LATE, "drie keer herinnerd en gebeld"))
    assert (
        progress(story.state, Stage.HEARING, LATE, "").name
        == "2 van 3 raden gehoord, 1 zonder antwoord"
    )


def test_who_means_to_meet_is_shown_with_its_day_and_is_not_heard(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    assert not any("Raad vergadert" in line for line in shown(story))
    story.does(TimeReserved(on=ASKED, municipality="Texel", day=HEARD))
    heading, *_, table = shown(story)
    assert heading == "## 0 van 3 raden gehoord"
    assert "Raad vergadert" in table
    assert table.count("16 september 2027 (gereserveerd)") == 1


def shown(story: StoryInMemory) -> list[str]:
    case = Case.of_dossier(story.state, ASKED)
    return councils(StateOfAffairs(case, ASKED, story.state, (), ()), Links("http://127.0.0.1"))
