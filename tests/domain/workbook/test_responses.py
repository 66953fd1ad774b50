# SPDX-License-Identifier: EUPL-1.2
"""What others said, and what is done with it: each at its own row, in turn."""

import pytest

from gehoord.domain.acts.report import (
    AnswerSupplemented,
    Corrected,
    CouncilHeard,
    Disposed,
    ResponseReceived,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.grid import Cell
from gehoord.domain.workbook.judging import Judged
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Cells, Filling
from tests.sentence import assert_sentence
from tests.story import ASKED, FINAL, HEARD, ONE_DAY

REACTIES = "Reacties"
WEIGHED: Cells = {"Verwerking": "Overgenomen in hoofdstuk 3.", "Verwerkt op": FINAL}
NEW: dict[str, Cell] = {"Van wie": "OM", "Ontvangen op": "16-9-2027", "Tekst": "Hoofdstuk 2."}

RECORDED: Cells = NEW | {"Ontvangen op": ASKED}
"""A new row that says what the prosecution said, as it was recorded."""
NOTHING = Judged((), (), ())


@pytest.fixture
def story(at: At) -> StoryInMemory:
    """Texel gave a zienswijze and added to it, and the prosecution responded."""
    story = StoryInMemory(at("asked"))
    story.does(CouncilHeard(on=HEARD, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Een."))
    added = HEARD + ONE_DAY
    story.does(
        AnswerSupplemented(on=added, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Twee.")
    )
    story.does(ResponseReceived(on=ASKED, sender="OM", text="Hoofdstuk 2."))
    return story


def faults(filling: Filling, state: State) -> list[str]:
    said = [str(fault) for fault in filling.judged(state, FINAL).faults]
    for sentence in said:
        assert_sentence(sentence, "Blad 'Reacties'")
    return said


def test_what_is_done_with_each_is_recorded_at_its_own_row(story: StoryInMemory) -> None:
    filling = Filling(story.state, FINAL)
    for row, number in ((1, "Een"), (2, "Twee"), (3, "Drie")):
        filling.rows[REACTIES][row][4:6] = [f"{number} overgenomen.", FINAL]
    found = filling.judged(story.state, FINAL)
    assert (len(found.reports), found.faults) == (3, ())
    for report in found.reports:
        story.does(report)
    done = [z.disposition for z in story.state.zienswijzen]
    done += [r.disposition for r in story.state.responses]
    assert [words.split()[0] for words in done] == ["Een", "Twee", "Drie"]
    assert Filling(story.state, FINAL).judged(story.state, FINAL).reports == ()


def test_a_later_one_of_the_same_sender_waits_for_the_earlier(story: StoryInMemory) -> None:
    filling = Filling(story.state, FINAL)
    filling.rows[REACTIES][2][4:6] = ["Overgenomen.", FINAL]
    [said] = faults(filling, story.state)
    assert "vul eerst in wat is gedaan met wat Texel op 16 september 2027 zei" in said


def test_what_is_done_with_it_stands(story: StoryInMemory) -> None:
    story.does(Disposed(on=FINAL, sender="OM", disposition="Overgenomen."))
    filling = Filling(story.state, FINAL).fill(REACTIES, "OM", {"Verwerking": "Niet overgenomen."})
    [said] = faults(filling, story.state)
    assert "zet 'Overgenomen.' terug, of neem het eerst terug met een herstel" in said


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Verwerking": "Overgenomen."}, "vul de dag in"),
        ({"Verwerkt op": FINAL}, "vul in wat ermee is gedaan"),
        ({**WEIGHED, "Verwerkt op": ASKED - ONE_DAY}, "kwam pas op 17 juni 2027"),
        ({"Tekst": "Iets anders."}, "alleen om te lezen"),
    ],
)
def test_half_a_disposition_is_none(story: StoryInMemory, cells: Cells, words: str) -> None:
    [said] = faults(Filling(story.state, FINAL).fill(REACTIES, "OM", cells), story.state)
    assert words in said


def test_a_new_row_is_a_new_response_and_only_once(story: StoryInMemory) -> None:
    filling = Filling(story.state, FINAL).add(REACTIES, NEW)
    [report] = filling.judged(story.state, FINAL).reports
    assert isinstance(report, ResponseReceived)
    assert (report.sender, report.on, report.text) == ("OM", HEARD, "Hoofdstuk 2.")
    story.does(report)
    assert filling.judged(story.state, FINAL).reports == ()
    assert len(faults(filling.add(REACTIES, NEW), story.state)) == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Verwerking": "Overgenomen."}, "in een nieuw bestand"),
        ({"Verwerkt op": FINAL}, "in een nieuw bestand"),
        ({"Soort": "zienswijze"}, "op het blad 'Raden'"),
    ],
)
def test_what_is_filled_in_on_a_row_that_was_new_is_not_dropped(
    story: StoryInMemory, cells: Cells, words: str
) -> None:
    assert Filling(story.state, FINAL).add(REACTIES, RECORDED).judged(story.state, FINAL) == NOTHING
    [said] = faults(Filling(story.state, FINAL).add(REACTIES, RECORDED | cells), story.state)
    assert words in said


def test_a_response_that_was_taken_back_does_not_come_back_with_its_file(
    story: StoryInMemory,
) -> None:
    filling = Filling(story.state, FINAL).add(REACTIES, NEW)
    [report] = filling.judged(story.state, FINAL).reports
    story.does(report)
    story.does(Corrected(on=FINAL, report="reactie", owner="OM", reason="Van een ander dossier."))
    [said] = faults(filling, story.state)
    assert "deze reactie is teruggenomen op 28 oktober 2027; haal de regel weg" in said


def test_a_row_that_was_new_and_names_its_kind_is_known_again(story: StoryInMemory) -> None:
    filling = Filling(story.state, FINAL).add(REACTIES, RECORDED | {"Soort": "Reactie"})
    assert filling.judged(story.state, FINAL) == NOTHING


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Tekst": None}, "vul in wat die zei"),
        ({"Van wie": None}, "vul in wie reageerde"),
        ({"Ontvangen op": None}, "vul de dag in"),
        ({"Ontvangen op": "29-10-2027"}, "ligt in de toekomst"),
        ({"Soort": "zienswijze"}, "op het blad 'Raden'"),
        ({"Verwerking": "Overgenomen."}, "leg eerst de reactie vast"),
        ({"Tekst": "x" * 20_001}, "te lang"),
    ],
)
def test_half_a_response_is_none(story: StoryInMemory, cells: Cells, words: str) -> None:
    [said] = faults(Filling(story.state, FINAL).add(REACTIES, NEW | cells), story.state)
    assert words in said
