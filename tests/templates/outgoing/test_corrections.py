# SPDX-License-Identifier: EUPL-1.2
"""Who has a letter that tells what was a mistake hears so; to others it leaves no more."""

from pathlib import Path

import pytest

from gehoord.domain.acts.report import Announced, Corrected, ThemesChosen
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.proposal.stage import Stage
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.domain.acts.test_priorities import priority
from tests.story import ADOPTED, ONE_DAY, ONTWERP, THEMES, adopted
from tests.story_in_register import StoryInRegister, ToldInRegister

MISTAKE = "het besluit was van een ander overleg"
LATER = ADOPTED + ONE_DAY


def messages(story: StoryInRegister, kind: MessageKind) -> list[Message]:
    with story.register.reading() as reader:
        return reader.all(Message, "klein", kind=kind)


def states(story: StoryInRegister, *steps: str) -> set[MessageState]:
    letters = messages(story, MessageKind.LETTER)
    return {m.state for m in letters if m.step in steps}


@pytest.fixture
def themes_told(told: ToldInRegister) -> StoryInRegister:
    """The letters about the themes wait."""
    story = told("themes")
    story.starts(Stage.THEMES, THEMES)
    return story


@pytest.fixture
def adoption_told(told: ToldInRegister) -> StoryInRegister:
    """The letters about the adoption wait: to three councils, the minister and the korpschef."""
    story = told("adopted")
    story.starts(Stage.ADOPTION, ADOPTED)
    return story


def test_a_letter_that_waits_leaves_no_more_and_nobody_is_written_to(
    themes_told: StoryInRegister,
) -> None:
    said = themes_told.does(Corrected(on=ONTWERP, step="themas", reason=MISTAKE))
    assert said == "Teruggenomen: de keuze van de thema's. De actie staat weer open."
    assert states(themes_told, "themabrief") == {MessageState.WITHDRAWN}
    assert messages(themes_told, MessageKind.CORRECTION) == []


def test_who_has_the_letter_hears_that_it_is_wrong_and_why(
    themes_told: StoryInRegister, tmp_path: Path
) -> None:
    deliver(themes_told.register, Settings(home=tmp_path))
    said = themes_told.does(Corrected(on=ONTWERP, step="themas", reason=MISTAKE))
    assert said.endswith(
        "3 ontvangers hebben al een brief en krijgen bericht dat die niet klopt: Haarlem, Hoorn en "
        "Texel."
    )
    told = messages(themes_told, MessageKind.CORRECTION)
    assert [m.recipient for m in told] == ["GM0392", "GM0405", "GM0448"]
    for message in told:
        assert message.subject == "Beleidsplan 2028-2031: eerdere brief klopt niet"
        assert "(11 maart 2027)" in message.body
        assert "Daarin staan thema's die bij vergissing zijn vastgelegd." in message.body
        assert "Het besluit was van een ander overleg." in message.attachments[0].content
        assert message.thread == "themabrief"
    themes_told.does(ThemesChosen(on=ONTWERP, themes=("Zorg",)))
    themes_told.starts(Stage.THEMES, ONTWERP)
    again = [m for m in messages(themes_told, MessageKind.LETTER) if m.edition]
    assert len(again) == 3
    assert all(m.body.startswith("Op 11 maart 2027 kreeg u hierover ook") for m in again)


def test_a_letter_about_the_same_themes_is_sent_again(
    themes_told: StoryInRegister, tmp_path: Path
) -> None:
    deliver(themes_told.register, Settings(home=tmp_path))
    themes_told.does(ThemesChosen(on=ONTWERP, themes=("Zorg",)))
    themes_told.does(Corrected(on=ONTWERP, step="themas", reason=MISTAKE))
    themes_told.does(Corrected(on=ONTWERP, step="themabrief", reason=MISTAKE))
    themes_told.starts(Stage.THEMES, ONTWERP)
    again = [m for m in messages(themes_told, MessageKind.LETTER) if m.edition]
    assert len(again) == 3
    assert all(m.subject.startswith("Opnieuw verzonden: ") for m in again)


def test_the_adviser_may_write_himself_and_reads_to_whom(
    themes_told: StoryInRegister, tmp_path: Path
) -> None:
    deliver(themes_told.register, Settings(home=tmp_path))
    said = themes_told.does(Corrected(on=ONTWERP, step="themas", reason=MISTAKE, letters="nee"))
    assert said.endswith(
        "3 ontvangers hebben al een brief die niet klopt. Schrijf dat zelf aan Haarlem, Hoorn en "
        "Texel."
    )
    assert messages(themes_told, MessageKind.CORRECTION) == []


def test_a_letter_about_the_themes_of_before_is_right(
    themes_told: StoryInRegister, tmp_path: Path
) -> None:
    """Dated back, the second choice lies before the letter; the journal knows which came first."""
    deliver(themes_told.register, Settings(home=tmp_path))
    themes_told.does(ThemesChosen(on=THEMES, themes=("Zorg",)), on=ONTWERP)
    said = themes_told.does(Corrected(on=ONTWERP, step="themas", reason=MISTAKE))
    assert "ontvangers" not in said
    assert messages(themes_told, MessageKind.CORRECTION) == []


def test_each_recipient_of_the_adoption_hears_once_that_nothing_was_adopted(
    adoption_told: StoryInRegister, tmp_path: Path
) -> None:
    deliver(adoption_told.register, Settings(home=tmp_path))
    said = adoption_told.does(Corrected(on=LATER, step="vaststelling", reason=MISTAKE))
    assert "5 ontvangers hebben al een brief" in said
    told = messages(adoption_told, MessageKind.CORRECTION)
    assert {m.recipient for m in told} == {"GM0392", "GM0405", "GM0448", "minister", "korpschef"}
    assert all("het plan is nog niet vastgesteld" in m.body for m in told)
    assert adoption_told.state.owed("toezending-minister")
    adoption_told.does(adopted(), on=LATER)
    adoption_told.does(Corrected(on=LATER, step="vaststelling", reason=MISTAKE))
    assert len(messages(adoption_told, MessageKind.CORRECTION)) == 5, "the second left nowhere"


def test_a_letter_about_the_next_adoption_is_no_letter_sent_again(
    adoption_told: StoryInRegister, tmp_path: Path
) -> None:
    deliver(adoption_told.register, Settings(home=tmp_path))
    adoption_told.does(Corrected(on=LATER, step="vaststelling", reason=MISTAKE))
    adoption_told.does(adopted(), on=LATER)
    adoption_told.starts(Stage.ADOPTION, LATER)
    anew = [m for m in messages(adoption_told, MessageKind.LETTER) if m.edition]
    assert len(anew) == 5
    assert not any(m.subject.startswith("Opnieuw verzonden") for m in anew)
    for message in anew:
        assert message.body.startswith(
            "Op 4 november 2027 kreeg u hierover ook een brief. Het besluit in die brief was bij "
            "vergissing vastgelegd en is teruggenomen. Deze brief gaat over het besluit dat nu "
            "geldt.\n\n"
        )


def test_of_an_adoption_that_was_told_to_nobody_nobody_hears(
    adoption_told: StoryInRegister,
) -> None:
    adoption_told.does(Corrected(on=LATER, step="vaststelling", reason=MISTAKE))
    told = states(
        adoption_told, "vaststellingsbrief", "toezending-minister", "toezending-korpschef"
    )
    assert told == {MessageState.WITHDRAWN}
    assert messages(adoption_told, MessageKind.CORRECTION) == []


def test_of_a_priority_each_who_read_of_it_hears(told: ToldInRegister, tmp_path: Path) -> None:
    story = told("adopted")
    story.does(priority())
    deliver(story.register, Settings(home=tmp_path))
    story.does(priority(comes=("Jeugd",), goes=("Ondermijning",)))
    said = story.does(Corrected(on=LATER, report="prioriteit", reason=MISTAKE))
    assert "ontvangers" not in said, "only the first one left"
    said = story.does(Corrected(on=LATER, report="prioriteit", reason=MISTAKE))
    assert "8 ontvangers hebben al een brief" in said
    assert len(messages(story, MessageKind.CORRECTION)) == 8


def test_an_adoption_of_which_a_letter_announced_it_to_some_stands(
    told: ToldInRegister, tmp_path: Path
) -> None:
    """Awb, art. 3:41: one letter waits to be forwarded, so no day counts yet."""
    story = told("final")
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    story.starts(Stage.ADOPTION, ADOPTED)
    adoption = story.state.adoption
    assert adoption is not None
    assert adoption.announced_on is None
    deliver(story.register, Settings(home=tmp_path))
    with story.refuses("zijn al verzonden", "alleen met een nieuw besluit"):
        story.does(Corrected(on=LATER, step="vaststelling", reason=MISTAKE))


def test_letters_that_announced_the_adoption_stand(told: ToldInRegister, tmp_path: Path) -> None:
    """Awb, art. 3:41: what was sent to the burgemeesters was announced."""
    story = told("final")
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    story.starts(Stage.ADOPTION, ADOPTED)
    deliver(story.register, Settings(home=tmp_path))
    story.does(Announced(on=LATER))
    with story.refuses("zijn al verzonden; dat kan niet worden teruggenomen", "(bekendmaking)"):
        story.does(Corrected(on=LATER, step="bekendmaking", reason=MISTAKE))
