# SPDX-License-Identifier: EUPL-1.2
"""A command loads what it needs, and leaves alone what takes long to load."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gehoord.app.commands import Loaded
from tests.app.conftest import Gehoord

PROGRAM = """
import sys
from gehoord.app.cli import main
try:
    main(sys.argv[1:])
except SystemExit as left:
    assert not left.code
print(*sys.modules)
"""
HEAVY = {"alembic", "holidays", "icalendar", "jinja2", "prefect", "rich"}


def loaded(*line: str) -> set[str]:
    """Return what a process of its own has loaded after a command."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *line],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_list_of_commands_is_shown_without_loading_any() -> None:
    found = loaded("--help")
    assert not found & {*HEAVY, "pydantic", "sqlalchemy", "sqlmodel"}
    assert "gehoord.app.help_page" in found
    assert "gehoord.app.status" not in found


@pytest.mark.parametrize("line", ["status", "why klein horen"])
def test_what_is_open_is_shown_without_prefect_calendars_or_letters(
    opened: Gehoord, folder: Path, line: str
) -> None:
    assert opened(*line.split()).code == 0
    found = loaded(*line.split())
    assert not found & (HEAVY - {"holidays"})  # what is left to a council rests on its recess
    assert "sqlalchemy" in found


def test_what_is_recorded_where_no_prefect_runs_is_so_without_loading_it(opened: Gehoord) -> None:
    assert opened("status").code == 0
    found = loaded("record", "adres", "klein", "Hoorn", "griffie@hoorn.example")
    assert "gehoord.tasks.sweep" in found  # its mail leaves
    assert "prefect" not in found


def test_the_help_of_a_command_is_shown_without_prefect_or_the_register() -> None:
    for line in ("record gedaan", "move", "export", "watch"):
        assert not loaded(*line.split(), "--help") & {"prefect", "alembic"}


def test_garbage_is_collected_again_once_a_command_is_loaded() -> None:
    assert Loaded()["up"]
    assert gc.isenabled()
