# SPDX-License-Identifier: EUPL-1.2
"""What is recorded of the first half stands on the card of the step that it belongs to."""

import pytest

from gehoord.domain.acts.report import (
    Corrected,
    Polled,
    SafetyPictureMade,
    SurveyAnswered,
    ThemesChosen,
)
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.poll import PollStage
from gehoord.domain.outgoing.story import stories
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.register import Register
from gehoord.templates.story.events import told as told_line
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.test_reported import CHOICE, CHOSE, LATER, LIST, STEPS
from tests.story import OPENED, Small
from tests.story_in_register import StoryInRegister
from tests.tables_of_strength import of_s002, reported

MORE = """
[[stap]]
id = "uitvraag"
titel = "lokale prioriteiten vragen"
fase = "themas"
soort = "raadpleging"
actiehouder = "burgemeesters"
wanneer = "1 februari 2027"
melding = "lokale-prioriteiten"

[[stap]]
id = "beeld"
titel = "veiligheidsbeeld opstellen"
fase = "themas"
soort = "mijlpaal"
actiehouder = "adviseur"
wanneer = "1 februari 2027"
melding = "veiligheidsbeeld"

[[stap]]
id = "peiling"
titel = "prioriteiten peilen"
fase = "themas"
soort = "raadpleging"
actiehouder = "adviseur"
wanneer = "1 februari 2027"
melding = "peiling"

"""
WHY = "de verkeerde telling"


@pytest.fixture
def story(register: Register, small: Small) -> StoryInRegister:
    story = StoryInRegister(register)
    text = small[2] + MORE + STEPS.removesuffix("[[stap]]\n")
    story.opens((proposal_of(text), small[1], text))
    return story


def lines(story: StoryInRegister, step: str, council: str = "") -> list[str]:
    """Return what stands on the card of a step, after that it came into the plan."""
    state = story.state
    [action] = [a for a in state.actions.where(step=step) if council in (a.municipality or "")]
    with story.register.reading() as reader:
        found = stories(state, recorded(reader, "klein"), fates(reader, "klein"), OPENED)
    said = [told_line(event, names(state)).text for event in found[action.id].events]
    return [line.partition(": ")[2] for line in said if "in het plan" not in line]


def test_each_report_stands_on_the_cards_of_its_own_step(story: StoryInRegister) -> None:
    story.does(LIST)
    story.does(CHOICE)
    story.does(SafetyPictureMade(on=CHOSE, maker="politie", themes=("Drugs", "Zorg")))
    story.does(SurveyAnswered(on=CHOSE, municipality="Hoorn", priorities=("Jeugd", "Verkeer")))
    story.does(ThemesChosen(on=LATER, themes=("Drugs", "Zorg")))
    story.does(reported(of_s002(), LATER))
    assert lines(story, "lijst")[:2] == [
        "lijst van 3 kandidaten: Drugs; Fraude; Zorg.",
        "gedaan (melding 'kandidaten').",
    ]
    assert lines(story, "kiezen")[0] == "keuze van RBOP: Drugs; Zorg."
    assert lines(story, "beeld")[0] == "veiligheidsbeeld van politie: Drugs; Zorg."
    assert "prioriteiten van Hoorn: Jeugd; Verkeer." in lines(story, "uitvraag", "GM0405")
    assert not any("Hoorn" in line for line in lines(story, "uitvraag", "GM0448"))
    assert "gekozen thema's: Drugs; Zorg." in lines(story, "themas")
    table = "sterkteverdeling 1 (voorlopig, per 1 augustus 2018): 3.494,60 fte, waarvan 298 wij"
    for step in ("ontwerp", "definitief"):
        assert [line for line in lines(story, step) if line.startswith(table)]


def test_an_interim_count_that_closes_nothing_is_told_and_so_is_that_it_was_wrong(
    story: StoryInRegister,
) -> None:
    story.does(Polled(on=CHOSE, stage=PollStage.INTERIM, respondents=60))
    story.does(Corrected(on=LATER, report="peiling", reason=WHY))
    assert [line for line in lines(story, "peiling") if "peiling" in line] == [
        "telling van de peiling (tussenstand), 60 respondenten.",
        "teruggenomen: telling van de peiling (tussenstand).",
    ]
