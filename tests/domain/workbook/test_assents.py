# SPDX-License-Identifier: EUPL-1.2
"""The tab of those who adopt: what somebody said goes in as if it was reported by hand."""

from datetime import date

import pytest

from gehoord.domain.acts.report import AssentGiven, VersionMade
from gehoord.domain.dossier.assents import assents_of, open_conditions
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.judging import Judged
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Cells, Filling
from tests.sentence import assert_sentence
from tests.story import ADOPTED, ONE_DAY

TAB = "Vaststelling"
THERE: Cells = {"Aanwezigheid": "aanwezig", "Instemming": "stemt in", "Op": ADOPTED}
ON_CONDITION: Cells = {
    **THERE,
    "Instemming": "stemt in onder voorwaarde",
    "Voorwaarde": "de wijkagent blijft; ook in 2028",
    "Weg te nemen door": "korpschef",
    "Uiterlijk": date(2027, 12, 1),
}


def filled(state: State, who: str, cells: Cells) -> Judged:
    filling = Filling(state, ADOPTED)
    filling.fill(TAB, who, cells)
    return filling.judged(state, ADOPTED)


def test_what_is_filled_in_is_kept_and_reads_the_same_again(at: At) -> None:
    story = StoryInMemory(at("final"))
    filling = Filling(story.state, ADOPTED)
    filling.fill(TAB, "Haarlem", THERE)
    filling.fill(TAB, "Texel", ON_CONDITION)
    filling.fill(TAB, "hoofdofficier van justitie", THERE)
    reports = filling.judged(story.state, ADOPTED).reports
    assert all(isinstance(report, AssentGiven) for report in reports)
    for report in reports:
        story.does(report)
    assert [one.name for one in assents_of(story.state).lacking] == ["Hoorn"]
    [condition] = open_conditions(story.state)
    assert (condition.text, condition.lifted_by) == (
        "de wijkagent blijft, ook in 2028",
        "korpschef",
    )
    assert condition.until == date(2027, 12, 1)
    again = filling.judged(story.state, ADOPTED)
    assert (again.reports, again.faults) == ((), ())


def test_a_condition_that_is_said_again_stands_in_the_file_as_it_was(at: At) -> None:
    story = StoryInMemory(at("final"))
    for day in (ADOPTED - ONE_DAY, ADOPTED):
        line = "Texel; aanwezig; stemt in onder voorwaarde; de wijkagent blijft; korpschef"
        story.does(AssentGiven(on=day, lines=(line,)))
    again = filled(story.state, "Texel", {"Weg te nemen door": "korpschef"})
    assert (again.reports, again.faults) == ((), ())


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Instemming": "stemt in"}, ("kolom 'Aanwezigheid' (Texel)",)),
        ({**THERE, "Op": ""}, ("kolom 'Op' (Texel)", "vul de dag in")),
        ({**THERE, "Instemming": ""}, ("kolom 'Instemming' (Texel)", "geen antwoord")),
        ({**ON_CONDITION, "Weg te nemen door": ""}, ("wie haar kan wegnemen",)),
        ({**ON_CONDITION, "Uiterlijk": "gauw"}, ("'gauw' is geen dag",)),
    ],
)
def test_what_is_missing_is_told_with_its_cell(
    at: At, cells: Cells, words: tuple[str, ...]
) -> None:
    [fault] = filled(at("final"), "Texel", cells).faults
    assert_sentence(str(fault), *words)


def test_a_file_about_an_older_version_is_not_taken_for_the_newest(at: At) -> None:
    story = StoryInMemory(at("final"))
    filling = Filling(story.state, ADOPTED)
    filling.fill(TAB, "Texel", THERE)
    story.does(VersionMade(on=ADOPTED, step="definitief"))
    found = filling.judged(story.state, ADOPTED)
    assert found.reports == ()
    assert_sentence(str(found.faults[0]), "dit bestand gaat over '2: ")
