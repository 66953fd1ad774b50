# SPDX-License-Identifier: EUPL-1.2
"""Raadsweken and meetings, as people write them in a proposal."""

from datetime import date

import pytest

from gehoord.calendar.offset import Offset
from gehoord.calendar.written import AtMeeting, UnreadableDateError, read


@pytest.mark.parametrize(
    ("words", "amount", "before"),
    [
        ("8 raadsweken voor vaststelling", 8, True),
        ("een raadsweek na themas", 1, False),
        ("1 raadsweek  Voor themas", 1, True),
    ],
)
def test_raadsweken_are_counted_from_a_step(words: str, amount: int, before: bool) -> None:
    found = read(words)
    assert isinstance(found, Offset)
    assert found.counts_council_weeks
    assert (found.amount, found.before, found.words) == (amount, before, words)


def test_plain_weeks_are_no_raadsweken() -> None:
    found = read("8 weken voor vaststelling")
    assert isinstance(found, Offset)
    assert not found.counts_council_weeks


@pytest.mark.parametrize(
    ("words", "is_first", "anchor", "limit", "is_rough"),
    [
        ("laatste vergadering voor vaststelling", False, "vaststelling", None, False),
        ("eerste vergadering na concept-70", True, "concept-70", None, False),
        ("laatste vergadering voor 4 november 2027", False, None, date(2027, 11, 3), False),
        ("laatste vergadering uiterlijk 2027-11-09", False, None, date(2027, 11, 9), False),
        ("laatste vergadering uiterlijk op 9 november 2027", False, None, date(2027, 11, 9), False),
        ("eerste vergadering na 31 augustus 2027", True, None, date(2027, 9, 1), False),
        ("eerste vergadering vanaf september 2027", True, None, date(2027, 9, 1), False),
        ("laatste vergadering uiterlijk medio mei 2027", False, None, date(2027, 5, 15), True),
    ],
)
def test_a_meeting_is_pointed_at_by_a_step_or_a_day(
    words: str, is_first: bool, anchor: str | None, limit: date | None, is_rough: bool
) -> None:
    assert read(words) == AtMeeting(is_first, anchor, limit, is_rough, words)


@pytest.mark.parametrize(
    "words",
    [
        "laatste vergadering na themas",
        "eerste vergadering voor themas",
        "eerste vergadering uiterlijk 9 november 2027",
        "laatste vergadering uiterlijk themas",
        "laatste vergadering voor 31 november 2027",
        "laatste vergadering",
    ],
)
def test_words_that_point_at_no_meeting_are_refused_in_dutch(words: str) -> None:
    with pytest.raises(UnreadableDateError, match=words):
        read(words)
