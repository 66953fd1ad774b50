# SPDX-License-Identifier: EUPL-1.2
"""A file waits for its party alone, one at a time, and not for ever."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gehoord.tasks.waiting_file import (
    FOLDER,
    LONGEST_WAIT,
    forget_waiting,
    let_wait,
    waiting_file,
)

NOW = datetime(2027, 6, 17, 12, tzinfo=UTC)


def test_a_file_waits_for_its_party_alone(tmp_path: Path) -> None:
    key = let_wait(tmp_path, "a", b"raden", NOW)
    assert waiting_file(tmp_path, "a", key) == b"raden"
    assert waiting_file(tmp_path, "b", key) is None
    assert waiting_file(tmp_path, "a", "../a/" + key) is None
    forget_waiting(tmp_path, "a")
    assert waiting_file(tmp_path, "a", key) is None


def test_a_second_file_of_a_party_comes_in_the_place_of_the_first(tmp_path: Path) -> None:
    first = let_wait(tmp_path, "a", b"eerst", NOW)
    second = let_wait(tmp_path, "a", b"later", NOW)
    assert waiting_file(tmp_path, "a", first) is None
    assert waiting_file(tmp_path, "a", second) == b"later"


def test_what_waited_for_more_than_a_day_goes_with_the_next_file(tmp_path: Path) -> None:
    old = let_wait(tmp_path, "a", b"vergeten", NOW)
    young = let_wait(tmp_path, "b", b"net", NOW + timedelta(hours=1))
    let_wait(tmp_path, "c", b"nieuw", NOW + LONGEST_WAIT + timedelta(seconds=1))
    assert waiting_file(tmp_path, "a", old) is None
    assert waiting_file(tmp_path, "b", young) == b"net"


def test_what_is_being_written_is_left_alone(tmp_path: Path) -> None:
    first = let_wait(tmp_path, "a", b"raden", NOW)
    half = tmp_path / FOLDER / "a" / ".half.nieuw"
    half.write_bytes(b"ra")
    os.utime(half, (NOW.timestamp(), NOW.timestamp()))
    assert waiting_file(tmp_path, "a", half.name) is None
    let_wait(tmp_path, "a", b"raden", NOW)
    forget_waiting(tmp_path, "a")
    assert half.exists()
    assert waiting_file(tmp_path, "a", first) is None
