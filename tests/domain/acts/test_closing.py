# SPDX-License-Identifier: EUPL-1.2
"""Each step is closed by one kind of report, and only by that."""

import pytest

from gehoord.domain.acts.closing import closed_by
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import KINDS, StepDone
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.reported_as import DONE
from gehoord.procedures.library import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ADOPTED, Small


def test_every_step_of_a_shipped_procedure_is_closed_by_a_report_that_exists() -> None:
    proposal, _, _ = proposal_of("noord-holland/imv-2028-2031")
    assert {closed_by(step) for step in proposal.steps} <= KINDS.keys()
    assert closed_by(proposal.step("horen")) == "gehoord"


def test_what_another_report_closes_is_refused_as_done(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    for step in story.state.as_opened.steps:
        own = closed_by(step)
        if own != DONE and not step.follows_adoption:
            with pytest.raises(RefusedError, match=f"'{own}', niet als 'gedaan'"):
                decided(StepDone(on=ADOPTED, step=step.id), story.state)
