# SPDX-License-Identifier: EUPL-1.2
"""Which documents may be made public, by what they are and by when."""

import pytest

from gehoord.domain.acts.report import Corrected, CouncilHeard, Disposed, StepDone, VersionMade
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.publicity.left_out import chosen_papers, left_out
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_paper import public_papers
from gehoord.law.woo import COUNCIL_PAPERS, GENERAL_DUTY
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.sentence import assert_sentence
from tests.story import AGREED, ASKED, FINAL, HEARD, ONTWERP, THEMES, Small, adopted, heard


def file(name: str) -> Document:
    return Document(name=f"{name} van J. Jansen.pdf", content=name.encode())


@pytest.fixture
def story(small: Small) -> StoryInMemory:
    """Until the ontwerp is agreed with; it and an earlier advice have a file."""
    story = StoryInMemory()
    story.tell(small, "opened")
    story.does(VersionMade(on=THEMES, step="advies", document=file("advies")))
    story._themes()
    story.does(VersionMade(on=ONTWERP, step="ontwerp", document=file("ontwerp")))
    story._agreed()
    return story


def titles(story: StoryInMemory) -> list[str]:
    return [paper.title for paper in public_papers(story.state)]


def answered(story: StoryInMemory) -> None:
    story.starts(Stage.HEARING, ASKED)
    said = CouncilHeard(
        on=HEARD,
        municipality="Haarlem",
        manner=Manner.COUNCIL_MEETING,
        answer=Answer.ZIENSWIJZE,
        text="Meer wijkagenten.",
        document=file("zienswijze"),
    )
    story.does(said)
    story.does(heard("Hoorn"))
    story.does(heard("Texel"))


def test_an_ontwerp_may_be_public_once_the_councils_have_it(story: StoryInMemory) -> None:
    assert titles(story) == []
    story.starts(Stage.HEARING, ASKED)
    [paper] = public_papers(story.state)
    assert paper.title == "Ontwerp van Beleidsplan 2028-2031, versie 2"
    assert (paper.on, paper.category, paper.handling[0]) == (ASKED, GENERAL_DUTY, "ontvangst")


def test_of_an_ontwerp_put_in_better_words_the_text_that_was_sent_may_be_public(
    story: StoryInMemory,
) -> None:
    better = {"wording": "Spelling verbeterd in hoofdstuk 2.", "document": file("beter")}
    story.does(VersionMade(on=AGREED, step="ontwerp", **better))
    story.starts(Stage.HEARING, ASKED)
    later = {"wording": "Nog een komma in hoofdstuk 3.", "document": file("later")}
    story.does(VersionMade(on=HEARD, step="ontwerp", **later))
    assert [paper.document for paper in public_papers(story.state)] == [file("beter").sha256]


def test_the_newest_text_may_be_public_once_it_is_adopted(story: StoryInMemory) -> None:
    answered(story)
    story.does(Disposed(on=FINAL, sender="Haarlem", disposition="Overgenomen."))
    story.does(StepDone(on=FINAL, step="verwerking"))
    story.does(VersionMade(on=FINAL, step="definitief", document=file("definitief")))
    ontwerp, zienswijze = (
        "Ontwerp van Beleidsplan 2028-2031, versie 2",
        "Zienswijze van de raad van Haarlem",
    )
    assert titles(story) == [ontwerp, zienswijze]
    story.does(adopted())
    assert titles(story) == [ontwerp, "Beleidsplan 2028-2031, zoals vastgesteld", zienswijze]
    said = public_papers(story.state)[-1]
    assert (said.on, said.category) == (HEARD, COUNCIL_PAPERS)
    assert "Jansen" not in "".join(titles(story))


def test_a_document_is_public_only_when_a_person_names_it(story: StoryInMemory) -> None:
    answered(story)
    papers = public_papers(story.state)
    assert chosen_papers(story.state, papers, ()) == ()
    key = papers[0].key
    [chosen] = chosen_papers(story.state, papers, (key.upper(),))
    assert chosen.key == key
    missing = left_out(story.state, papers, [chosen], Masking())
    assert [each.key for each in missing if not each.is_closed] == [papers[1].key]
    closed = [each.what for each in missing if each.is_closed and each.key]
    assert closed == ["bestand advies van J. Jansen.pdf"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("advies", "wordt niet openbaar: het is een stuk voor intern beraad"),
        ("iets anders", "Geen stuk heeft het kenmerk"),
    ],
)
def test_what_is_no_public_document_cannot_be_named(
    story: StoryInMemory, name: str, words: str
) -> None:
    answered(story)
    with pytest.raises(GehoordError) as refused:
        chosen_papers(story.state, public_papers(story.state), (file(name).sha256,))
    assert_sentence(str(refused.value), words)


def test_a_few_signs_name_no_document(story: StoryInMemory) -> None:
    answered(story)
    papers = public_papers(story.state)
    with pytest.raises(GehoordError, match="Geen stuk heeft het kenmerk"):
        chosen_papers(story.state, papers, (papers[0].key[:3],))


def test_a_document_that_was_withdrawn_is_none(story: StoryInMemory) -> None:
    answered(story)
    story.does(
        Corrected(on=HEARD, step="horen", owner="Haarlem", reason="Dit was de raad van Hoorn.")
    )
    assert "Zienswijze van de raad van Haarlem" not in titles(story)
    papers = public_papers(story.state)
    missing = left_out(story.state, papers, papers, Masking())
    [gone] = [each for each in missing if each.what == "bestand zienswijze van J. Jansen.pdf"]
    assert (gone.is_closed, gone.because) == (
        True,
        "het is bij vergissing vastgelegd en ingetrokken",
    )
