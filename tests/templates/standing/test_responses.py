# SPDX-License-Identifier: EUPL-1.2
"""Stand van zaken tells what was answered point by point, and which points wait."""

from gehoord.domain.acts.report import PointNoted, PointsDisposed, ResponseReceived
from gehoord.domain.dossier.point import PointOutcome
from gehoord.templates.links import Links
from gehoord.templates.standing.responses import responses
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.conftest import at as at
from tests.story import AGREED

LINKS = Links("http://127.0.0.1:4200", {"melden-punt-verwerking": "7f"})


def test_the_points_that_wait_are_named_with_the_form_that_decides_on_them(at: At) -> None:
    story = StoryInMemory(at("ontwerp"))
    assert responses(story.state, LINKS) == []
    story.does(ResponseReceived(on=AGREED, sender="OM", text="Een [en](x) twee."))
    for text in ("Een [en](x)", "Twee"):
        story.does(PointNoted(on=AGREED, sender="OM", subject=text, text=text))
    story.does(PointsDisposed(on=AGREED, points=("2",), outcome=PointOutcome.TAKEN_OVER))
    told = "\n".join(responses(story.state, LINKS))
    assert "Ontwerp van 3 juni 2027" in told
    assert "1 punt wacht op verwerking: 1 (OM: Een" in told
    assert "[en](x)" not in told
    assert "/deployment/7f/run?parameters=" in told
    story.does(PointsDisposed(on=AGREED, points=("1",), outcome=PointOutcome.TAKEN_OVER))
    assert "Van elk punt is vastgelegd wat ermee is gedaan." in responses(story.state, LINKS)
