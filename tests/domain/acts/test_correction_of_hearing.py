# SPDX-License-Identifier: EUPL-1.2
"""What a council added to its answer is taken back without that answer."""

from gehoord.domain.acts.report import AnswerSupplemented, Corrected, CouncilHeard
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import FINAL, HEARD, ONE_DAY, RESPOND_BY, Told

MISTAKE = "dit was een andere raad"
LATE = RESPOND_BY + ONE_DAY


def test_of_two_supplements_the_last_goes_first_and_the_answer_stays(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(CouncilHeard(on=HEARD, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Een."))
    was = as_it_reads(story.state)
    for on, text in ((RESPOND_BY, "Twee."), (LATE, "Drie.")):
        added = AnswerSupplemented(on=on, municipality="Texel", answer=Answer.POINTS, text=text)
        story.does(added)
    taken_back = Corrected(on=FINAL, report="aanvulling", owner="Texel", reason=MISTAKE)
    story.does(taken_back)
    assert [z.text for z in story.state.zienswijzen if z.counts] == ["Een.", "Twee."]
    story.does(taken_back)
    assert as_it_reads(story.state) == was
    with story.refuses("De raad van Texel vulde zijn antwoord niet aan."):
        story.does(taken_back)


def test_a_late_first_answer_is_no_supplement(told: Told) -> None:
    story = told("asked")
    story.does(CouncilHeard(on=LATE, municipality="Texel", answer=Answer.POINTS, text="Een."))
    with story.refuses("vulde zijn antwoord niet aan"):
        story.does(Corrected(on=FINAL, report="aanvulling", owner="Texel", reason=MISTAKE))
    story.does(Corrected(on=FINAL, step="horen", owner="Texel", reason=MISTAKE))
    assert story.state.hearing_of("GM0448").state is HearingState.INVITED
