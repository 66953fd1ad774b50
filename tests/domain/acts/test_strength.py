# SPDX-License-Identifier: EUPL-1.2
"""The strength that the plan distributes: kept, refused and taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gehoord.domain.acts.report import Corrected, StepDone, VersionMade
from gehoord.domain.acts.reported import is_plainly_done
from gehoord.domain.acts.reports_of_changes import TakenBack
from gehoord.domain.dossier.dossier import DossierState
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.preparation import still_missing
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from tests.domain.acts.surveyed import opened_with_survey
from tests.story import ONE_DAY, ONTWERP, Small, Story, Told
from tests.tables_of_strength import AS_OF, GROWTH, SMALL, of_s002, read, reported


@pytest.fixture
def story(told: Told) -> Story:
    return told("themes")


def test_a_table_is_kept_with_what_it_adds_up_to_and_the_norm_only_warns(story: Story) -> None:
    said = story.does(reported(of_s002(), ONTWERP, norm=305))
    assert said == (
        "Vastgelegd: sterkteverdeling 1 (voorlopig, per 1 augustus 2018), 60 regels. De eenheid "
        "heeft 3.494,60 fte: 364 aspirant, 298 wijkagent en 2.832,60 overig. In de groei is het "
        "totaal afgerond (2019: 36 voor 35,70; 2020: 45 voor 45,10; 2021: 49 voor 49,40; 2022: 61 "
        "voor 61,30). Let op: 298 wijkagenten is minder dan de norm van 305."
    )
    [table] = story.state.strengths
    assert (table.norm, table.wijkagenten, len(table.growth)) == (305, Decimal(298), 4)


def test_the_norm_follows_from_the_inhabitants(story: Story) -> None:
    story.does(reported(of_s002(), ONTWERP, inwoners=1_525_000, inwoners_op=date(2018, 1, 1)))
    [table] = story.state.strengths
    assert table.norm == 305


def test_a_wrong_sum_is_refused_to_the_cell_and_a_reason_lifts_it(story: Story) -> None:
    wrong = read(SMALL.replace("10,50;13,50", "10,50;13,40"))
    with story.refuses("2 sommen kloppen niet", "Rij 5, kolom 'totaal' (Basisteam Texel)"):
        story.does(reported(wrong, ONTWERP))
    with story.refuses("ten minste 3 woorden"):
        story.does(reported(wrong, ONTWERP, reden="zomaar"))
    assert not story.state.strengths
    said = story.does(reported(wrong, ONTWERP, reden="zo staat zij in het besluit"))
    assert "2 sommen kloppen niet; met reden vastgelegd." in said
    [table] = story.state.strengths
    assert table.accepted == "zo staat zij in het besluit"


def test_a_second_table_stands_beside_the_first_and_is_compared_with_it(story: Story) -> None:
    story.does(reported(read(SMALL), ONTWERP))
    with story.refuses("Dat is al vastgelegd"):
        story.does(reported(read(f"Formatie per 1-8-2018\n\n{SMALL}"), ONTWERP))
    said = story.does(reported(read(SMALL), ONTWERP, "definitief"))
    assert "De aantallen zijn gelijk aan sterkteverdeling 1" in said
    assert [table.number for table in story.state.strengths] == [1, 2]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"definitief_op": date(2018, 1, 1)}, "kan niet komen op 1 januari 2018"),
        ({"geldig_vanaf": date(2018, 1, 1)}, "kan niet gelden vanaf 1 januari 2018"),
    ],
)
def test_days_that_contradict_each_other_are_refused(
    story: Story, more: dict[str, Any], why: str
) -> None:
    with story.refuses(why):
        story.does(reported(read(SMALL), ONTWERP, **more))


def test_lines_that_are_no_tree_are_refused(story: Story) -> None:
    lines = read(SMALL).lines
    loose = tuple(line for line in lines if line.name != "District Noord")
    with story.refuses("'Leiding District Noord' valt onder 'District Noord'"):
        story.does(reported(read(SMALL), ONTWERP, regels=loose))
    with story.refuses("0 regels voor de eenheid"):
        story.does(reported(read(SMALL), ONTWERP, regels=lines[:-1]))


def test_a_table_is_taken_back_until_a_version_contains_it(story: Story) -> None:
    back = Corrected(on=ONTWERP, report=TakenBack.STRENGTH, reason="het verkeerde bestand gekozen")
    with story.refuses("geen sterkteverdeling vastgelegd"):
        story.does(back)
    story.does(reported(read(SMALL), ONTWERP))
    assert "Er is nu geen sterkteverdeling." in story.does(back)
    story.does(reported(read(SMALL), ONTWERP))
    story.does(VersionMade(on=ONTWERP, step="ontwerp", contains=tuple(Part)))
    with story.refuses("staat in versie"):
        story.does(back)


def test_an_adopted_plan_gets_no_other_strength(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Het plan is al vastgesteld", "in een nieuw plan"):
        story.does(reported(read(SMALL), date(2028, 1, 1)))


def test_a_version_contains_the_table_that_it_names_and_else_the_newest(story: Story) -> None:
    story.does(reported(read(SMALL), ONTWERP))
    story.does(reported(read(SMALL), ONTWERP, "definitief"))
    with story.refuses("Sterkteverdeling 3 is er niet. Kies uit: 1 en 2."):
        story.does(VersionMade(on=ONTWERP, step="ontwerp", contains=tuple(Part), strength=3))
    story.does(VersionMade(on=ONTWERP, step="concept-70"))
    story.does(VersionMade(on=ONTWERP, step="ontwerp", contains=tuple(Part), strength=1))
    story.does(VersionMade(on=ONTWERP, step="definitief", contains=tuple(Part)))
    made = {version.step: version.strength for version in story.state.versions}
    assert made["concept-70"] is None
    assert made["ontwerp"] == "klein/sterkte/1"
    assert made["definitief"] == "klein/sterkte/2"


def test_a_version_of_before_a_table_does_not_contain_it(story: Story) -> None:
    story.does(reported(read(SMALL), ONTWERP))
    story.does(reported(read(SMALL), ONTWERP + 2 * ONE_DAY, "definitief"))
    with story.refuses(
        "Sterkteverdeling 2 kwam op 5 juni 2027, na deze versie van 4 juni 2027. Kies een eerdere"
    ):
        story.does(VersionMade(on=ONTWERP + ONE_DAY, step="definitief", strength=2))
    story.does(VersionMade(on=ONTWERP - ONE_DAY, step="concept-70", contains=(Part.STRENGTH,)))
    story.does(VersionMade(on=ONTWERP + ONE_DAY, step="ontwerp", contains=tuple(Part)))
    made = {version.step: version.strength for version in story.state.versions}
    assert made == {"concept-70": None, "ontwerp": "klein/sterkte/1"}


def test_a_table_without_wijkagenten_does_not_distribute_them(story: Story) -> None:
    none = SMALL.replace("1,00;2,00;10,50;13,50", "3,00;;10,50;13,50")
    story.does(reported(read(none.replace("1,00;2,00;13,50", "3,00;;13,50")), ONTWERP))
    story.does(VersionMade(on=ONTWERP, step="ontwerp", contains=tuple(Part)))
    assert story.state.ontwerp is not None
    assert story.state.ontwerp.contains == (Part.STRENGTH, Part.OBJECTIVES)


def test_a_report_that_contradicts_itself_is_none() -> None:
    more: dict[str, Any]
    for more in (
        {"inwoners": 5000, "norm": 1},
        {"inwoners_op": date(2018, 1, 1)},
        {"stand": "definitief", "definitief_op": date(2018, 12, 1)},
    ):
        with pytest.raises((GehoordError, ValueError)):
            reported(read(SMALL), **more)


ASKED = """
[[stap]]
id = "eerste-stand"
titel = "voorlopige sterkteverdeling opmaken"
fase = "ontwerpen"
soort = "mijlpaal"
actiehouder = "adviseur"
voorlopig = true
melding = "sterkte"

[[stap]]
id = "laatste-stand"
titel = "sterkteverdeling opmaken"
fase = "ontwerpen"
soort = "mijlpaal"
actiehouder = "adviseur"
melding = "sterkte"
"""


def test_a_table_closes_the_step_that_asks_for_it_and_taken_back_opens_it(small: Small) -> None:
    story = opened_with_survey(small, ASKED)
    assert "nog geen sterkteverdeling" in still_missing(story.state, Stage.DRAFTS)
    story.does(reported(read(SMALL), ONTWERP))
    assert story.state.is_done("eerste-stand")
    assert story.state.owed("laatste-stand"), "a provisional one is not what it asks for"
    story.does(reported(read(SMALL), ONTWERP, "definitief"))
    assert story.state.is_done("laatste-stand")
    why = "het verkeerde bestand gekozen"
    story.does(Corrected(on=ONTWERP, step="laatste-stand", reason=why))
    assert story.state.owed("laatste-stand")
    assert story.state.is_done("eerste-stand"), "the provisional one counts again"
    story.does(Corrected(on=ONTWERP, report=TakenBack.STRENGTH, reason=why))
    assert story.state.owed("eerste-stand")
    with story.refuses("'sterkte', niet als 'gedaan'"):
        story.does(StepDone(on=ONTWERP, step="eerste-stand"))


def test_taking_back_one_of_two_that_do_leaves_the_step_done(small: Small) -> None:
    story = opened_with_survey(small, ASKED)
    for stands, text in (
        ("definitief", SMALL),
        ("voorlopig", SMALL + GROWTH),
        ("definitief", SMALL),
    ):
        story.does(reported(read(text), ONTWERP, stands))
    story.does(Corrected(on=ONTWERP, report=TakenBack.STRENGTH, reason="het verkeerde bestand"))
    assert story.state.is_done("laatste-stand"), "the first definitive one still counts"


def test_what_is_asked_before_the_adoption_can_be_ticked_after_it(small: Small) -> None:
    """S002: the new distribution takes effect once the plan is adopted."""
    story = opened_with_survey(small, ASKED)
    dossier = story.state.dossier.model_copy(update={"state": DossierState.ADOPTED})
    adopted = replace(story.state, dossier=dossier)
    assert is_plainly_done(adopted, adopted.as_opened.step("laatste-stand"))
    assert not is_plainly_done(story.state, story.state.as_opened.step("laatste-stand"))


def test_a_table_may_hold_from_the_very_day_of_its_figures(story: Story) -> None:
    story.does(reported(read(SMALL), ONTWERP, geldig_vanaf=AS_OF))
    [table] = story.state.strengths
    assert table.valid_from == table.as_of
    with story.refuses("kan niet gelden vanaf"):
        story.does(reported(read(SMALL), ONTWERP, "definitief", geldig_vanaf=AS_OF - ONE_DAY))
