# SPDX-License-Identifier: EUPL-1.2
"""What a person typed arrives as text, whatever encoding Python takes the terminal to have."""

import os
from pathlib import Path

import pytest

from gehoord.app.as_typed import as_typed
from tests.app.conftest import Gehoord

REASON = "de raad van Súdwest vond het \u2018te vroeg\u2019"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_bytes_that_were_not_decoded_become_the_text_they_are(
    opened: Gehoord, encoding: str
) -> None:
    typed = REASON.encode(encoding).decode("ascii", "surrogateescape")
    assert as_typed(["move", typed]) == ["move", REASON]
    asked = ("move", "klein", "concept-70", "2027-04-15", "--reason")
    moved = opened(*asked, typed)
    assert (moved.code, moved.err) == (0, "")


def test_what_was_decoded_and_the_name_of_a_file_stay_as_they_are(tmp_path: Path) -> None:
    there = os.fsencode(tmp_path / "één.toml").decode("ascii", "surrogateescape")
    (tmp_path / "één.toml").touch()
    assert as_typed(None) is None
    assert as_typed(["check", REASON]) == ["check", REASON]
    new = "één.ics".encode().decode("ascii", "surrogateescape")
    assert as_typed(["check", there, "-o", new]) == ["check", there, "-o", new]
