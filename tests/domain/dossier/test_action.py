# SPDX-License-Identifier: EUPL-1.2
"""What one owner owes: done once, lapsed once, and with a sequence that calendars can follow."""

from datetime import date, timedelta

import pytest

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.action import Action, ActionState, days_of
from gehoord.domain.dossier.tally import Tally
from gehoord.domain.errors import RefusedError
from tests.domain.checks.cases import opened

STATE = opened()
[THEMES] = STATE.owed("themas")
EARLY, LATE = date(2027, 3, 10), date(2027, 3, 12)


@pytest.mark.parametrize(
    ("action", "how"),
    [(THEMES.done(EARLY), "gedaan"), (THEMES.lapsed(EARLY), "vervallen")],
    ids=["done", "lapsed"],
)
def test_what_was_done_or_lapsed_is_not_done_lapsed_or_moved_again(
    action: Action, how: str
) -> None:
    said = f"'RBOP: thema's vaststellen' is al {how}"
    with pytest.raises(RefusedError, match=said):
        action.done(LATE)
    with pytest.raises(RefusedError, match=said):
        action.lapsed(LATE)
    with pytest.raises(RefusedError, match=said):
        action.on_other_days(days_of(STATE.plan["themas"]), LATE)


def test_the_sequence_rises_when_its_days_change_or_it_is_done_on_another_day() -> None:
    assert THEMES.done(THEMES.due_on or LATE).sequence == THEMES.sequence == 0
    assert THEMES.done(EARLY).sequence == 1
    month = {"due_precision": Precision.WINDOW, "due_words": "maart 2027"}
    in_month = THEMES.model_copy(update=month).done(THEMES.due_on or LATE)
    assert (in_month.sequence, in_month.own_day) == (1, THEMES.due_on)
    lapsed = THEMES.lapsed(EARLY)
    assert (lapsed.sequence, lapsed.changed_on) == (1, EARLY)
    again = lapsed.reopened(LATE)
    assert (again.sequence, again.changed_on, again.state) == (2, LATE, ActionState.OPEN)
    back_dated = again.lapsed(EARLY)
    assert (back_dated.sequence, back_dated.changed_on) == (3, LATE)


def test_an_action_is_late_from_the_day_after_its_last_one_until_it_is_done() -> None:
    last = date(2027, 3, 11)
    after = last + timedelta(days=1)
    assert THEMES.due_on == last
    assert not THEMES.is_late(last)
    assert THEMES.is_late(after)
    assert not THEMES.done(after).is_late(after)


def test_the_actions_of_a_step_are_counted_with_the_first_and_the_last_day_of_doing() -> None:
    haarlem, hoorn, texel = STATE.actions.where(step="horen")
    actions: list[Action] = [haarlem.done(LATE), hoorn.done(EARLY), texel.lapsed(EARLY), THEMES]
    assert Tally.of(actions) == Tally(
        open=1, done=2, lapsed=1, first_done_on=EARLY, last_done_on=LATE
    )
    assert Tally.of([]) == Tally()
