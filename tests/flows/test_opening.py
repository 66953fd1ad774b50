# SPDX-License-Identifier: EUPL-1.2
"""A dossier is opened once."""

from gehoord.flows.opening import open_dossier
from tests.story import OPENED, Small
from tests.story_in_register import ToldInRegister


def test_a_dossier_is_opened_once(told: ToldInRegister, small: Small) -> None:
    story = told("opened")
    with story.refuses("'klein' is er al", "--naam"):
        open_dossier(story.register, "klein", *small, OPENED)
