# SPDX-License-Identifier: EUPL-1.2
"""The definitive strength is adopted as a part of the plan, linked to the besluit of before.

Law: Politiewet 2012, art. 38b lid 2 and art. 39 lid 1.
"""

import pytest

from gehoord.domain.acts.act import PlanAmended
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Corrected, Instructed, PartAdopted, PlanChanged, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.state import State
from gehoord.templates.besluit_of_change import part_paper
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_deciding import ADOPTED_PROVISIONALLY
from tests.sentence import assert_sentence
from tests.story import ADOPT, ADOPTED, COUNCILS, FINAL, HEAR, ONE_DAY, adopted
from tests.tables_of_strength import SMALL, read, reported

PART = PartAdopted(on=ADOPTED + ONE_DAY, hoofdofficier=True, burgemeesters="alle", body="rbop")
DEFINITIVE = reported(read(SMALL), ADOPTED + ONE_DAY, "definitief")
TO_ADOPT = "sterkte-nog-vast-te-stellen"


@pytest.fixture
def story(at: At) -> StoryInMemory:
    """A plan that was adopted with a provisional sterkteverdeling, and a reason for that."""
    told = StoryInMemory(at("heard"))
    for report in ADOPTED_PROVISIONALLY:
        told.does(report)
    return told


def codes(state: State) -> set[str]:
    return {f.code for f in findings(Case.of_dossier(state, ADOPTED + ONE_DAY))}


def test_the_plan_is_complete_only_with_both_besluiten(story: StoryInMemory) -> None:
    adoption = story.state.adoption
    assert adoption is not None
    assert TO_ADOPT in codes(story.state)
    with story.refuses("nog geen definitieve sterkteverdeling"):
        story.does(PART)
    story.does(DEFINITIVE)
    act = decided(PART, story.state)
    assert_sentence(act.said, "bij het besluit van 4 november 2027", "versie 3")
    story.does(PART)
    [besluit] = story.state.besluiten_on("onderdeel")  # type: ignore[arg-type]
    assert act.news == (PlanAmended(besluit),)
    assert (besluit.belongs_to, besluit.basis) == (adoption.id, "39-1")
    assert besluit.adopters == adoption.adopters
    assert story.state.adoption == adoption
    assert TO_ADOPT not in codes(story.state)
    assert "Besloten" not in part_paper(story.state).name
    assert part_paper(story.state).taken_on == PART.on


def test_the_same_bodies_adopt_it(story: StoryInMemory) -> None:
    story.does(DEFINITIVE)
    with story.refuses("1 burgemeester ontbreekt: Texel.", "grondslag 39-2", law=ADOPT):
        story.does(PART.model_copy(update={"burgemeesters": COUNCILS[:2]}))
    with story.refuses("Zonder de hoofdofficier", law=ADOPT):
        story.does(PART.model_copy(update={"hoofdofficier": False}))
    story.does(PART)
    with story.refuses("al vastgesteld op 5 november 2027"):
        story.does(PART)


def test_it_has_a_day_after_the_adoption_on_which_the_figures_were_there(
    story: StoryInMemory,
) -> None:
    story.does(DEFINITIVE)
    with story.refuses("Op 3 november 2027 was het plan nog niet vastgesteld"):
        story.does(PART.model_copy(update={"on": ADOPTED - ONE_DAY}))
    with story.refuses("Op 4 november 2027 was er nog geen definitieve sterkteverdeling"):
        story.does(PART.model_copy(update={"on": ADOPTED}))


def test_once_the_plan_was_changed_the_part_stays(story: StoryInMemory) -> None:
    story.does(DEFINITIVE)
    story.does(PART)
    story.does(Instructed(on=PART.on, heard_on=PART.on, text="Neem de doelen op."))
    story.does(PlanChanged(on=PART.on + ONE_DAY, basis="aanwijzing"))
    with story.refuses("Het plan is daarna gewijzigd"):
        story.does(Corrected(on=PART.on, report="onderdeel", reason="dat was een ander plan"))


def test_a_plan_with_definitive_figures_is_complete_at_once(at: At) -> None:
    story = StoryInMemory(at("heard"))
    story.does(reported(read(SMALL), FINAL, "definitief"))
    story.does(VersionMade(on=FINAL, step="definitief"))
    story.does(adopted())
    assert TO_ADOPT not in codes(story.state)


def test_another_plan_is_no_part_of_this_one(at: At) -> None:
    """What was adopted as definitive changes only by another plan, on which councils are heard."""
    story = StoryInMemory(at("adopted"))
    with story.refuses("als voorlopig is vastgelegd", "elke raad is gehoord", law=HEAR):
        story.does(PART)
    early = StoryInMemory(at("final"))
    with early.refuses("nog geen vastgesteld plan", law=ADOPT):
        early.does(PART)


def test_taken_back_the_adoption_stands_and_it_goes_before_that(story: StoryInMemory) -> None:
    story.does(DEFINITIVE)
    story.does(PART)
    back = Corrected(on=PART.on, step="vaststelling", reason="dat was een ander plan")
    with story.refuses("de definitieve sterkteverdeling vastgelegd", "melding 'onderdeel'"):
        story.does(back)
    story.does(Corrected(on=PART.on, report="onderdeel", reason="dat was een ander plan"))
    assert story.state.adoption
    assert story.state.final
    assert story.state.final.id == story.state.adoption.version
    assert TO_ADOPT in codes(story.state)
    story.does(PART)
