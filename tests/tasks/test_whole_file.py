# SPDX-License-Identifier: EUPL-1.2
"""A file is there whole or not at all, however many write it at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store.register import Register
from gehoord.tasks.calendars import write_calendars
from gehoord.tasks.whole_file import write_whole
from tests.tasks.test_mail import DAY


def test_many_writers_leave_one_whole_file(tmp_path: Path) -> None:
    contents = [bytes([number]) * 100_000 for number in range(50)]
    file = tmp_path / "x.ics"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_whole(file, content), contents))
    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "x.ics").mkdir()
    with pytest.raises(OSError, match=r"x\.ics"):
        write_whole(tmp_path / "x.ics", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["x.ics"]


def test_calendars_written_by_several_at_once_are_all_there(
    register: Register, small: tuple[Proposal, Eenheid, str], tmp_path: Path
) -> None:
    open_dossier(register, "klein", *small, DAY)
    for number in range(10):
        folder = tmp_path / str(number)
        with ThreadPoolExecutor(4) as pool:
            list(
                pool.map(
                    lambda _, place=folder: write_calendars(register, "klein", place, DAY), range(4)
                )
            )
        names = [path.name for path in (folder / "klein").iterdir()]
        assert "dossier.ics" in names
        assert all(name.endswith(".ics") for name in names)
