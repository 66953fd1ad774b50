# SPDX-License-Identifier: EUPL-1.2
"""The subject of a mail leaves as the adviser typed it: it is not cut, and nothing is before it."""

from dataclasses import replace

import pytest

from gehoord.domain.acts.mail_subject import longest_facts
from gehoord.domain.acts.report import LetterReworded
from gehoord.domain.dossier.message import LONGEST_SUBJECT
from gehoord.domain.dossier.own_words import PLACEHOLDERS, Passage, newest
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import letter
from gehoord.templates.fields import correspondence
from tests.story import ASKED, Story, Told


def subject(text: str) -> LetterReworded:
    return LetterReworded(on=ASKED, letter=Letter.PROCESS, passage=Passage.MAIL_SUBJECT, text=text)


def in_mail(story: Story, to: str) -> str:
    c = replace(correspondence(story.state, ASKED), recipient=to, to="griffies")
    return letter(Letter.PROCESS, c).subject


def test_a_subject_that_is_kept_is_not_cut_once_its_facts_are_filled_in(told: Told) -> None:
    story = told("opened")
    facts = longest_facts(story.state)
    assert set(facts) == set(PLACEHOLDERS)
    room = LONGEST_SUBJECT - len(f"Proces voor {facts['gemeente']}: {facts['plan']} ")
    with story.refuses(f"met de feiten ingevuld, {LONGEST_SUBJECT + 1} tekens", "korter"):
        story.does(subject(f"Proces voor [gemeente]: [plan] {'w' * (room + 1)}"))
    story.does(subject(f"Proces voor [gemeente]: [plan] {'w' * room}"))
    for municipality in story.state.municipalities:
        assert in_mail(story, municipality.name).endswith("w" * room)


@pytest.mark.parametrize("typed", ["Onderwerp: hallo", "onderwerp:Onderwerp: hallo", "hallo"])
def test_the_word_onderwerp_is_no_part_of_a_subject(told: Told, typed: str) -> None:
    story = told("opened")
    story.does(subject(typed))
    [kept] = newest(story.state.own_words).values()
    assert kept.text == "hallo"
    assert in_mail(story, "Texel") == "hallo"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Een regel\nen nog een", "is één regel"),
        ("x" * 141, "kan 141 tekens lang worden"),
        ("Onderwerp: ", "Typ een onderwerp"),
    ],
)
def test_what_is_no_subject_is_refused_with_what_to_do(told: Told, typed: str, words: str) -> None:
    with told("opened").refuses(words):
        told("opened").does(subject(typed))
