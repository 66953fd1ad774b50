# SPDX-License-Identifier: EUPL-1.2
"""Who got a draft that was taken back reads so beside it, on its own page."""

from gehoord.domain.acts.report import Corrected, VersionMade
from gehoord.domain.dossier.papers import drafts_taken_back
from gehoord.templates.desk.given import given
from gehoord.templates.outgoing.circulations import drafts_to_read
from gehoord.templates.outgoing.outgoing import Outgoing
from tests.domain.acts.circulated import FIRST, OF_70, asked, drafted
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small


def test_a_draft_that_was_taken_back_is_marked_until_the_same_file_is_a_version_again(
    small: Small,
) -> None:
    story = drafted(StoryInMemory(), small)
    story.does(asked("GGD"))
    [circulation] = story.state.circulations
    mails = list(drafts_to_read(Outgoing(story.state, FIRST, "a@b.example"), circulation))

    def pieces() -> list[str]:
        told = given(mails, {OF_70.sha256: OF_70.name}, drafts_taken_back(story.state))
        return [piece.name for mail in told for piece in mail.pieces]

    before = pieces()
    story.does(Corrected(on=FIRST, step="concept-70", reason="met namen erin"))
    [marked] = pieces()
    assert "IMV 70%.pdf, ingetrokken op 8 april 2027: gebruik dit stuk niet meer" in marked
    story.does(VersionMade(on=FIRST, step="concept-70", document=OF_70))
    assert pieces() == before
