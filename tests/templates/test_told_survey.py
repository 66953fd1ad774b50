# SPDX-License-Identifier: EUPL-1.2
"""What pages say of the survey: who answered, in how many municipalities, and which plan is old."""

from datetime import date

from gehoord.domain.acts.report import GoalsSet
from gehoord.templates.links import Links
from gehoord.templates.standing.survey import survey
from gehoord.templates.told_survey import told_survey
from tests.domain.acts.surveyed import answered, opened_with_survey, surveyed, together
from tests.story import Small

LINKS = Links("http://127.0.0.1:4200", {"melden-lokale-prioriteiten": "7f"})


def test_nothing_is_told_where_nobody_is_asked_and_every_plan_holds(small: Small) -> None:
    state = opened_with_survey(small, steps="").state
    assert not told_survey(state).is_known
    assert survey(state, LINKS) == []


def test_subjects_are_told_by_the_number_of_municipalities(small: Small) -> None:
    story = surveyed(small)
    story.does(together("Jeugd", "Jeugdoverlast", "Overlast door jeugd"))
    told = told_survey(story.state)
    assert told.answered == "Lokale prioriteiten: 3 van 3 gemeenten"
    assert told.waiting == ()
    assert [(s.name, s.number, s.municipalities) for s in told.subjects[:2]] == [
        ("Cybercrime", 2, "Haarlem, Hoorn"),
        ("Jeugd", 2, "Haarlem, Texel"),
    ]
    assert told.goals == ()


def test_who_is_waited_for_and_whose_plan_does_not_hold_is_told_by_name(small: Small) -> None:
    """Politiewet 2012, art. 38b lid 1; the themes are chosen on 11 March 2027."""
    story = opened_with_survey(small)
    story.does(answered("Haarlem", "Jeugd"))
    story.does(GoalsSet(on=date(2023, 3, 10), municipality="Texel"))
    text = "\n".join(survey(story.state, LINKS))
    assert "## Lokale prioriteiten: 1 van 3 gemeenten" in text
    assert "Nog niet: Hoorn en Texel. [Meld wat zij doorgeven](http" in text
    assert "| Texel | 10 maart 2023 | ouder dan vier jaar |" in text
