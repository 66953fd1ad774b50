# SPDX-License-Identifier: EUPL-1.2
"""A letter in the adviser's own words: a passage or the whole, with the facts kept right."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from gehoord.domain.acts.report import Corrected, LetterheadGiven, LetterReworded
from gehoord.domain.dossier.own_words import OF_MAIL, PASSAGES, Passage, newest
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
    assert set(PASSAGES[letter][2:]) - set(headed) - set(OF_MAIL) <= of_parts


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
    for text in ("Uiterlijk [dag].", "[ ]", "[LAATSTE DAG]", "[c.plan]"):
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


def test_a_placeholder_is_read_across_the_end_of_a_line_and_with_a_capital(told: Told) -> None:
    story = told("opened")
    story.does(words("Antwoord voor [laatste\ndag]. [Raad] wordt gehoord."))
    [kept] = newest(story.state.own_words).values()
    assert kept.text == "Antwoord voor [laatste dag]. [Raad] wordt gehoord."


@pytest.mark.parametrize("text", ["voor [laatste", "dag] is het", "de [[raad]]", "[raad [plan]"])
def test_a_bracket_that_is_left_over_is_refused(told: Told, text: str) -> None:
    with told("opened").refuses("haak"):
        told("opened").does(words(text))


@pytest.mark.parametrize("passage", [Passage.WHOLE, Passage.REQUEST])
def test_the_letter_with_the_ontwerp_says_until_when_a_council_can_answer(
    told: Told, passage: Passage
) -> None:
    """Politiewet 2012, art. 38b lid 2."""
    story = told("opened")
    asks = {"on": ASKED, "letter": Letter.ONTWERP, "passage": passage}
    with story.refuses("[laatste dag]", law="Politiewet 2012, art. 38b lid 2"):
        story.does(LetterReworded(text="Hierbij het ontwerp.", **asks))
    said = story.does(LetterReworded(text="Bespreek het, uiterlijk [laatste dag].", **asks))
    assert ("wat telt als horen (Politiewet 2012, art. 38b lid 2)" in said) is (
        passage is Passage.WHOLE
    )


def test_the_mail_is_said_otherwise_too_and_its_subject_is_one_line(told: Told) -> None:
    story = told("opened")
    said = story.does(words("Beste griffie, hierbij de brief voor [raad].", Passage.MAIL))
    assert said.startswith("De mail bij de brief 'proces' zegt uw woorden")
    assert said.endswith("Mail uzelf een proef op uw pagina van de balie, onder Brieven.")
    with story.refuses("één regel"):
        story.does(words("Een regel\nen nog een", Passage.MAIL_SUBJECT))
    story.does(words("Het [plan] voor [gemeente]", Passage.MAIL_SUBJECT))
    with story.refuses("geen feit dat Gehoord kent"):
        story.does(words("Uw pagina: [uw-eigen-sleutel]", Passage.MAIL))
    assert list(newest(story.state.own_words)) == ["proces: mail", "proces: mailonderwerp"]
    story.does(
        Corrected(on=ASKED, report="brieftekst", owner="proces: mail", reason="dat klopt niet")
    )
    assert list(newest(story.state.own_words)) == ["proces: mailonderwerp"]


def test_a_character_that_cannot_be_set_is_refused_and_named() -> None:
    with pytest.raises(ValidationError, match="het teken '🙏' kan niet op papier"):
        words("Dank 🙏")
    with pytest.raises(ValidationError, match=r"niet te zien is \(U\+E000\)"):
        LetterheadGiven(on=ASKED, signatory="Naam\ue000")
