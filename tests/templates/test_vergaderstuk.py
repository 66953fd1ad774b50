# SPDX-License-Identifier: EUPL-1.2
"""The paper of the meeting that adopts: what lies before it, and what stands open."""

import re
from html import unescape

from gehoord.domain.acts.report import Instructed, PlanChanged, VersionMade
from gehoord.domain.dossier.document import Document
from gehoord.domain.proposal.step import Part
from gehoord.templates.vergaderstuk import vergaderstuk_document
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_assenting import WITH_DAY, said
from tests.domain.conftest import at as at
from tests.story import ADOPTED, FINAL, ONE_DAY, adopted

PLAN = Document(name="definitief.pdf", content=b"%PDF")


def words(story: StoryInMemory) -> str:
    html = vergaderstuk_document(story.state, ADOPTED)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.split("<main>")[1])).split())


def test_it_says_what_is_asked_and_never_that_it_was_decided_before_it_is(at: At) -> None:
    """Of what must be prevented: number 32."""
    story = StoryInMemory(at("heard"))
    story.does(VersionMade(on=FINAL, step="definitief", document=PLAN))
    before = words(story)
    assert "Er is nog niets vastgesteld." in before
    assert "RBOP, donderdag 4 november 2027" in before
    assert "is vastgesteld" not in before
    assert "worden gevraagd" in before
    assert f"bestand 'definitief.pdf'; SHA-256 {PLAN.sha256}" in before
    assert "Gehoord: 3 van 3" in before
    assert "Texel 16 september 2027 ontwerp van 3 juni 2027" in before
    assert "De doelstellingen van de minister staan in het plan." in before
    assert "Er is nog niet vastgelegd wie instemt." in before
    story.does(adopted())
    assert "Het plan is op 4 november 2027 vastgesteld." in words(story)


def test_after_a_change_the_paper_still_has_the_plan_that_lay_before_the_meeting(at: At) -> None:
    story = StoryInMemory(at("heard"))
    story.does(VersionMade(on=FINAL, step="definitief", document=PLAN))
    story.does(adopted())
    story.does(Instructed(on=ADOPTED, heard_on=ADOPTED, text="Neem de doelen op."))
    story.does(PlanChanged(on=ADOPTED + ONE_DAY, basis="aanwijzing"))
    assert "Het plan: versie 2, definitieve versie opleveren" in words(story)
    assert "versie 3" not in words(story)


def test_what_stands_open_is_in_it_with_its_weight(at: At) -> None:
    story = StoryInMemory(at("heard"))
    story.does(VersionMade(on=FINAL, step="definitief", contains=(Part.OBJECTIVES,)))
    story.does(said(WITH_DAY, "Hoorn; afwezig", others=True))
    text = words(story)
    assert "Zonder die verdeling kan het plan niet worden vastgesteld." in text
    assert "Dit besluit kan nu nog niet worden genomen" in text
    assert "(deel-ontbreekt;" in text
    assert "(voorwaarde-open;" in text
    assert "Hoorn afwezig geen instemming" in text
    assert "de wijkagent blijft; weg te nemen door korpschef, uiterlijk 1 december 2027" in text


def test_a_council_that_was_not_heard_is_not_said_to_be(at: At) -> None:
    text = words(StoryInMemory(at("asked")))
    assert "Gehoord: 0 van 3" in text
    assert text.count("nog niet gehoord") >= 3
