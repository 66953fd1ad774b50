# SPDX-License-Identifier: EUPL-1.2
"""What differs between the cards and the board, and that writing it leaves no difference."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.dossier.action import ActionState
from gehoord.tasks.board.card import Card, end_of
from gehoord.tasks.board.differences import (
    Difference,
    Repair,
    differences,
    state_for,
)
from gehoord.tasks.board.prefect_api import Run
from gehoord.templates.filters import WITHOUT_DAY
from tests.tasks.board.cards import AFTER, BEFORE, LAST_DAY, card


def as_run(shown: Card, on: date, at: datetime = datetime(2027, 1, 1, tzinfo=UTC)) -> Run:
    """The run Prefect makes of a card: what an order for it leads to."""
    state = state_for(Repair.CREATE, shown, on)
    return Run(
        id=uuid4(),
        key=shown.key,
        name=shown.name,
        tags=frozenset(shown.tags),
        parameters={},
        state_type=state["type"],
        state_name=state["name"],
        state_at=at,
        planned_at=shown.moment if state["type"] == "SCHEDULED" else at,
    )


def carry_out(found: Sequence[Difference], runs: Sequence[Run], on: date) -> list[Run]:
    """A board on which every write succeeds, without a server."""
    board = {run.key or str(run.id): run for run in runs}
    for item in found:
        if item.repair in {Repair.CREATE, Repair.RESCHEDULE}:
            assert item.card
            board[item.key] = as_run(item.card, on)
        elif item.repair is Repair.RENAME:
            assert item.card
            board[item.key] = replace(
                board[item.key],
                name=item.card.name,
                tags=frozenset(item.card.tags),
                parameters={},
            )
        else:
            state = state_for(item.repair, item.card, on)
            board[item.key] = replace(
                board[item.key], state_type=state["type"], state_name=state["name"]
            )
    return list(board.values())


days = st.dates(date(2027, 10, 1), date(2027, 10, 31))
decks = st.dictionaries(
    st.integers(0, 9),
    st.tuples(days, st.sampled_from(ActionState), st.sampled_from(["Haarlem", "Hoorn"])),
)


@given(before=decks, then=days, after=decks, on=days)
@settings(max_examples=60, deadline=None)
def test_writing_the_differences_leaves_none(
    before: dict[int, tuple[date, ActionState, str]],
    then: date,
    after: dict[int, tuple[date, ActionState, str]],
    on: date,
) -> None:
    runs: list[Run] = []
    for deck, day in ((before, then), (after, on)):
        hand = [
            card(n, due_on=due, state=state, name=name) for n, (due, state, name) in deck.items()
        ]
        runs = carry_out(differences(hand, runs, day), runs, day)
        assert differences(hand, runs, day) == []
        assert len({run.key for run in runs}) == len(runs)
        late = {run.key for run in runs if run.state_name == "Late"}
        assert late == {
            c.key for c in hand if c.state is ActionState.OPEN and c.due_on and c.due_on < day
        }


def test_a_late_mark_of_prefects_own_clock_stays_and_one_set_before_its_moment_goes() -> None:
    marked = replace(as_run(card(), BEFORE), state_name="Late")
    by_the_clock = replace(marked, state_at=end_of(LAST_DAY) + timedelta(seconds=20))
    assert differences([card()], [by_the_clock], LAST_DAY) == []
    assert [d.repair for d in differences([card()], [marked], LAST_DAY)] == [Repair.REOPEN]


def test_a_completed_run_without_a_card_is_history_and_an_open_one_is_cancelled() -> None:
    done = as_run(card(1, state=ActionState.DONE), BEFORE)
    still_open = as_run(card(2), BEFORE)
    assert [(d.key, d.repair) for d in differences([], [done, still_open], BEFORE)] == [
        ("proef-2", Repair.CANCEL)
    ]


def test_what_lapsed_before_it_was_ever_shown_is_not_put_on_the_board() -> None:
    assert differences([card(state=ActionState.LAPSED)], [], BEFORE) == []


@pytest.mark.parametrize("ended", ["COMPLETED", "CANCELLED"])
def test_what_was_settled_and_is_owed_again_gets_a_new_run(ended: str) -> None:
    """Prefect shows a run that was ended at the moment of its end, among what has passed."""
    shown = card()
    run = replace(as_run(shown, BEFORE), state_type=ended, state_name=ended.title())
    assert [d.repair for d in differences([shown], [run], BEFORE)] == [Repair.RESCHEDULE]


def test_a_card_without_a_day_waits_and_is_never_late() -> None:
    undated = card(days=None)
    [made] = differences([undated], [], LAST_DAY)
    state = state_for(made.repair, undated, AFTER)
    assert (state["type"], state["name"]) == ("PENDING", WITHOUT_DAY)
    assert "state_details" not in state
    assert state["message"] == "Nog zonder dag"
    waiting = replace(as_run(card(), BEFORE), state_type="PENDING", state_name=WITHOUT_DAY)
    assert differences([undated], [waiting], AFTER) == []


def test_a_card_that_gets_a_day_or_has_lost_an_invented_one_gets_a_new_run() -> None:
    waiting = replace(as_run(card(), BEFORE), state_type="PENDING", state_name=WITHOUT_DAY)
    made_on = replace(waiting, planned_at=end_of(BEFORE))
    assert [d.repair for d in differences([card()], [made_on], BEFORE)] == [Repair.RESCHEDULE]
    dated = as_run(card(), BEFORE)
    assert [d.repair for d in differences([card(days=None)], [dated], BEFORE)] == [
        Repair.RESCHEDULE
    ]
