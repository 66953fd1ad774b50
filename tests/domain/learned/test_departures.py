# SPDX-License-Identifier: EUPL-1.2
"""What is laid out says where it departs from every earlier procedure."""

from datetime import date, timedelta

import pytest

from gehoord.domain.learned.departures import departures
from gehoord.domain.learned.leg import Moment
from gehoord.domain.learned.practice import Practice
from tests.domain.learned.test_practice import course

SENT = date(2027, 6, 17)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (59, "hier 59 dagen, korter dan in elke eerdere procedure (2 zaken)"),
        (60, ""),
        (120, ""),
        (121, "hier 121 dagen, langer dan in elke eerdere procedure (2 zaken)"),
    ],
)
def test_only_what_lies_outside_all_earlier_cases_is_told(days: int, said: str) -> None:
    practice = Practice((course("Lang", 120), course("Kort", 60, took=True)))
    plan = {Moment.ONTWERP_SENT: SENT, Moment.LAST_ANSWER: SENT + timedelta(days=days)}
    found = list(departures(plan, practice))
    assert len(found) == bool(said)
    for line in found:
        assert said in line
        assert line.endswith("Kort duurde 60 dagen (S009) en Lang gepland: 120 dagen (S009).")


def test_of_one_case_alone_nothing_is_told() -> None:
    plan = {Moment.ONTWERP_SENT: SENT, Moment.LAST_ANSWER: SENT + timedelta(days=1)}
    assert list(departures(plan, Practice((course("Lang", 120),)))) == []
