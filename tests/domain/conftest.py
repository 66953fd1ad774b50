# SPDX-License-Identifier: EUPL-1.2
"""The small dossier at each moment of its story, in memory."""

from functools import cache

import pytest

from gehoord.domain.dossier.state import State
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import Moment, Small


@pytest.fixture(scope="session")
def at(small_once: Small) -> At:
    """The state of `klein` at a moment, in memory. A state never changes, so each is told once."""

    @cache
    def state_at(moment: Moment) -> State:
        story = StoryInMemory()
        story.tell(small_once, moment)
        return story.state

    return state_at
