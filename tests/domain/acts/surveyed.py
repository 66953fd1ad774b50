# SPDX-License-Identifier: EUPL-1.2
"""The small dossier with two surveys of local priorities: before the themes, and with the 70%."""

from datetime import date

from gehoord.domain.acts.report import Clustered, SurveyAnswered
from tests.conftest import read_day
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small

FIRST = read_day("Thu 2027-02-11")
AGAIN = read_day("Thu 2027-04-29")
STEPS = """
[[stap]]
id = "uitvraag"
titel = "lokale prioriteiten doorgeven"
fase = "themas"
soort = "raadpleging"
actiehouder = "ambtenaren-oov"
melding = "lokale-prioriteiten"
wanneer = { van = "1 februari 2027", tot_en_met = "26 februari 2027" }

[[stap]]
id = "uitvraag-opnieuw"
titel = "zeggen of de prioriteiten veranderd zijn"
fase = "ontwerpen"
soort = "raadpleging"
actiehouder = "ambtenaren-oov"
melding = "lokale-prioriteiten"
wanneer = { van = "12 april 2027", tot_en_met = "14 mei 2027" }
na = ["uitvraag"]
"""
SAID = {
    "Haarlem": ("Ondermijning", "Jeugdoverlast", "Cybercrime"),
    "Hoorn": ("Aanpak ondermijnende criminaliteit", "Cybercrime"),
    "Texel": ("Verkeersveiligheid", "Overlast door jeugd"),
}


def opened_with_survey(small: Small, steps: str = STEPS) -> StoryInMemory:
    text = small[2] + steps
    story = StoryInMemory()
    story.opens((proposal_of(text), small[1], text))
    return story


def surveyed(small: Small) -> StoryInMemory:
    """Everybody answered the first time."""
    story = opened_with_survey(small)
    for name, priorities in SAID.items():
        story.does(answered(name, *priorities))
    return story


def answered(name: str, *priorities: str, on: date = FIRST, source: str = "") -> SurveyAnswered:
    return SurveyAnswered(on=on, municipality=name, priorities=priorities, source=source)


def together(name: str, *wordings: str, on: date = FIRST) -> Clustered:
    return Clustered(on=on, name=name, wordings=wordings)
