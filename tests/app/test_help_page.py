"""The help of every command is Dutch, headings and all."""

import re
from collections.abc import Iterator

import pytest
from typer import Typer

from gehoord.app.cli import app
from tests.app.conftest import Gehoord
from tests.conftest import HERE

ENGLISH = re.compile(
    r"usage|options|arguments|commands?\b|show this|required|default|args|<str|list\[|<path|<date",
    re.IGNORECASE,
)


def every_command(group: Typer) -> Iterator[tuple[str, ...]]:
    """Yield each command as it is typed, that of the group itself among them."""
    yield ()
    for command in group.registered_commands:
        named = str(command.name or getattr(command.callback, "__name__", ""))
        yield (named.strip("_"),)
    for below in group.registered_groups:
        if isinstance(below.typer_instance, Typer):
            for words in every_command(below.typer_instance):
                yield (str(below.name), *words)


COMMANDS = list(every_command(app))


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
