# SPDX-License-Identifier: EUPL-1.2
"""One look at the counts of the board shows that somebody or something changed it."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.action import ActionState
from gehoord.store.due import Counted
from gehoord.tasks.board.glance import STRETCH, Glance, falls_late
from gehoord.tasks.board.prefect_api import History
from gehoord.templates.filters import WITHOUT_DAY

OPENED, ON = date(2026, 11, 23), date(2027, 3, 1)
OPEN, DONE, LAPSED = ActionState.OPEN, ActionState.DONE, ActionState.LAPSED
KNOWN = [
    Counted(OPEN, date(2027, 2, 12), 3),
    Counted(OPEN, date(2027, 3, 1), 2),
    Counted(OPEN, date(2027, 9, 30), 32),
    Counted(DONE, date(2027, 1, 15), 4),
    Counted(LAPSED, date(2027, 4, 1), 5),
]
WANTED = Glance.of(KNOWN, OPENED, ON)


def stretch_of(day: date) -> int:
    return (datetime(day.year, day.month, day.day, 22, 30, tzinfo=UTC) - WANTED.start) // STRETCH


LATE = (stretch_of(date(2027, 2, 12)), "Late")
TODAY = (stretch_of(date(2027, 3, 1)), "Scheduled")
AHEAD = (stretch_of(date(2027, 9, 30)), "Scheduled")
BOARD: History = {LATE: 3, TODAY: 2, AHEAD: 32, (0, "Completed"): 3, (9, "Completed"): 1}


def test_a_board_that_was_left_alone_agrees() -> None:
    assert WANTED.agrees(BOARD)


def test_a_last_day_that_passed_since_is_news_for_a_story() -> None:
    assert not falls_late(KNOWN, ON, ON)
    assert falls_late(KNOWN, ON, date(2027, 3, 2))
    assert not falls_late(KNOWN, date(2027, 3, 2), date(2027, 3, 3))


def test_what_is_settled_may_stand_anywhere() -> None:
    assert WANTED.agrees(BOARD | {(1, "Cancelled"): 5, (7, "Completed"): 2})


def test_the_stretches_reach_past_the_last_card() -> None:
    assert min(LATE[0], TODAY[0]) >= 0
    assert max(stretch for stretch, _ in (LATE, TODAY, AHEAD)) < WANTED.stretches


def test_a_run_of_what_is_done_that_was_deleted_is_missed() -> None:
    assert not WANTED.agrees(BOARD | {(0, "Completed"): 2})


def test_a_run_that_was_deleted_is_missed() -> None:
    assert not WANTED.agrees(BOARD | {AHEAD: 31})


def test_a_run_that_somebody_cancelled_is_missed() -> None:
    assert not WANTED.agrees(BOARD | {AHEAD: 31, (AHEAD[0], "Cancelled"): 1})


def test_a_run_that_somebody_started_is_seen() -> None:
    assert not WANTED.agrees(BOARD | {TODAY: 1, (TODAY[0], "Running"): 1})


def test_a_run_that_somebody_completed_is_seen() -> None:
    assert not WANTED.agrees(BOARD | {TODAY: 1, (TODAY[0], "Completed"): 1})


def test_a_run_too_many_is_seen() -> None:
    assert not WANTED.agrees(BOARD | {(AHEAD[0], "Late"): 1})


def test_a_run_on_another_day_than_its_card_is_seen() -> None:
    assert not WANTED.agrees(BOARD | {AHEAD: 31, (AHEAD[0] - 1, "Scheduled"): 1})


def test_a_day_later_the_cards_of_yesterday_must_be_late() -> None:
    assert not Glance.of(KNOWN, OPENED, date(2027, 3, 2)).agrees(BOARD)


lines = st.lists(
    st.builds(
        Counted,
        st.sampled_from(ActionState),
        st.dates(date(2026, 1, 1), date(2031, 12, 31)),
        st.integers(1, 400),
    ),
    max_size=12,
)


@given(known=lines, on=st.dates(date(2026, 1, 1), date(2031, 12, 31)))
def test_every_open_card_lies_in_a_stretch_that_prefect_looks_at(
    known: list[Counted], on: date
) -> None:
    wanted = Glance.of(known, OPENED, on)
    open_cards = sum(line.number for line in known if line.state is OPEN)
    assert sum(wanted.owed.values()) == open_cards
    assert all(0 <= stretch < wanted.stretches <= 500 for stretch, _ in wanted.owed)


def test_what_has_no_day_is_counted_wherever_its_run_was_made() -> None:
    wanted = Glance.of([*KNOWN, Counted(OPEN, None, 2)], OPENED, ON)
    seen = {**WANTED.owed, (0, "Completed"): 4}
    assert WANTED.agrees(seen)
    assert not wanted.agrees(seen)
    assert wanted.agrees({**seen, (0, WITHOUT_DAY): 1, (5, WITHOUT_DAY): 1})
    assert not WANTED.agrees({**seen, (0, WITHOUT_DAY): 1})
