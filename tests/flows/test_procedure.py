# SPDX-License-Identifier: EUPL-1.2
"""The whole procedure, lawfully told."""

from gehoord.domain.proposal.stage import Stage
from tests.story import ADOPTED, RESPOND_BY
from tests.story_in_register import ToldInRegister


def test_the_lawful_story_can_be_told_to_its_end(told: ToldInRegister) -> None:
    """Or every refusal on its way would prove nothing."""
    story = told("adopted")
    assert story.state.adoption is not None
    assert story.state.adoption.taken_on == ADOPTED
    assert {h.respond_by for h in story.state.hearings} == {RESPOND_BY}
    assert story.starts(Stage.ADOPTION, ADOPTED).startswith("5 brieven")
