# SPDX-License-Identifier: EUPL-1.2
"""Who still owes a jaarverslag in the last years needs his page in them, and who does not, no."""

from datetime import date

from gehoord.domain.dossier.last_duty import last_duty_on
from gehoord.domain.eenheid.eenheid import ADVISER
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import adopted

OF_2031 = date(2032, 12, 31)


def test_the_last_jaarverslag_is_a_duty_of_its_body_and_all_duties_are_the_advisers(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(adopted())
    owners = (ADVISER, "rbop", "hoofdofficier", "GM0392")
    assert [last_duty_on(story.state, who) for who in owners] == [OF_2031, OF_2031, None, None]


def test_what_is_owed_for_the_first_time_counts_by_its_own_day(at: At) -> None:
    state = StoryInMemory(at("opened")).state
    assert last_duty_on(state, "GM0392") == date(2027, 10, 7)
