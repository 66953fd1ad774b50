# SPDX-License-Identifier: EUPL-1.2
"""Themes, a version or an agreement recorded by mistake are taken back while nobody has them."""

import pytest

from gehoord.domain.acts.report import (
    Agreed,
    Corrected,
    StepDone,
    TakenBack,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from tests.conftest import read_day
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import (
    AGREED,
    ASKED,
    COUNCILS,
    FINAL,
    HEAR,
    HEARD,
    ONE_DAY,
    ONTWERP,
    THEMES,
    Told,
    adopted,
    heard,
)

MISTAKE = "dit hoorde bij een ander plan"
LATER = read_day("Wed 2027-09-22")


def test_the_choice_of_before_counts_again(told: Told) -> None:
    story = told("themes")
    story.does(ThemesChosen(on=ONTWERP, themes=("Zorg",)))
    said = story.does(Corrected(on=ONTWERP, step="themas", reason=MISTAKE))
    assert said.endswith("Nu gelden weer die van 11 maart 2027.")
    themes = story.state.themes()
    assert themes is not None
    assert themes.text == "Ondermijning\nJeugd"
    assert story.state.is_done("themas")


def test_the_letter_that_told_the_themes_is_owed_again(told: Told) -> None:
    story = told("themes")
    story.starts(Stage.THEMES, THEMES)
    assert story.state.is_done("themabrief")
    story.does(Corrected(on=ONTWERP, step="themas", reason=MISTAKE))
    assert story.state.owed("themas")
    assert story.state.owed("themabrief")
    story.does(ThemesChosen(on=ONTWERP, themes=("Zorg",)))
    story.starts(Stage.THEMES, ONTWERP)
    assert story.state.is_done("themabrief")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("ontwerp", "'ontwerp opleveren' is al naar de raden"),
        ("akkoord", "Met dit akkoord is het ontwerp al naar de raden"),
    ],
)
def test_what_councils_were_asked_with_is_not_taken_back(told: Told, step: str, said: str) -> None:
    """Politiewet 2012, art. 38b lid 2: they are heard on the ontwerp that they have."""
    story = told("asked")
    with story.refuses(said, "leg dan een nieuwe versie vast", law=HEAR):
        story.does(Corrected(on=ASKED, step=step, reason=MISTAKE))


def test_themes_of_an_ontwerp_that_councils_have_are_not_taken_back(told: Told) -> None:
    """Politiewet 2012, art. 38b lid 2; a choice of after that, by mistake, is."""
    story = told("asked")
    with story.refuses("Het ontwerp met deze thema's is al naar de raden", law=HEAR):
        story.does(Corrected(on=LATER, step="themas", reason=MISTAKE))
    story.does(ThemesChosen(on=LATER, themes=("Zorg",)))
    story.does(Corrected(on=LATER, step="themas", reason=MISTAKE))
    themes = story.state.themes()
    assert themes is not None
    assert themes.taken_on == THEMES


def test_a_plan_whose_themes_were_taken_back_is_not_adopted_unnoticed(told: Told) -> None:
    story = told("agreed")
    story.does(Corrected(on=AGREED, step="themas", reason=MISTAKE))
    story.starts(Stage.HEARING, ASKED)
    for council in COUNCILS:
        story.does(heard(council))
    for response in story.state.open_actions(step="verwerking"):
        story.does(StepDone(on=FINAL, step=response.step))
    story.does(VersionMade(on=FINAL, step="definitief", contains=tuple(Part)))
    said = story.does(adopted())
    assert said.endswith("Let op: er is geen keuze van thema's vastgelegd.")


@pytest.mark.parametrize("step", ["themas", "ontwerp", "akkoord", "verwerking"])
def test_what_the_adoption_rests_on_is_not_taken_back(told: Told, step: str) -> None:
    story = told("adopted")
    with story.refuses("Was de vaststelling zelf een vergissing, neem die dan eerst terug."):
        story.does(Corrected(on=FINAL, step=step, reason=MISTAKE))


def test_agreements_fall_with_the_version_that_they_were_about(told: Told) -> None:
    story = told("agreed")
    said = story.does(Corrected(on=AGREED, step="ontwerp", reason=MISTAKE))
    assert "met deze versie vervalt ook. Er is nu geen versie van het plan." in said
    assert story.state.ontwerp is None
    assert {a.owner for a in story.state.owed("akkoord")} == {"regioburgemeester", "hoofdofficier"}
    assert story.state.owed("ontwerp")


def test_the_newest_version_goes_first(told: Told) -> None:
    story = told("agreed")
    story.does(VersionMade(on=AGREED, step="definitief"))
    with story.refuses("kwam versie 2, 'definitieve versie opleveren'", "(stap 'definitief')"):
        story.does(Corrected(on=AGREED, step="ontwerp", reason=MISTAKE))
    said = story.does(Corrected(on=AGREED, step="definitief", reason=MISTAKE))
    assert said.endswith("Nu geldt weer versie 1, ontwerp opleveren.")
    story.does(Corrected(on=AGREED, step="ontwerp", reason=MISTAKE))


def test_one_of_two_agreements_is_taken_back_and_the_other_stands(told: Told) -> None:
    story = told("agreed")
    for named in ({"step": "akkoord"}, {"report": TakenBack.AGREEMENT}):
        with story.refuses("2 actiehouders: hoofdofficier van justitie en regioburgemeester"):
            story.does(Corrected(on=AGREED, reason=MISTAKE, **named))
    story.does(Corrected(on=AGREED, step="akkoord", owner="hoofdofficier", reason=MISTAKE))
    ontwerp = story.state.ontwerp
    assert ontwerp is not None
    assert set(story.state.agreements_with(ontwerp)) == {"regioburgemeester"}
    assert [a.owner for a in story.state.owed("akkoord")] == ["hoofdofficier"]
    with story.refuses("'korpschef' is geen opdrachtgever"):
        story.does(Corrected(on=AGREED, report="akkoord", owner="korpschef", reason=MISTAKE))
    story.does(Agreed(on=AGREED, client="hoofdofficier"))


def test_a_newer_ontwerp_that_was_a_mistake_leaves_the_round_before_as_it_was(at: At) -> None:
    """Who agreed, was asked and was heard on the first one, is so again, on the days of then."""
    story = StoryInMemory(at("agreed"))
    story.moves("verzending", ASKED + ONE_DAY, AGREED)
    story.starts(Stage.HEARING, ASKED)
    story.does(heard("Texel"))
    was = as_it_reads(story.state)
    story.does(VersionMade(on=LATER, step="ontwerp", contains=tuple(Part)))
    assert story.state.owed("verzending")
    assert story.state.owed("akkoord")
    assert len(story.state.owed("horen")) == 3
    story.does(Agreed(on=LATER, client="hoofdofficier"))
    story.does(Corrected(on=LATER, step="ontwerp", reason=MISTAKE))
    assert as_it_reads(story.state) == was
    texel = story.state.hearing_of("GM0448")
    assert (texel.state, texel.heard_on) == (HearingState.HEARD, HEARD)


def test_what_was_heard_before_the_last_day_moved_keeps_the_last_day_of_then(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(heard("Texel"))
    [of_then] = {a.due_on for a in story.state.actions.where(id="klein/horen/GM0448")}
    story.moves("horen", HEARD + ONE_DAY, HEARD)
    was = as_it_reads(story.state)
    story.does(VersionMade(on=LATER, step="ontwerp", contains=tuple(Part)))
    assert [a.due_on for a in story.state.owed("horen", "GM0448")] != [of_then]
    story.does(Corrected(on=LATER, step="ontwerp", reason=MISTAKE))
    assert as_it_reads(story.state) == was


def test_better_words_are_taken_back_until_councils_have_them(told: Told) -> None:
    better = VersionMade(on=AGREED, step="ontwerp", wording="drie spelfouten zijn verbeterd")
    story = told("agreed")
    story.does(better)
    story.does(Corrected(on=AGREED, step="ontwerp", reason=MISTAKE))
    ontwerp = story.state.ontwerp
    assert ontwerp is not None
    assert (ontwerp.number, len(story.state.agreements_with(ontwerp))) == (1, 2)
    assert story.state.is_done("ontwerp")
    story.does(better)
    story.starts(Stage.HEARING, ASKED)
    with story.refuses("is al naar de raden", law=HEAR):
        story.does(Corrected(on=ASKED, step="ontwerp", reason=MISTAKE))
