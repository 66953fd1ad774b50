# SPDX-License-Identifier: EUPL-1.2
"""The safety picture is kept with its maker, its day and its themes (S003: twelve)."""

import hashlib

from gehoord.domain.acts.report import Corrected, SafetyPictureMade
from gehoord.domain.acts.safety_picture import newest_picture
from gehoord.domain.dossier.document import Document
from gehoord.templates.standing.safety_picture import safety_picture
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.surveyed import AGAIN, FIRST, opened_with_survey
from tests.story import Small

STEP = """
[[stap]]
id = "evb"
titel = "veiligheidsbeeld opleveren"
fase = "themas"
soort = "mijlpaal"
actiehouder = "rbop"
melding = "veiligheidsbeeld"
wanneer = "26 februari 2027"
"""
TWELVE = tuple(f"Ontwikkeling {number}" for number in range(1, 13))
FILE = Document(name="evb.pdf", content=b"%PDF-1.7 beeld")


def made(**more: object) -> SafetyPictureMade:
    said = {"on": FIRST, "maker": "DRIO", "themes": TWELVE, **more}
    return SafetyPictureMade.model_validate(said)


def test_it_is_kept_with_its_file_and_closes_the_step(small: Small) -> None:
    story = opened_with_survey(small, STEP)
    said = story.does(made(document=FILE))
    assert said == "Veiligheidsbeeld van DRIO vastgelegd, met 12 thema's."
    picture = newest_picture(story.state)
    assert picture is not None
    assert picture.document == hashlib.sha256(FILE.content).hexdigest()
    assert picture.themes == TWELVE
    assert story.state.is_done("evb")
    assert "- Ontwikkeling 12" in safety_picture(story.state)


def test_a_newer_one_counts_until_it_is_taken_back(small: Small) -> None:
    story = opened_with_survey(small, STEP)
    with story.refuses("Er is geen veiligheidsbeeld vastgelegd"):
        story.does(taken_back())
    empty = as_it_reads(story.state)
    story.does(made())
    once = as_it_reads(story.state)
    story.does(made(on=AGAIN, themes=("Drugs",)))
    newest = newest_picture(story.state)
    assert newest is not None
    assert newest.themes == ("Drugs",)
    story.does(taken_back())
    assert as_it_reads(story.state) == once
    story.does(taken_back())
    assert as_it_reads(story.state) == empty


def test_after_the_adoption_it_counts_no_more(at: At) -> None:
    story = StoryInMemory(at("adopted"))
    with story.refuses("Het plan is al vastgesteld"):
        story.does(made())


def taken_back() -> Corrected:
    why = "dat was het beeld van vorig jaar"
    return Corrected(on=AGAIN, report="veiligheidsbeeld", reason=why)
