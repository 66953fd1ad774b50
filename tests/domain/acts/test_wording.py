# SPDX-License-Identifier: EUPL-1.2
"""A version that only corrects wording, on a recorded ground, leaves the hearings standing."""

from typing import Any

import pytest

from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from tests.conftest import read_day
from tests.story import AGREED, ASKED, FINAL, HEAR, ONE_DAY, ONTWERP, Story, Told, adopted, heard

WHY = "drie spelfouten en een dubbele zin"
CORRECTED = read_day("Mon 2027-09-20")


def corrected(**more: Any) -> VersionMade:
    return VersionMade(**{"on": CORRECTED, "step": "ontwerp", "wording": WHY} | more)


def codes(story: Story) -> list[str]:
    return [f.code for f in findings(Case.of_dossier(story.state, FINAL))]


def test_who_was_heard_stays_heard_on_the_same_content_in_better_words(told: Told) -> None:
    story = told("heard")
    assert "Akkoord en horen blijven staan" in story.does(corrected())
    ontwerp = story.state.ontwerp
    assert ontwerp is not None
    assert (ontwerp.number, ontwerp.corrects, ontwerp.correction) == (2, "klein/versie/1", WHY)
    assert {h.state for h in story.state.hearings} == {HearingState.HEARD}
    assert len(story.state.agreements_with(ontwerp)) == 2
    assert "oude-versie-gehoord" not in codes(story)
    story.does(VersionMade(on=FINAL, step="definitief"))
    story.does(adopted())
    assert story.state.is_adopted


def test_an_ontwerp_with_other_content_still_asks_everybody_again(told: Told) -> None:
    story = told("heard")
    story.does(VersionMade(on=CORRECTED, step="ontwerp"))
    assert "oude-versie-gehoord" in codes(story)
    assert story.state.open_actions(step="akkoord")


def test_a_correction_of_a_correction_is_still_the_same_content(told: Told) -> None:
    story = told("heard")
    story.does(corrected())
    story.does(corrected(on=CORRECTED + ONE_DAY))
    ontwerp = story.state.ontwerp
    assert ontwerp is not None
    assert (ontwerp.number, ontwerp.corrects) == (3, "klein/versie/1")
    assert "oude-versie-gehoord" not in codes(story)


def test_in_the_middle_of_the_hearing_nobody_is_asked_twice(told: Told) -> None:
    story = told("asked")
    story.does(corrected(on=ASKED + ONE_DAY))
    asked = [h.invited_on for h in story.state.hearings]
    story.starts(Stage.HEARING, CORRECTED)
    assert [h.invited_on for h in story.state.hearings] == asked
    assert story.state.is_finished("verzending")
    story.does(heard("Haarlem"))
    assert story.state.hearing_of("GM0392").state is HearingState.HEARD


def test_an_agreement_with_the_older_wording_is_not_given_twice(told: Told) -> None:
    story = told("ontwerp")
    story.does(Agreed(on=AGREED, client="hoofdofficier"))
    story.does(corrected(on=AGREED))
    with story.refuses("is al akkoord"):
        story.does(Agreed(on=AGREED, client="hoofdofficier"))
    story.does(Agreed(on=AGREED, client="regioburgemeester"))
    assert not story.state.open_actions(step="akkoord")


@pytest.mark.parametrize("why", ["spelfouten", "twee spelfouten"])
def test_somebody_says_why_the_content_is_the_same(told: Told, why: str) -> None:
    story = told("heard")
    with story.refuses(
        "Schrijf in een zin van ten minste 3 woorden op waarom alleen de tekst verandert"
    ):
        story.does(corrected(wording=why))


def test_what_changes_a_statutory_part_is_no_correction_of_wording(told: Told) -> None:
    story = told("heard")
    with story.refuses("verandert meer dan de tekst", law=HEAR):
        story.does(corrected(contains=(Part.STRENGTH,)))


def test_there_must_be_a_version_to_correct_and_none_is_older_than_it(told: Told) -> None:
    story = told("themes")
    with story.refuses("nog geen versie waarvan de tekst"):
        story.does(corrected())


def test_a_correction_is_not_older_than_what_it_corrects(told: Told) -> None:
    story = told("ontwerp")
    with story.refuses("kan niet ouder zijn dan die van 3 juni 2027"):
        story.does(corrected(on=ONTWERP - ONE_DAY))
