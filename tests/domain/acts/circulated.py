# SPDX-License-Identifier: EUPL-1.2
"""The small dossier with a 70% and an 85% version that go to be read, as in S003."""

from gehoord.domain.acts.report import (
    Report,
    ResponseReceived,
    ReviewAsked,
    ReviewersNamed,
    VersionMade,
)
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.zienswijze import Stance
from tests.conftest import read_day
from tests.domain.acts.recorded import proposal_of
from tests.story import Small, Story

FIRST = read_day("Thu 2027-04-08")
SECOND = read_day("Thu 2027-05-27")
UNTIL = read_day("Thu 2027-05-13")
UNTIL_85 = read_day("Thu 2027-06-03")
STEPS = """
[[stap]]
id = "concept-85"
titel = "85%-versie opleveren"
fase = "ontwerpen"
soort = "versie"
actiehouder = "adviseur"
wanneer = "27 mei 2027"
na = ["raadpleging-70"]
volledigheid = 85

[[stap]]
id = "raadpleging-85"
titel = "critici de 85%-versie laten meelezen"
fase = "ontwerpen"
soort = "raadpleging"
actiehouder = "adviseur"
wanneer = { van = "27 mei 2027", tot_en_met = "3 juni 2027" }
na = ["concept-85"]
"""
OF_70 = Document(name="IMV 70%.pdf", media_type="application/pdf", content=b"%PDF-70")
OF_85 = Document(name="IMV 85%.pdf", media_type="application/pdf", content=b"%PDF-85")
READERS = ("Programmamanager OM; om@om.example", "GGD; ggd@ggd.example", "Jeugdzorg; j@z.example")


def drafted(story: Story, small: Small) -> Story:
    """Three read along, and the 70% version is there."""
    text = small[2] + STEPS
    story.opens((proposal_of(text), small[1], text))
    story.does(ReviewersNamed(on=FIRST, lines=READERS))
    story.does(VersionMade(on=FIRST, step="concept-70", document=OF_70))
    return story


def read_once(story: Story, small: Small) -> Story:
    """The 70% version went out, two responded of whom one was critical, and the 85% is there."""
    drafted(story, small)
    for report in (asked(), responded("ggd"), responded("Programmamanager OM", None)):
        story.does(report)
    changed = "Hoofdstuk 3 is herschreven."
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_85, changed=changed))
    return story


def asked(*who: str, **more: object) -> ReviewAsked:
    return ReviewAsked.model_validate({"on": FIRST, "step": "raadpleging-70", "who": who, **more})


def asked_again(*who: str, **more: object) -> ReviewAsked:
    return asked(*who, **{"on": SECOND, "step": "raadpleging-85", **more})


def responded(sender: str, stance: Stance | None = Stance.CRITICAL, **more: object) -> Report:
    said = {"on": UNTIL, "sender": sender, "text": "Dit mis ik.", "stance": stance}
    return ResponseReceived.model_validate({**said, **more})
