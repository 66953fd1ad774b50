# SPDX-License-Identifier: EUPL-1.2
"""Who owes something, in a sentence: a council is no municipality, and is heard by another."""

from types import SimpleNamespace
from typing import Any

import pytest

from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, COUNCILS, GRIFFIES
from gehoord.domain.proposal.step import StepKind
from gehoord.templates.owners import owner_in_words
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small


@pytest.mark.parametrize(
    ("owner", "kind", "words"),
    [
        (COUNCILS, StepKind.HEARING, "burgemeester en raad van Texel"),
        (COUNCILS, StepKind.MILESTONE, "raad van Texel"),
        (GRIFFIES, StepKind.MILESTONE, "griffie van Texel"),
        (BURGEMEESTERS, StepKind.MILESTONE, "Burgemeester van Texel"),
    ],
)
def test_of_each_municipality_it_says_whose_part_it_is(
    small: Small, owner: str, kind: StepKind, words: str
) -> None:
    story = StoryInMemory()
    story.opens(small)
    state = story.state
    texel = state.municipality("Texel").code
    [action] = state.owed("horen", texel)
    named = {BURGEMEESTERS: "Burgemeester van Texel"}.get(owner, "Texel")
    action = action.model_copy(update={"kind": kind, "owner_name": named})
    asked = SimpleNamespace(step=lambda _: SimpleNamespace(owner=owner))
    known: Any = SimpleNamespace(municipalities=state.municipalities, as_opened=asked)
    assert owner_in_words(known, action) == words
