# SPDX-License-Identifier: EUPL-1.2
"""A response, its disposition or a reason that was recorded by mistake is taken back."""

from typing import Any

import pytest

from gehoord.domain.acts.report import (
    Corrected,
    CouncilHeard,
    Disposed,
    ReasonGiven,
    ResponseReceived,
    TakenBack,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.checks.hearing import SENT_BEFORE_AGREEMENT
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.proposal.stage import Stage
from tests.story import ADOPTED, AGREED, ASKED, FINAL, HEARD, ONE_DAY, ONTWERP, Told

MISTAKE = "dit was een ander onderwerp"


def taken_back(**what: Any) -> Corrected:
    return Corrected(on=FINAL, reason=MISTAKE, **what)


def test_of_two_responses_of_one_sender_the_last_is_taken_back_first(told: Told) -> None:
    story = told("ontwerp")
    for text in ("Meer wijkagenten.", "Toch niet."):
        story.does(ResponseReceived(on=ONTWERP, sender="OM", text=text))
    story.does(taken_back(report=TakenBack.RESPONSE, owner="om"))
    assert [(r.text, r.counts) for r in story.state.responses] == [
        ("Meer wijkagenten.", True),
        ("Toch niet.", False),
    ]
    story.does(ResponseReceived(on=ONTWERP, sender="OM", text="Akkoord."))
    assert [r.id for r in story.state.responses][-1] == "klein/reactie/3"


def test_a_response_that_was_taken_back_asks_nothing(told: Told) -> None:
    story = told("ontwerp")
    story.does(ResponseReceived(on=ONTWERP, sender="OM", text="Meer wijkagenten."))
    story.does(taken_back(report=TakenBack.RESPONSE, owner="OM"))
    with story.refuses("Van 'OM' is geen reactie of zienswijze die nog open staat"):
        story.does(Disposed(on=FINAL, sender="OM", disposition="Overgenomen."))
    found = findings(Case.of_dossier(story.state, ADOPTED))
    assert "reactie-zonder-verwerking" not in {f.code for f in found}


def test_a_zienswijze_waits_to_be_weighed_again(told: Told) -> None:
    story = told("asked")
    story.does(CouncilHeard(on=HEARD, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Meer."))
    story.does(Disposed(on=FINAL, sender="Texel", disposition="Overgenomen."))
    said = story.does(taken_back(report=TakenBack.DISPOSITION, owner="texel"))
    assert said == "Teruggenomen: de verwerking van wat Texel schreef. Zij staat weer open."
    [zienswijze] = story.state.zienswijzen
    assert (zienswijze.awaits_disposition, zienswijze.disposed_on) == (True, None)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"report": "reactie", "owner": "OMM"}, "bedoelt u 'OM'?"),
        ({"report": "verwerking", "owner": "OM"}, "Van 'OM' is geen verwerking vastgelegd."),
        ({"code": "reces"}, "Bij 'reces' is geen reden vastgelegd."),
        ({"report": "aanvulling", "owner": "Texel"}, "De raad van Texel vulde zijn antwoord niet"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    told: Told, what: dict[str, str], said: str
) -> None:
    story = told("ontwerp")
    story.does(ResponseReceived(on=ONTWERP, sender="OM", text="Meer wijkagenten."))
    with story.refuses(said):
        story.does(taken_back(**what))


def test_the_finding_stands_again_without_its_reason(told: Told) -> None:
    story = told("ontwerp")
    given = ReasonGiven(
        on=ONTWERP,
        by="hoofdofficier",
        code=SENT_BEFORE_AGREEMENT,
        ground="het ontwerp is al besproken",
        step="verzending",
    )
    story.does(given)
    assert reason_for(story.state, SENT_BEFORE_AGREEMENT, ["verzending"])
    story.does(taken_back(code=SENT_BEFORE_AGREEMENT))
    assert reason_for(story.state, SENT_BEFORE_AGREEMENT, ["verzending"]) is None
    with story.refuses("akkoord ontbreekt", law=None):
        story.starts(Stage.HEARING, AGREED)
    story.does(given)
    story.starts(Stage.HEARING, ASKED)
    with story.refuses("Met deze reden is het ontwerp al naar de raden"):
        story.does(taken_back(code=SENT_BEFORE_AGREEMENT))


def test_what_was_known_at_the_adoption_stays_and_what_came_later_does_not(told: Told) -> None:
    story = told("ontwerp")
    story.does(ResponseReceived(on=ONTWERP, sender="OM", text="Meer wijkagenten."))
    for moment in ("agreed", "asked", "heard", "final", "adopted"):
        getattr(story, f"_{moment}")()
    with story.refuses("Het plan is al vastgesteld; wat daarvoor gebeurde, staat vast."):
        story.does(taken_back(report="reactie", owner="OM"))
    later = ADOPTED + ONE_DAY
    story.does(Disposed(on=later, sender="OM", disposition="Voor het jaarplan."))
    story.does(Corrected(on=later, report="verwerking", owner="OM", reason=MISTAKE))
    story.does(ResponseReceived(on=later, sender="Werkgroep", text="Mooi plan."))
    story.does(Corrected(on=later, report="reactie", owner="Werkgroep", reason=MISTAKE))
