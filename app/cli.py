"""The command line. One line of Dutch and exit code 2 for what a person must put right."""

import sys

import click
import typer

from gehoord.app import board, dossiers, proposals, recording
from gehoord.app.replay import replay
from gehoord.app.up import up
from gehoord.domain.errors import GehoordError

app = typer.Typer(
    name="gehoord",
    help="Gehoord draagt het beleidsplan van een politie-eenheid van thema's tot vaststelling.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for group in (proposals.app, dossiers.app):
    app.registered_commands += group.registered_commands
app.add_typer(recording.app, name="record")
app.add_typer(board.app, name="board")
app.command()(replay)
app.command()(up)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every refusal is one sentence on stderr and exit code 2."""
    try:
        code = app(args=arguments, prog_name="gehoord", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())  # noqa: T201
        sys.exit(2)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "gehoord"
        stop(f"De opdracht klopt niet: {error.format_message()} Zie '{where} --help'.")
    except (GehoordError, click.ClickException) as error:
        stop(str(error))
    except (click.Abort, KeyboardInterrupt):
        stop("Afgebroken.")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def stop(sentence: str) -> None:
    """Say what stands in the way on one line and leave with exit code 2."""
    print(" ".join(sentence.split()), file=sys.stderr)  # noqa: T201
    sys.exit(2)
