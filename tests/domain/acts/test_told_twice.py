# SPDX-License-Identifier: EUPL-1.2
"""Who presses a button twice reports the same thing twice; it is kept once, and said so."""

from datetime import date

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import (
    CandidatesListed,
    Disposed,
    Polled,
    Report,
    ResponseReceived,
    SafetyPictureMade,
)
from gehoord.domain.dossier.poll import PollStage
from gehoord.domain.errors import RefusedError
from tests.domain.acts.story_in_memory import At, StoryInMemory

ON = date(2027, 6, 1)
LATER = date(2027, 6, 2)
REPORTS: list[Report] = [
    ResponseReceived(on=ON, sender="OM", text="Hoofdstuk 2 is helder."),
    SafetyPictureMade(on=ON, maker="Politie", themes=("Drugs",)),
    CandidatesListed(on=ON, names=("Drugs", "Fraude")),
    Polled(on=ON, stage=PollStage.INTERIM, options=("thema; Drugs; 81",), respondents=91),
]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.what)
def test_the_same_twice_is_refused_and_on_another_day_it_counts(report: Report, at: At) -> None:
    story = StoryInMemory(at("ontwerp"))
    story.does(report)
    with pytest.raises(RefusedError, match="staat er al"):
        decided(report, story.state)
    assert decided(report.model_copy(update={"on": LATER}), story.state).changes


def test_a_response_that_the_adviser_judged_since_is_still_the_same(at: At) -> None:
    story = StoryInMemory(at("ontwerp"))
    said = ResponseReceived(on=ON, sender="OM", text="Te vaag.")
    story.does(said)
    story.does(Disposed(on=LATER, sender="OM", disposition="Overgenomen."))
    with pytest.raises(RefusedError, match="staat er al"):
        decided(said, story.state)
