# SPDX-License-Identifier: EUPL-1.2
"""A command in a program of its own says and writes what it does in this one."""

from pathlib import Path

import pytest

from gehoord.app import own_command
from gehoord.app.own_command import OwnCommand
from gehoord.domain.errors import GehoordError
from gehoord.tasks.settings import settings
from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence


def test_it_is_refused_as_the_command_is_on_the_same_register(
    opened: Gehoord, folder: Path
) -> None:
    arguments = ["export", "-o", "daar.zip", "--json", "--", "geen"]
    here = opened(*arguments)
    settings.cache_clear()
    ran = OwnCommand(settings())(arguments)
    assert (ran.code, ran.said, ran.complained) == (2, "", here.err)
    assert "klein" in ran.complained
    assert not (folder / "daar.zip").exists()


def test_what_takes_too_long_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_command, "SECONDS", 0.01)
    with pytest.raises(GehoordError) as told:
        OwnCommand(settings())(["--help"])
    assert_sentence(str(told.value), "gehoord export")
