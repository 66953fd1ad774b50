# SPDX-License-Identifier: EUPL-1.2
"""The state that the register gives says what the acts came to, whatever of it one asks first."""

from dataclasses import fields
from typing import Any, get_args

import pytest

from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.tally import Tally
from gehoord.store.state import state_in
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import HEARD, ONE_DAY, Moment, Small, heard
from tests.story_in_register import ToldInRegister

MOMENTS: tuple[Moment, ...] = get_args(Moment)
NAMES = [field.name for field in fields(State) if field.name != "dossier"]


def by_key(items: Any) -> list[Any]:
    return sorted(items, key=lambda item: item.id)


def in_memory(small: Small, moment: Moment) -> State:
    story = StoryInMemory()
    story.tell(small, moment)
    return story.state


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_register_holds_what_the_acts_came_to(
    told: ToldInRegister, small: Small, moment: Moment
) -> None:
    kept, decided = told(moment).state, in_memory(small, moment)
    assert kept.dossier == decided.dossier
    for name in NAMES:
        assert by_key(getattr(kept, name)) == by_key(getattr(decided, name)), name


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_is_asked_of_the_register_is_what_a_walk_over_all_would_give(
    told: ToldInRegister, small: Small, moment: Moment
) -> None:
    story, decided = told(moment), in_memory(small, moment)
    with story.register.reading() as reader:
        kept = state_in(reader, "klein")
        for line in decided.lines:
            assert kept.tally(line.step) == decided.tally(line.step)
            assert by_key(kept.owed(line.step)) == by_key(decided.owed(line.step))
        for state in ActionState:
            asked = {"owner": "GM0448", "state": state}
            assert by_key(kept.actions.where(**asked)) == by_key(decided.actions.where(**asked))
        for hearing in decided.hearings:
            assert kept.hearings.one(hearing.id) == kept.hearing_of(hearing.municipality) == hearing
        assert kept.last_asked_on == decided.last_asked_on
        assert kept.municipality("texel") == decided.municipality("GM0448")
        assert (kept.ontwerp, kept.final, kept.adoption) == (
            decided.ontwerp,
            decided.final,
            decided.adoption,
        )


def test_a_step_is_counted_with_its_first_and_its_last_day(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(heard("Haarlem", HEARD))
    story.does(heard("Hoorn", HEARD + ONE_DAY))
    with story.register.reading() as reader:
        found = state_in(reader, "klein").tally("horen")
    assert found == Tally(
        open=1, done=2, lapsed=0, first_done_on=HEARD, last_done_on=HEARD + ONE_DAY
    )


def test_what_changes_is_asked_in_the_order_of_the_whole(told: ToldInRegister) -> None:
    story = told("asked")
    with story.register.reading() as reader:
        state, whole = state_in(reader, "klein"), state_in(reader, "klein")
        first, second, third = whole.hearings
        again = {h.id: h.model_copy(update={"round": 2}) for h in (third, first)}
        for changes in (
            Changes.replacing((h, again[h.id]) for h in (third, first)),
            Changes.replacing([(again[third.id], third)]),
        ):
            state, whole = state.after(changes), whole.after(changes)
            list(whole.hearings)
        assert list(whole.hearings) == [again[first.id], second, third]
        for number, found in ((1, [second, third]), (2, [again[first.id]])):
            assert state.hearings.where(round=number) == found
            assert whole.hearings.where(round=number) == found
