# SPDX-License-Identifier: EUPL-1.2
"""A command in a program of its own says and writes what it does in this one."""

import os
import sys
from pathlib import Path

import pytest

from gehoord.app import own_command
from gehoord.app.own_command import OwnCommand
from gehoord.domain.errors import GehoordError
from gehoord.tasks.settings import Settings
from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence

TELLS = (
    "import sys; from gehoord.tasks.settings import settings; "
    "print(settings().home, settings().database, *sys.argv[1:])"
)


@pytest.fixture
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> OwnCommand:
    """Commands on a register of which the place is told from that folder."""
    assert folder == Path.cwd()
    return OwnCommand(Settings(home=Path("thuis")))


def test_it_has_the_same_register_and_is_told_what_to_do(
    own: OwnCommand, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_command, "_PROGRAM", TELLS)
    ran = own(["export", "--", "geen"])
    assert (ran.code, ran.complained) == (0, "")
    assert ran.said == f"thuis sqlite:///{folder}/thuis/gehoord.db export -- geen\n"


def test_its_program_is_the_command(
    gehoord: Gehoord, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", "-o", "daar.zip", "--include", "abc", "--", "geen"]
    refused = gehoord(*arguments)
    gave_way: list[int] = []
    monkeypatch.setattr(os, "nice", gave_way.append)
    monkeypatch.setattr(sys, "argv", ["-c", *arguments])
    with pytest.raises(SystemExit) as left:
        exec(own_command._PROGRAM)  # noqa: S102
    assert (left.value.code, capsys.readouterr().err) == (refused.code, refused.err)
    assert (refused.code, gave_way) == (2, [10])


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
