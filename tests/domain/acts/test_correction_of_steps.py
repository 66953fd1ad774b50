# SPDX-License-Identifier: EUPL-1.2
"""What was done with a step by mistake is owed again; what left stays left."""

from gehoord.domain.acts.report import Corrected
from gehoord.domain.proposal.stage import Stage
from tests.story import ASKED, OPENED, Told

MISTAKE = "dat was een vergissing"


def test_a_letter_that_is_taken_back_is_owed_again(told: Told) -> None:
    story = told("opened")
    story.starts(Stage.START, OPENED)
    said = story.does(Corrected(on=OPENED, step="procesbrief", reason=MISTAKE))
    assert "Wie de brief al heeft, krijgt hem opnieuw als u de fase weer start." in said
    assert story.state.owed("procesbrief")


def test_an_ontwerp_that_left_is_not_taken_back(told: Told) -> None:
    story = told("asked")
    with story.refuses("Het ontwerp is al naar de raden", "(adres)"):
        story.does(Corrected(on=ASKED, step="verzending", reason=MISTAKE))
