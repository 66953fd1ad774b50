# SPDX-License-Identifier: EUPL-1.2
"""Entries: what is refused, what a reader knows one by, and when its sequence rises."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry

CHANGED = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
LATER = datetime(2027, 4, 1, 9, 30, tzinfo=UTC)
DEADLINE = Entry(
    key=("imv-2028-2031", "horen", "haarlem"),
    title="Raad van Haarlem horen",
    start=date(2027, 10, 15),
    changed_at=CHANGED,
)
WORDS = st.text(max_size=6)


def test_the_uid_of_a_step_never_changes() -> None:
    assert DEADLINE.uid == "39d14e5e-2ecb-59e0-9325-2390c6ff1b42"
    other = replace(DEADLINE, title="Anders", start=date(2028, 1, 1), sequence=4, cancelled=True)
    assert other.uid == DEADLINE.uid


@given(st.tuples(WORDS, WORDS, WORDS), st.tuples(WORDS, WORDS, WORDS))
def test_other_keys_give_other_uids(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert (replace(DEADLINE, key=one).uid == replace(DEADLINE, key=other).uid) is (one == other)


def test_parts_of_a_key_never_run_into_each_other() -> None:
    assert (
        replace(DEADLINE, key=("a", "bc", "d")).uid != replace(DEADLINE, key=("ab", "c", "d")).uid
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"title": "\x00\u202e \n"}, "heeft een titel nodig"),
        ({"approximate": " "}, "eigen woorden nodig"),
        ({"end": date(2027, 10, 14)}, "niet na het begin"),
        ({"end": LATER}, "beide een dag of beide een tijdstip"),
        ({"start": datetime(2027, 10, 15, 20)}, "een tijdzone nodig"),  # noqa: DTZ001
        ({"changed_at": datetime(2027, 10, 15, 20)}, "een tijdzone nodig"),  # noqa: DTZ001
        ({"start": LATER, "end": LATER}, "niet na het begin"),
        ({"sequence": -1}, "volgnummer"),
        ({"url": "https://gehoord.example/\r\nATTENDEE:mailto:x@y.example"}, "geen webadres"),
        ({"url": "javascript:alert(1)"}, "geen webadres"),
    ],
)
def test_an_entry_that_contradicts_itself_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(DEADLINE, **wrong)


@pytest.mark.parametrize(
    "mail",
    [
        "",
        "griffie",
        "griffie@haarlem",
        "a b@c.example",
        "x@y.example\r\nBCC:z@y.example",
        "a@b@c.nl",
    ],
)
def test_what_is_no_mail_address_is_refused(mail: str) -> None:
    with pytest.raises(ValueError, match="geen e-mailadres"):
        Address(mail)
