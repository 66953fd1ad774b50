# SPDX-License-Identifier: EUPL-1.2
"""The tab of points: new rows split what is in the register, and all faults have their place."""

import pytest

from gehoord.domain.acts.report import Corrected, PointNoted, ResponseReceived, TakenBack
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.grid import Cell
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Filling
from tests.sentence import assert_sentence
from tests.story import ASKED, FINAL, ONE_DAY

POINTS = "Punten"
NEW: dict[str, Cell] = {
    "Van wie": "om",
    "Tekst van het punt": "Kan het concreter?",
    "Onderwerp": "Cybercrime",
}
WHY = "Het plan blijft op hoofdlijnen."


@pytest.fixture
def story(at: At) -> StoryInMemory:
    """The prosecution responded, and one of its points is in the register."""
    story = StoryInMemory(at("asked"))
    story.does(ResponseReceived(on=ASKED, sender="OM", text="Concreter, en wie doet wat?"))
    story.does(PointNoted(on=ASKED, sender="OM", subject="Rollen", text="Wie doet wat?"))
    return story


def faults(filling: Filling, state: State) -> list[str]:
    said = [str(fault) for fault in filling.judged(state, FINAL).faults]
    for sentence in said:
        assert_sentence(sentence, "Blad 'Punten'")
    return said


def applied(filling: Filling, story: StoryInMemory) -> None:
    found = filling.judged(story.state, FINAL)
    assert found.faults == ()
    for report in found.reports:
        story.does(report)


def test_a_new_row_is_a_new_point_with_what_is_done(story: StoryInMemory) -> None:
    done: dict[str, Cell] = {
        "Hoofdlijn": "Concreter", "Uitkomst": "niet verwerkt", "Uitleg": WHY, "Verwerkt op": FINAL,
    }  # fmt: skip
    filling = Filling(story.state, FINAL).add(POINTS, NEW | done)
    applied(filling, story)
    point = story.state.points[-1]
    assert (point.number, point.sender, point.main_line) == (2, "OM", "Concreter")
    assert (point.outcome, point.explanation) == (PointOutcome.NOT_TAKEN_OVER, WHY)
    assert filling.judged(story.state, FINAL).reports == ()


def test_an_old_row_is_sorted_and_decided_on(story: StoryInMemory) -> None:
    filling = Filling(story.state, FINAL)
    cells: dict[str, Cell] = {
        "Onderwerp": "Partners", "Uitkomst": "Vraag beantwoord", "Uitleg": "De gemeente.",
        "Verwerkt op": "28-10-2027",
    }  # fmt: skip
    applied(filling.fill(POINTS, "OM", cells), story)
    [point] = story.state.points
    assert (point.subject, point.explanation) == ("Partners", "De gemeente.")
    assert not story.state.responses[0].awaits_disposition


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Van wie": "Texel"}, "kolom 'Van wie' (Texel): van 'Texel' is geen reactie"),
        ({"Van wie": ""}, "kolom 'Van wie': vul in van wie het is"),
        ({"Onderwerp": ""}, "kolom 'Onderwerp' (om): vul in waar het punt over gaat"),
        ({"Uitkomst": "verwrkt"}, "kolom 'Uitkomst' (om): 'verwrkt' kan hier niet"),
        ({"Uitkomst": "niet verwerkt", "Verwerkt op": FINAL}, "schrijf op waarom niet"),
        ({"Uitkomst": "verwerkt"}, "kolom 'Verwerkt op' (om): vul de dag in"),
        ({"Uitleg": "Zie 3."}, "kolom 'Uitkomst' (om): kies wat ermee is gedaan"),
        ({"Uitkomst": "verwerkt", "Verwerkt op": "1-5-2027"}, "kwam pas op 17 juni 2027"),
        ({"Verwerkt op": "31-2-2027"}, "kolom 'Verwerkt op' (om)"),
    ],
)
def test_each_fault_has_its_row_and_column(
    story: StoryInMemory, cells: dict[str, Cell], said: str
) -> None:
    filling = Filling(story.state, FINAL).add(POINTS, NEW | cells)
    [fault] = faults(filling, story.state)
    assert "rij 3" in fault
    assert said in fault


def test_what_is_decided_is_not_overwritten(story: StoryInMemory) -> None:
    decided: dict[str, Cell] = {"Uitkomst": "verwerkt", "Verwerkt op": FINAL}
    applied(Filling(story.state, FINAL).fill(POINTS, "OM", decided), story)
    other = Filling(story.state, FINAL).fill(POINTS, "OM", {"Uitkomst": "niet verwerkt"})
    [fault] = faults(other, story.state)
    assert "wat met dit punt is gedaan, staat vast" in fault


def test_two_people_who_decide_on_different_points_both_win(story: StoryInMemory) -> None:
    story.does(PointNoted(on=ASKED, sender="OM", subject="Cyber", text="Concreter?"))
    first, second = Filling(story.state, FINAL), Filling(story.state, FINAL)
    for filling, row in ((first, 1), (second, 2)):
        filling.rows[POINTS][row][6:9] = ["verwerkt", "", FINAL]
    applied(first, story)
    applied(second, story)
    assert not story.state.responses[0].awaits_disposition
    first.rows[POINTS][1][7] = "Toch anders."
    assert "veranderd nadat het bestand is gemaakt" in faults(first, story.state)[0]


def test_a_file_is_read_again_after_its_sender_answered_once_more(story: StoryInMemory) -> None:
    filling = Filling(story.state, FINAL).add(POINTS, NEW)
    applied(filling, story)
    later = ResponseReceived(on=ASKED + ONE_DAY, sender="OM", text="Nog iets.")
    story.does(later)
    again = filling.judged(story.state, FINAL)
    assert (again.faults, again.reports) == ((), ())


def test_a_row_with_a_main_line_in_other_capitals_is_known_again(story: StoryInMemory) -> None:
    story.does(PointNoted(on=ASKED, sender="OM", subject="C", text="Een", main_line="Concreter"))
    row: dict[str, Cell] = {"Van wie": "OM", "Tekst van het punt": "Een"}
    filling = Filling(story.state, FINAL)
    filling.add(POINTS, row | {"Onderwerp": "c", "Hoofdlijn": "concreter"})
    filling.add(POINTS, row | {"Onderwerp": "C++", "Hoofdlijn": "concreter"})
    applied(filling, story)
    assert [p.subject for p in story.state.points] == ["Rollen", "C", "C++"]


def test_a_point_that_was_taken_back_is_known_again_by_the_answer_it_was_of(
    story: StoryInMemory,
) -> None:
    story.does(ResponseReceived(on=ASKED + ONE_DAY, sender="OM", text="Wie doet wat?"))
    why = "dat stond er niet"
    story.does(Corrected(on=FINAL, report=TakenBack.POINT, owner="1", reason=why))
    row: dict[str, Cell] = {"Tekst van het punt": "Wie doet wat?", "Onderwerp": "Rollen"}
    first = Filling(story.state, FINAL).add(POINTS, row | {"Van wie": "OM (17 juni 2027)"})
    [said] = faults(first, story.state)
    assert said.endswith("dit punt van deze reactie is teruggenomen; haal de rij weg.")
    second = Filling(story.state, FINAL).add(POINTS, row | {"Van wie": "OM (18 juni 2027)"})
    applied(second, story)
    assert story.state.points[-1].answer == "klein/reactie/2"
