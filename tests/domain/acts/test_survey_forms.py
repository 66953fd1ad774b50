# SPDX-License-Identifier: EUPL-1.2
"""A municipality answers on its own page, whoever of it opens that, until the themes are chosen."""

import pytest

from gehoord.domain.acts.party_form import PartyForm
from gehoord.domain.acts.party_forms import party_form
from gehoord.domain.acts.party_reports import left_empty, party_reports
from gehoord.domain.acts.report import SurveyAnswered, ThemesChosen
from gehoord.domain.dossier.state import State
from tests.domain.acts.surveyed import AGAIN, FIRST, answered, opened_with_survey, surveyed
from tests.domain.acts.test_party_form import access
from tests.story import THEMES, Small

NAME = "lokale-prioriteiten"


def form(state: State, recipient: str) -> PartyForm | None:
    return party_form(state, access(recipient), NAME, FIRST)


@pytest.mark.parametrize("who", ["GM0392", "burgemeesters GM0392", "ambtenaren-oov GM0392"])
def test_each_party_of_a_municipality_can_answer_for_it(small: Small, who: str) -> None:
    story = opened_with_survey(small)
    asked = form(story.state, who)
    assert asked is not None
    assert asked.filled == {}
    assert "prioriteiten" in left_empty(asked, {})
    said = {"prioriteiten": "1. Ondermijning\n2. Jeugd", "bron": "IVP"}
    [report] = party_reports(asked, story.state, said, "griffie van Haarlem", FIRST)
    assert isinstance(report, SurveyAnswered)
    assert report.priorities == ("Ondermijning", "Jeugd")
    story.does(report)
    assert len(story.state.owed("uitvraag")) == 2


@pytest.mark.parametrize("who", ["rbop", "regioburgemeester", "adviseur"])
def test_nobody_else_can(small: Small, who: str) -> None:
    assert form(opened_with_survey(small).state, who) is None


def test_what_was_said_stands_in_it_and_sent_in_again_nothing_changed(small: Small) -> None:
    story = surveyed(small)
    again = form(story.state, "GM0392")
    assert again is not None
    assert again.filled["prioriteiten"] == "Ondermijning\nJeugdoverlast\nCybercrime"
    [report] = party_reports(again, story.state, again.filled, "griffie van Haarlem", AGAIN)
    assert "niet veranderd" in story.does(report)


def test_once_the_themes_are_chosen_it_comes_back_only_when_asked_anew(small: Small) -> None:
    story = surveyed(small)
    story.does(ThemesChosen(on=THEMES, themes=("Jeugd",)))
    assert form(story.state, "GM0392") is not None
    story.does(answered("Haarlem", on=AGAIN))
    assert form(story.state, "GM0392") is None
