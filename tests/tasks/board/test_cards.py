# SPDX-License-Identifier: EUPL-1.2
"""The card of the adoption says how many zienswijzen still have no answer."""

from gehoord.domain.acts.report import Disposed
from gehoord.domain.outgoing.story import stories
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.state import state_of
from gehoord.templates.cards import name
from tests.story import FINAL, HEARD
from tests.story_in_register import ToldInRegister
from tests.templates.test_nota import says


def test_the_card_of_the_adoption_counts_what_waits_for_an_answer(told: ToldInRegister) -> None:
    story = told("asked")

    def cards() -> dict[str, str]:
        with story.register.reading() as reader:
            state = state_of(reader, "klein")
            found = stories(state, recorded(reader, "klein"), fates(reader, "klein"), FINAL)
            return {each.action.step: name(each) for each in found.values()}

    for council in ("Texel", "Hoorn"):
        story.does(says(council, "Over jeugd.", HEARD))
    named = cards()
    assert named["vaststelling"].endswith("(2 zienswijzen zonder antwoord)")
    assert [step for step, said in named.items() if "zonder antwoord" in said] == ["vaststelling"]
    for council in ("Texel", "Hoorn"):
        story.does(Disposed(on=FINAL, sender=council, disposition="Dank."))
    assert "zienswijze" not in cards()["vaststelling"]
