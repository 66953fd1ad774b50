# SPDX-License-Identifier: EUPL-1.2
"""The letter about the adoption tells each council what became of what it answered itself."""

from datetime import date

import pytest

from gehoord.domain.acts.report import Disposed, LetterReworded, Merged
from gehoord.domain.dossier.addressees import recipients
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import Rendered, letter
from gehoord.templates.outgoing.outgoing import Outgoing
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.conftest import at as at
from tests.story import ADOPTED, FINAL, adopted, heard
from tests.templates.test_nota import HOSTILE, LATE, point, says
from tests.templates.written import read

WHY = "Cyber is geen thema."


@pytest.fixture
def state(at: At) -> State:
    """Texel was answered point by point, Hoorn as a whole and late; Haarlem had nothing to say."""
    story = StoryInMemory(at("asked"))
    story.does(heard("Haarlem"))
    story.does(says("Texel", "Over jeugd en cyber."))
    story.does(says("Hoorn", "Wij steunen het plan.", LATE))
    story.does(point("Texel", "Jeugd", HOSTILE, PointOutcome.TAKEN_OVER))
    story.does(point("Texel", "Cyber", "Noem cyber", PointOutcome.NOT_TAKEN_OVER, WHY))
    story.does(Disposed(on=FINAL, sender="Hoorn", disposition="Dank: niets veranderd."))
    story._final()
    story.does(adopted())
    return story.state


def told(state: State, party: str = "raden") -> dict[str, Rendered]:
    """Return the letter about the adoption of each municipality, by its name."""
    post = Outgoing(state, ADOPTED, "adviseur@klein.example")
    planned = next(p for p in state.plan.steps if p.step.letter is Letter.ADOPTION)
    return {
        to.name: letter(Letter.ADOPTION, post.about(planned, to))
        for to in recipients(state, [party])
    }


def test_a_council_reads_each_of_its_own_points_and_no_others(state: State) -> None:
    texel = read(told(state)["Texel"].letter)
    assert f"Cyber: Noem cyber\nNiet verwerkt: {WHY}" in texel
    assert HOSTILE in texel
    assert "steunen" not in texel
    assert "Het gaat om 2 punten: 1 verwerkt en 1 niet verwerkt." in told(state)["Texel"].mail


def test_a_zienswijze_without_points_is_answered_as_a_whole_and_late_is_said(state: State) -> None:
    hoorn = read(told(state)["Hoorn"].letter)
    assert "op 8 oktober 2027 geantwoord: zienswijze. Dat was na de laatste dag." in hoorn
    assert "Dank: niets veranderd." in hoorn
    assert "Cyber" not in hoorn


def test_a_council_without_a_zienswijze_reads_how_all_were_weighed(state: State) -> None:
    haarlem = told(state)["Haarlem"]
    assert "U kunt dat overzicht bij mij opvragen." in read(haarlem.letter)
    assert "wat er met de zienswijzen is gedaan" in " ".join(haarlem.mail.split())


def test_the_burgemeester_reads_it_of_his_own_council_and_an_office_of_none(state: State) -> None:
    assert "Uw raad heeft op 16 september 2027" in read(
        told(state, "burgemeesters")["Texel"].letter
    )
    [office] = told(state, "korpschef").values()
    assert "Noem cyber" not in office.letter


def test_own_words_of_the_adviser_still_take_the_place_of_that_passage(state: State) -> None:
    story = StoryInMemory(state)
    words = {"letter": "vaststelling", "passage": "zienswijzen", "text": "Wij bellen u hierover."}
    story.does(LetterReworded(on=ADOPTED, **words))
    said = read(told(story.state)["Texel"].letter)
    assert "Wij bellen u hierover." in said
    assert "Noem cyber" not in said


def test_a_merged_municipality_reads_what_its_predecessors_answered(state: State) -> None:
    """Split or merged, each successor reads it, and whose it was; nobody else does."""
    story, day = StoryInMemory(state), date(2027, 11, 5)
    story.does(Merged(on=day, ceased=("Texel", "Hoorn"), code="GM9999", name="Nieuwstad"))
    nieuwstad = told(story.state)["Nieuwstad"]
    said = read(nieuwstad.letter)
    assert "De gemeenteraad van Texel heeft op 16 september 2027 geantwoord: zienswijze." in said
    assert f"Cyber: Noem cyber\nNiet verwerkt: {WHY}" in said
    assert "De gemeenteraad van Hoorn heeft op 8 oktober 2027 geantwoord: zienswijze." in said
    assert "Het gaat om 2 punten" in nieuwstad.mail
    assert "ook die van voor de herindeling" in " ".join(nieuwstad.mail.split())
    assert "Noem cyber" not in told(story.state)["Haarlem"].letter
