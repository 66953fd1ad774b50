# SPDX-License-Identifier: EUPL-1.2
"""A council that is heard has treated the ontwerp: nobody need report that a second time."""

from datetime import date

import pytest

from gehoord.domain.acts.report import AnswerSupplemented, Corrected, StepDone
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.frozen import read_toml
from gehoord.domain.outgoing.late import news_of_late
from gehoord.domain.proposal.proposal import Proposal
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import (
    COUNCILS,
    HEARD,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Small,
    Story,
    heard,
    silent,
)

IN_COUNCIL = """
[[stap]]
id = "raadsbehandeling"
titel = "ontwerp in de raad laten behandelen"
fase = "horen"
soort = "vergadering"
actiehouder = "griffies"
behandeling_in_raad = true
wanneer = { van = "maandag 23 augustus 2027", tot_en_met = "donderdag 30 september 2027" }
na = ["verzending"]
"""
MISTAKE = "dat was een andere raad"


@pytest.fixture
def story(small: Small) -> Story:
    """The small story with a step for the treatment in each council."""
    _, eenheid, text = small
    text += IN_COUNCIL
    told = StoryInMemory()
    told.tell((read_toml(Proposal, text.encode(), "klein"), eenheid, text), "asked")
    return told


def stands(story: Story, code: str = "GM0448") -> tuple[ActionState, date | None]:
    [action] = story.state.actions.where(step="raadsbehandeling", owner=code)
    return action.state, action.done_on


def test_it_is_done_on_the_day_on_which_the_council_is_heard_and_of_no_other(story: Story) -> None:
    story.does(heard("Texel"))
    assert stands(story) == (ActionState.DONE, HEARD)
    assert stands(story, "GM0392") == (ActionState.OPEN, None)
    story.does(heard("alle"))
    assert story.state.is_finished("raadsbehandeling")


def test_taken_back_all_is_as_it_was(story: Story) -> None:
    was = as_it_reads(story.state)
    story.does(heard("Texel"))
    story.does(Corrected(on=HEARD, step="horen", owner="Texel", reason=MISTAKE))
    assert as_it_reads(story.state) == was


def test_a_treatment_on_another_day_stays_what_it_was(story: Story) -> None:
    before = HEARD - ONE_DAY
    story.does(StepDone(on=before, step="raadsbehandeling", owner="Texel"))
    story.does(heard("Texel"))
    story.does(Corrected(on=HEARD, step="horen", owner="Texel", reason=MISTAKE))
    assert stands(story) == (ActionState.DONE, before)


def test_what_the_griffie_reported_itself_on_the_same_day_stands_on_its_own(story: Story) -> None:
    story.does(StepDone(on=HEARD, step="raadsbehandeling", owner="Texel"))
    story.does(heard("Texel"))
    story.does(Corrected(on=HEARD, step="horen", owner="Texel", reason=MISTAKE))
    assert stands(story) == (ActionState.DONE, HEARD)


def test_a_silence_that_is_taken_back_leaves_the_treatment_owed(story: Story) -> None:
    late = RESPOND_BY + ONE_DAY
    story.does(silent("Texel", late, REAL_REASON))
    story.does(Corrected(on=late, step="horen", owner="Texel", reason=MISTAKE))
    assert stands(story) == (ActionState.OPEN, None)


def test_reported_once_more_it_changes_nothing_and_is_not_refused(story: Story) -> None:
    story.does(heard("Texel"))
    was = story.state
    said = story.does(StepDone(on=HEARD, step="raadsbehandeling", owner="Texel"))
    assert said == "Gedaan: ontwerp in de raad laten behandelen, door Griffie Texel."
    assert as_it_reads(story.state) == as_it_reads(was)


def test_reported_of_all_once_all_were_heard_it_changes_nothing_either(story: Story) -> None:
    for council in COUNCILS:
        story.does(heard(council))
    was = story.state
    said = story.does(StepDone(on=HEARD + ONE_DAY, step="raadsbehandeling"))
    assert said == "Gedaan: ontwerp in de raad laten behandelen (3 keer)."
    assert as_it_reads(story.state) == as_it_reads(was)


def test_what_was_done_without_a_hearing_is_refused_a_second_time(story: Story) -> None:
    done = StepDone(on=HEARD, step="raadsbehandeling", owner="Texel")
    story.does(done)
    with story.refuses("staat voor GM0448 niets open"):
        story.does(done)


def test_silence_is_no_treatment_and_an_answer_after_it_is(story: Story) -> None:
    late = RESPOND_BY + ONE_DAY
    story.does(silent("Texel", late, REAL_REASON))
    assert stands(story) == (ActionState.LAPSED, late)  # nobody owes it, and nobody did it
    assert stands(story, "GM0405") == (ActionState.OPEN, None)
    was = as_it_reads(story.state)
    story.does(AnswerSupplemented(on=late, municipality="Texel", answer=Answer.AGREES))
    assert stands(story) == (ActionState.DONE, late)
    story.does(Corrected(on=late, report="aanvulling", owner="Texel", reason=MISTAKE))
    assert as_it_reads(story.state) == was


def test_a_council_that_is_late_is_told_of_once(story: Story) -> None:
    """Before its last day of the treatment alone; and of one that was heard nothing at all."""
    story.does(heard("Texel"))
    days = [RESPOND_BY, RESPOND_BY + ONE_DAY]
    for day, step in zip(days, ["raadsbehandeling", "horen"], strict=True):
        news = news_of_late(story.state, [], day)
        assert news
        assert [a.owner for a in news.late if a.step == step] == ["GM0392", "GM0405"]
        assert {a.step for a in news.late} & {"raadsbehandeling", "horen"} == {step}
