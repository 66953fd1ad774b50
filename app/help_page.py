# SPDX-License-Identifier: EUPL-1.2
"""The help of every command in Dutch: its headings, and what the library adds to a line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from typer import Typer
from typer.core import TyperCommand, TyperGroup

_WORDS: Final = (
    ("[OPTIONS]", "[OPTIES]"),
    ("COMMAND [ARGS]...", "OPDRACHT ..."),
    ("Show this message and exit.", "Toon deze uitleg."),
    ("[default: ", "[standaard: "),
    ("[required]", "[verplicht]"),
    ("; required]", "; verplicht]"),
    ("<list[", "<"),
    ("]>", ">"),
    ("<str>", "<tekst>"),
    ("<date>", "<dag>"),
    ("<path>", "<bestand>"),
    ("{", ""),
    ("}", ""),
)
"""What the library says, and what an official reads instead."""

SHORT: Final = 200
"""Characters of the sentence about a command in the list of commands; none is that long."""


class DutchCommand(TyperCommand):
    """A command whose help is Dutch."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how it is typed."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write its arguments and options."""
        _write_parameters(self, ctx, formatter)


class DutchGroup(TyperGroup):
    """A command with others below it, whose help is Dutch."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how it is typed."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write its options, and the commands below it."""
        _write_parameters(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each command with its first sentence."""
        _write_section("Opdrachten", self.rows(ctx), formatter)

    def rows(self, ctx: Any) -> list[tuple[str, str]]:
        """Return each command with its first sentence."""
        known = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.get_short_help_str(SHORT)) for name, command in known if command]


def with_dutch_help(app: Typer) -> Typer:
    """Return the application with a Dutch help for each of its own commands."""
    for command in app.registered_commands:
        command.cls = DutchCommand
    return app


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    typed = " ".join(_translated(command.collect_usage_pieces(ctx)))
    formatter.write_usage(ctx.command_path, typed, prefix="Gebruik: ")


def _write_parameters(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    for heading, sort in (("Argumenten", "argument"), ("Opties", "option")):
        parameters = [p for p in command.get_params(ctx) if p.param_type_name == sort]
        records = [record for p in parameters if (record := p.get_help_record(ctx))]
        _write_section(heading, [tuple(_translated(record)) for record in records], formatter)


def _write_section(heading: str, rows: Sequence[tuple[str, ...]], formatter: Any) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _translated(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for english, dutch in _WORDS:
            text = text.replace(english, dutch)
        yield text
