# SPDX-License-Identifier: EUPL-1.2
"""The meetings at which a council can still be heard: to be read, as the dossier knows them."""

from datetime import date

from benchmarks.dossier import OPENED, procedure
from gehoord.domain.dossier.council_meetings import opportunity_to_answer
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Filling
from tests.sentence import assert_sentence
from tests.story import FINAL

TAB = "Vergaderingen"


def test_every_meeting_that_fits_has_its_row() -> None:
    story = StoryInMemory()
    story.opens(procedure(2))
    [hearing, _] = story.state.hearings
    fitting = opportunity_to_answer(story.state, hearing)
    assert fitting is not None
    assert len(fitting.fitting) > 1
    rows = [row for row in Filling(story.state, OPENED).rows[TAB] if row[0] == hearing.name]
    assert [row[2] for row in rows] == [meeting.day for meeting in fitting.fitting]
    assert all(isinstance(row[3], date) for row in rows)


def test_of_a_council_of_which_nobody_knows_when_it_meets_that_is_said(at: At) -> None:
    rows = Filling(at("asked"), FINAL).rows[TAB][1:]
    assert [row[:3] for row in rows] == [
        ["Haarlem", "GM0392", "onbekend"],
        ["Hoorn", "GM0405", "onbekend"],
        ["Texel", "GM0448", "onbekend"],
    ]


def test_the_meetings_are_only_to_be_read(at: At) -> None:
    filling = Filling(at("asked"), FINAL).fill(
        TAB, "Texel", {"Vergadering van de raad": "16-9-2027"}
    )
    [fault] = filling.judged(at("asked"), FINAL).faults
    assert_sentence(str(fault), "Blad 'Vergaderingen'", "alleen om te lezen")
