# SPDX-License-Identifier: EUPL-1.2
"""Themes are not chosen on priorities that nobody knows (S003)."""

from datetime import date

from gehoord.domain.acts.report import ThemesChosen
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.state import State
from tests.domain.acts.surveyed import FIRST, answered, opened_with_survey
from tests.domain.checks.cases import of_code
from tests.story import THEMES, Small

OVER = date(2027, 2, 27)


def told(state: State, on: date = OVER) -> list[str]:
    found = findings(Case.of_dossier(state, on))
    return [finding.text for finding in of_code("prioriteiten-onbekend", found)]


def test_who_did_not_answer_is_named_once_the_survey_is_over(small: Small) -> None:
    story = opened_with_survey(small)
    story.does(answered("Haarlem", "Jeugd"))
    assert told(story.state, FIRST) == []
    assert told(story.state) == [
        "De prioriteiten zijn niet bekend van Hoorn en Texel. De thema's worden gekozen op 11 "
        "maart 2027."
    ]


def test_nothing_is_said_once_all_answered_or_the_themes_are_chosen(small: Small) -> None:
    story = opened_with_survey(small)
    chosen = opened_with_survey(small)
    for name in ("Haarlem", "Hoorn", "Texel"):
        story.does(answered(name, "Jeugd"))
    chosen.does(ThemesChosen(on=THEMES, themes=("Jeugd",)))
    assert told(story.state) == []
    assert told(chosen.state, THEMES) == []
