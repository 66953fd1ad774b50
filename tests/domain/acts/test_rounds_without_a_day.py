# SPDX-License-Identifier: EUPL-1.2
"""In a newer round what had no day has none, and everything is owed again."""

from datetime import date

from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from tests.domain.acts.test_silence import LONG, councils_asked


def test_an_agreement_without_a_day_is_owed_again_and_still_has_none() -> None:
    story = councils_asked(LONG)
    newer = date(2026, 8, 3)
    story.does(VersionMade(on=newer, step="ontwerp", contains=tuple(Part)))
    owed = story.state.owed("akkoord")
    assert len(owed) == 2
    assert {action.due_on for action in owed} == {None}
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=newer, client=client))
    story.starts(Stage.HEARING, newer)
    assert {h.round for h in story.state.hearings} == {2}
