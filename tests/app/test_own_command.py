# SPDX-License-Identifier: EUPL-1.2
"""A command in a program of its own says and writes what it does in this one."""

from pathlib import Path

import pytest

from gehoord.app import own_command
from gehoord.app.own_command import OwnCommand
from gehoord.domain.errors import GehoordError
from gehoord.tasks.settings import Settings
from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence

TELLS = (
    "from gehoord.tasks.settings import settings as s; print(s().home, s().database, flush=True); "
)


@pytest.fixture
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> OwnCommand:
    """Commands on a register of which the place is told from that folder."""
    assert folder == Path.cwd()
    return OwnCommand(Settings(home=Path("thuis")))


def test_it_is_refused_as_the_command_is_and_on_the_same_register(
    own: OwnCommand, gehoord: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_command, "_PROGRAM", TELLS + own_command._PROGRAM)
    arguments = ["export", "-o", "daar.zip", "--include", "abc", "--", "geen"]
    ran = own(arguments)
    assert ran.said == f"thuis sqlite:///{folder}/thuis/gehoord.db\n"
    assert (ran.code, ran.complained) == (2, gehoord(*arguments).err)


def test_what_stands_in_the_folder_and_what_a_library_warns_of_are_no_part_of_it(
    own: OwnCommand, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning would be read as a fault of the register."""
    (folder / "json.py").write_text("raise RuntimeError")
    program = "import json, warnings; warnings.warn('x'); open(1, 'wb').write(b'\\xff')"
    monkeypatch.setattr(own_command, "_PROGRAM", program)
    ran = own([])
    assert (ran.code, ran.said, ran.complained) == (0, "\ufffd", "")


def test_what_takes_too_long_is_told(own: OwnCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_command, "SECONDS", 0.01)
    with pytest.raises(GehoordError) as told:
        own(["--help"])
    assert_sentence(str(told.value), "gehoord export")
