# SPDX-License-Identifier: EUPL-1.2
"""Where the rows of an overview lead to: to the text that counts, and to no letter of another."""

from datetime import UTC, datetime

from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.kept_letter import KeptLetter
from gehoord.domain.dossier.message import MessageState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter
from gehoord.templates.desk.overview_links import RowLink, RowLinks
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small

SENT = MessageState.SENT
LEFT = datetime(2027, 6, 17, 12, tzinfo=UTC)
HAARLEM, TEXEL = (
    KeptLetter(f"klein/{code}", Letter.ONTWERP, "verzending", code, code, SENT, LEFT, "")
    for code in ("GM0392", "GM0448")
)


def asked(small: Small) -> State:
    story = StoryInMemory()
    story.tell(small, "asked")
    return story.state


def texts(links: tuple[RowLink, ...]) -> list[str]:
    return [link.text for link in links]


def test_the_text_of_a_step_is_that_of_its_newest_version(small: Small) -> None:
    state = asked(small)
    [made] = state.versions
    numbered = [
        made.model_copy(update={"id": f"klein/versie/{n}", "number": n, "document": f"stuk{n}"})
        for n in (10, 8)
    ]
    links = RowLinks(state.after(Changes.adding(*numbered)), "/o/x", [], None)
    assert [link.address for link in links.of_step("ontwerp")] == [
        "/o/x/stuk/stuk10?bij=klein%2Fversie%2F10"
    ]


def test_of_many_letters_none_stands_for_a_step(small: Small) -> None:
    state = asked(small)
    assert texts(RowLinks(state, "/o/x", [HAARLEM], None).of_step("verzending")) == ["Brief"]
    assert texts(RowLinks(state, "/o/x", [HAARLEM, TEXEL], None).of_step("verzending")) == []


def test_the_letter_with_the_ontwerp_belongs_to_the_hearing_of_its_own_council(
    small: Small,
) -> None:
    state = asked(small)
    links = RowLinks(state, "/o/x", [HAARLEM, TEXEL], None)
    [hearing] = state.actions.where(step="horen", owner="GM0448")
    assert [link.address for link in links.of_action(hearing)] == [f"/o/x/brief/{TEXEL.key}"]
    [adoption] = state.actions.where(step="vaststelling")
    assert links.of_action(adoption.model_copy(update={"municipality": "GM0448"})) == ()
