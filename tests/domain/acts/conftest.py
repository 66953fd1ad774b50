# SPDX-License-Identifier: EUPL-1.2
"""The small dossier in a register, and its story told in memory as well as there."""

from datetime import date

import pytest

from gehoord.flows.opening import open_dossier
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, PER_COUNCIL, proposal_of
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import Moment, Small, Story, Told
from tests.story_in_register import ToldInRegister


@pytest.fixture(params=["in memory", "in a register"])
def told(request: pytest.FixtureRequest, at: At) -> Told:
    """The lawful story of `klein`, up to a moment: an act decides the same in both."""
    if request.param == "in memory":

        def tell(until: Moment) -> Story:
            return StoryInMemory(at(until))

        return tell
    in_register: ToldInRegister = request.getfixturevalue("told")
    return in_register


@pytest.fixture
def opened(register: Register, small: Small) -> Register:
    """The small dossier in a register, on every database."""
    open_dossier(register, "klein", *small, date(2026, 11, 23))
    return register


@pytest.fixture
def surveyed(register: Register, small: Small) -> Register:
    """The same with a step that every municipality owes."""
    text = small[2] + PER_COUNCIL
    open_dossier(register, "klein", proposal_of(text), small[1], text, DAY)
    return register
