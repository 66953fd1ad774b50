"""The help of every command is Dutch, headings and all."""

import re
from collections.abc import Iterator

import pytest
from typer import Typer

from gehoord.app.cli import app
from tests.app.conftest import Gehoord

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


def test_the_help_names_the_commands_below_it_with_their_whole_sentence(gehoord: Gehoord) -> None:
    out = " ".join(gehoord("--help").out.split())
    assert "Opdrachten: new Maak een haalbaar voorstel" in out
    assert "watch Kijk wat vandaag moet gebeuren: herinneren, melden wat te laat is, het" in out
    assert len(COMMANDS) > 25


def test_the_help_says_what_must_be_filled_in_and_what_it_is_otherwise(gehoord: Gehoord) -> None:
    out = " ".join(gehoord("record", "gehoord", "--help").out.split())
    assert "DOSSIER <tekst> De naam van het dossier. [verplicht]" in out
    assert "[standaard: raadsvergadering]" in out


def test_typing_nothing_shows_the_same_help(gehoord: Gehoord) -> None:
    assert gehoord("record").out == gehoord("record", "--help").out
