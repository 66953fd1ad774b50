"""A letter in the adviser's own words: a passage or the whole, with the facts kept right."""

import re
from pathlib import Path

import pytest

from gehoord.domain.acts.report import Corrected, LetterReworded
from gehoord.domain.dossier.own_words import PASSAGES, Passage, newest
from gehoord.domain.proposal.step import Letter
from tests.story import ASKED, Told

LETTERS = Path(__file__).parents[3] / "templates" / "letters"


def words(text: str, passage: Passage = Passage.PLANNING) -> LetterReworded:
    return LetterReworded(on=ASKED, letter=Letter.PROCESS, passage=passage, text=text)


def headings(template: Path) -> list[str]:
    return re.findall(r'<h2 id="(\w+)">', template.read_text(encoding="utf-8"))


@pytest.mark.parametrize("letter", Letter)
def test_every_heading_of_a_letter_is_a_passage(letter: Letter) -> None:
    template = (LETTERS / f"{letter}.html.j2").read_text(encoding="utf-8")
    headed = headings(LETTERS / f"{letter}.html.j2")
    assert template.count("<h2") == len(headed)
    of_parts = {name for part in LETTERS.glob("_*.j2") for name in headings(part)}
    assert set(headed) <= set(PASSAGES[letter][2:])
    assert set(PASSAGES[letter][2:]) - set(headed) <= of_parts


def test_the_newest_words_count_until_they_are_taken_back(told: Told) -> None:
    story = told("opened")
    for text in ("Eerst dit.", "Dan dit: [laatste dag]."):
        story.does(words(text))
    back = Corrected(on=ASKED, report="brieftekst", reason="dat klopt toch niet")
    for left in ({"proces: planning": "Eerst dit."}, {}):
        story.does(back)
        assert {called: w.text for called, w in newest(story.state.own_words).items()} == left
    with story.refuses("Er is geen brieftekst"):
        story.does(back)


def test_a_placeholder_that_is_none_is_refused_with_those_there_are(told: Told) -> None:
    story = told("opened")
    for text in ("Uiterlijk [dag].", "[ ]", "[Laatste dag]", "[c.plan]"):
        with story.refuses("geen feit dat Gehoord kent", "[laatste dag]", "[vaststelling]"):
            story.does(words(text))


def test_the_same_words_and_a_passage_of_another_letter_are_refused(told: Told) -> None:
    story = told("opened")
    story.does(words("Dit is het."))
    with story.refuses("Dat staat al zo"):
        story.does(words("Dit is het."))
    with story.refuses("geen passage 'beroep'", "planning"):
        story.does(words("x", Passage.APPEAL))


def test_how_to_appeal_is_not_said_otherwise(told: Told) -> None:
    """Awb, art. 3:45 lid 1."""
    story = told("opened")
    for passage in (Passage.WHOLE, Passage.APPEAL):
        report = LetterReworded(on=ASKED, letter=Letter.ANNOUNCEMENT, passage=passage, text="x")
        with story.refuses("in beroep", law="Algemene wet bestuursrecht, art. 3:45 lid 1"):
            story.does(report)
