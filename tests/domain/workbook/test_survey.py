# SPDX-License-Identifier: EUPL-1.2
"""The answers of municipalities in a workbook: read as a report each, or refused at their cell."""

from datetime import date

import pytest

from gehoord.domain.acts.report import GoalsSet, SurveyAnswered
from gehoord.domain.dossier.survey import answers
from gehoord.domain.workbook.grid import Cell, Flaw
from tests.domain.acts.surveyed import AGAIN, FIRST, SAID, answered, opened_with_survey, surveyed
from tests.filled import Cells, Filling
from tests.sentence import assert_sentence
from tests.story import Small

TAB = "Prioriteiten"
LIST, SOURCE, GIVEN = "Prioriteiten", "Bron", "Doorgegeven op"
GOALS = "Veiligheidsplan vastgesteld op"


def test_all_answers_come_in_at_once_in_their_own_words_and_order(small: Small) -> None:
    story = opened_with_survey(small)
    filling = Filling(story.state, FIRST)
    for name, priorities in SAID.items():
        text = "\n".join(f"{n}. {each}" for n, each in enumerate(priorities, start=1))
        filling.fill(TAB, name, {LIST: text, SOURCE: "IVP", GIVEN: "11-2-2027"})
    found = filling.judged(story.state, FIRST)
    assert (len(found.reports), found.faults) == (3, ())
    for report in found.reports:
        story.does(report)
    assert {a.name: a.priorities for a in answers(story.state)} == SAID
    assert filling.judged(story.state, FIRST).reports == ()
    assert Filling(story.state, FIRST).judged(story.state, FIRST).reports == ()


def test_a_new_day_alone_says_that_nothing_changed(small: Small) -> None:
    story = surveyed(small)
    filling = Filling(story.state, AGAIN).fill(TAB, "Haarlem", {GIVEN: AGAIN})
    [report] = filling.judged(story.state, AGAIN).reports
    assert story.does(report).startswith("De prioriteiten van Haarlem zijn niet veranderd")


def test_the_day_of_a_safety_plan_alone_is_a_report_of_its_own(small: Small) -> None:
    """Politiewet 2012, art. 38b lid 1."""
    story = surveyed(small)
    [row] = [r for r in Filling(story.state, AGAIN).rows[TAB] if r[0] == "Texel"]
    assert row[3] == "geldt"
    filling = Filling(story.state, AGAIN).fill(TAB, "Texel", {GOALS: "28-1-2027"})
    [report] = filling.judged(story.state, AGAIN).reports
    assert isinstance(report, GoalsSet)
    both: Cells = {LIST: "Toerisme", GIVEN: AGAIN, GOALS: "28-1-2027"}
    [report] = (
        Filling(story.state, AGAIN).fill(TAB, "Texel", both).judged(story.state, AGAIN).reports
    )
    assert isinstance(report, SurveyAnswered)
    assert report.goals_set_on == date(2027, 1, 28)


def test_a_plan_that_is_too_old_when_themes_are_chosen_is_said_so(small: Small) -> None:
    story = opened_with_survey(small)
    story.does(GoalsSet(on=date(2023, 2, 1), municipality="Texel"))
    rows = {r[0]: r[3] for r in Filling(story.state, FIRST).rows[TAB]}
    assert rows["Texel"] == "ouder dan vier jaar"


HOSTILE: list[tuple[Cells, str, str]] = [
    ({LIST: "Jeugd"}, GIVEN, "vul de dag in"),
    ({GIVEN: AGAIN}, LIST, "noem de prioriteiten"),
    ({LIST: "Jeugd\nJEUGD", GIVEN: AGAIN}, LIST, "'JEUGD' staat er twee keer"),
    ({LIST: "???\n!!!", GIVEN: AGAIN}, LIST, "is geen naam"),
    ({LIST: "\n".join(f"Onderwerp {n}" for n in range(60)), GIVEN: AGAIN}, LIST, "te veel"),
    ({LIST: "x" * 32_000, GIVEN: AGAIN}, LIST, "is te lang"),
    ({LIST: "#N/A", GIVEN: AGAIN}, LIST, "foutmelding van het rekenprogramma"),
    ({LIST: "Jeugd", GIVEN: "14-9-27"}, GIVEN, "is geen dag"),
    ({LIST: "Jeugd", GIVEN: 45183.0}, GIVEN, "is een getal en geen dag"),
    ({LIST: "Jeugd", GIVEN: "1-1-2100"}, GIVEN, "ligt in de toekomst"),
    ({LIST: "Jeugd", GIVEN: "31-2-2027"}, GIVEN, "31"),
    ({LIST: "Jeugd", GIVEN: "feb 2027"}, GIVEN, "niet één dag"),
    ({LIST: "Jeugd", GIVEN: AGAIN, SOURCE: "y" * 301}, SOURCE, "ten hoogste 300 tekens"),
    ({LIST: "Jeugd", GIVEN: FIRST, GOALS: AGAIN}, GOALS, "ligt na de dag van het antwoord"),
    ({GOALS: ""}, GOALS, "zet de dag terug"),
    ({"Gemeente": "Amsterdam", LIST: "Jeugd", GIVEN: AGAIN}, "Gemeente", "de rij is van Haarlem"),
    ({"Veiligheidsplan (IVP)": "prima", LIST: "Jeugd", GIVEN: AGAIN}, "Veiligheidsplan (IVP)",
     "alleen om te lezen"),
    ({"Kenmerk": "klein/GM9999 a b", LIST: "Jeugd", GIVEN: AGAIN}, "", "kenmerk is veranderd"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "column", "why"), HOSTILE)
def test_what_cannot_be_so_is_told_at_its_cell_and_nothing_is_recorded(
    small: Small, cells: Cells, column: str, why: str
) -> None:
    story = opened_with_survey(small)
    filling = Filling(story.state, AGAIN).fill(TAB, "Haarlem", dict(reversed(cells.items())))
    found = filling.judged(story.state, AGAIN)
    assert found.reports == ()
    [fault] = found.faults
    assert (fault.tab, fault.row) == (TAB, 2)
    assert fault.column == column
    assert_sentence(str(fault), "Blad 'Prioriteiten', rij 2", why)


@pytest.mark.parametrize("flaw", list(Flaw))
def test_a_cell_that_says_nothing_sure_is_not_guessed(small: Small, flaw: Flaw) -> None:
    story = opened_with_survey(small)
    filling = Filling(story.state, AGAIN).spoil(TAB, "Haarlem", LIST, flaw)
    [fault] = filling.judged(story.state, AGAIN).faults
    assert_sentence(str(fault), "rij 2", str(flaw).split(";", maxsplit=1)[0])


def test_an_answer_that_was_there_is_not_emptied_or_written_over(small: Small) -> None:
    story = surveyed(small)
    emptied: dict[str, Cell] = {LIST: "", GIVEN: AGAIN}
    [fault] = (
        Filling(story.state, AGAIN).fill(TAB, "Haarlem", emptied).judged(story.state, AGAIN).faults
    )
    assert "neem ze terug met een herstel" in str(fault)
    before = Filling(story.state, AGAIN).fill(TAB, "Haarlem", {LIST: "Drugs", GIVEN: AGAIN})
    story.does(answered("Haarlem", "Fraude", on=AGAIN))
    [fault] = before.judged(story.state, AGAIN).faults
    assert "veranderd nadat het bestand is gemaakt" in str(fault)
