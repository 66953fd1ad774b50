"""Silence is never told as having been heard."""

from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.standing.councils import heard_in_words, lines_of
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small, heard, silent

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
