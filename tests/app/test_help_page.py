# SPDX-License-Identifier: EUPL-1.2
"""The help of every command is Dutch, headings and all."""

import re
from collections.abc import Iterator

import pytest
from typer.core import TyperGroup

from gehoord.app.cli import gehoord as whole
from gehoord.app.commands import COMMANDS as LISTED
from gehoord.app.help_page import SHORT
from tests.app.conftest import Gehoord
from tests.conftest import HERE

ENGLISH = re.compile(
    r"usage|options|arguments|commands?\b|show this|required|default|args|<str|list\[|<path|<date",
    re.IGNORECASE,
)


def every_command(group: TyperGroup) -> Iterator[tuple[str, ...]]:
    """Yield each command as it is typed, that of the group itself among them."""
    yield ()
    for name, command in group.commands.items():
        below = every_command(command) if isinstance(command, TyperGroup) else [()]
        yield from ((name, *words) for words in below)


COMMANDS = list(every_command(whole))


@pytest.mark.parametrize("name", LISTED)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = whole.commands[name]
    assert command.name == name
    assert command.get_short_help_str(SHORT) == LISTED[name].sentence


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_help_of_a_command_holds_no_english(gehoord: Gehoord, command: tuple[str, ...]) -> None:
    told = gehoord(*command, "--help")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(" ".join(["Gebruik: gehoord", *command]))
    assert "Toon deze uitleg." in told.out
    assert not ENGLISH.findall(told.out)


def rows(page: str) -> list[str]:
    """Return what is said of each argument and option, its name included, on one line."""
    parts = [part.partition("\n\n")[0] for part in re.split(r"(?:Argumenten|Opties):\n", page)[1:]]
    return [" ".join(row.split("\n")) for part in parts for row in re.split(r"\n  (?=\S)", part)]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_argument_and_option_is_explained(gehoord: Gehoord, command: tuple[str, ...]) -> None:
    said = rows(gehoord(*command, "--help").out)
    assert any("Toon deze uitleg." in row for row in said)
    assert [row for row in said if not re.search(r"\S\s{2,}(?!\[)\S", row.strip())] == []


def test_the_guide_names_every_way_to_record() -> None:
    guide = (HERE.parent / "docs" / "gids.md").read_text()
    names = [name for first, *rest in filter(None, COMMANDS) if first == "record" for name in rest]
    assert len(names) > 12
    assert [name for name in names if f"gehoord record {name} " not in guide] == []
