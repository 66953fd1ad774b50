# SPDX-License-Identifier: EUPL-1.2
"""A card is planned at the end of its day, in Amsterdam."""

from datetime import UTC, date, datetime

import pytest

from tests.tasks.board.cards import card


@pytest.mark.parametrize(
    ("due_on", "moment"),
    [
        (date(2027, 10, 15), datetime(2027, 10, 15, 21, 59, 7, tzinfo=UTC)),  # summer time
        (date(2027, 11, 4), datetime(2027, 11, 4, 22, 59, 7, tzinfo=UTC)),  # winter time
        (date(2027, 10, 31), datetime(2027, 10, 31, 22, 59, 7, tzinfo=UTC)),  # the clock goes back
    ],
)
def test_an_action_is_in_time_until_its_last_minute_in_amsterdam(
    due_on: date, moment: datetime
) -> None:
    assert card(7, due_on=due_on).moment == moment


@pytest.mark.parametrize("seconds", [-1, 60])
def test_a_spread_that_leaves_the_last_minute_is_refused(seconds: int) -> None:
    with pytest.raises(ValueError, match="laatste minuut van de dag"):
        card(spread_seconds=seconds)
