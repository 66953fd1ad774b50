"""The command line. One line of Dutch and exit code 2 for what a person must put right."""

import sys

import typer

from gehoord.app import board, dossiers, proposals, recording
from gehoord.app.replay import replay
from gehoord.app.up import up
from gehoord.app.usage import in_dutch
from gehoord.domain.errors import GehoordError
from gehoord.domain.fault import cause

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
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())  # noqa: T201
            sys.exit(2)
        stop(in_dutch(error))
    except GehoordError as error:
        stop(str(error))
    except (typer.Abort, KeyboardInterrupt):
        stop("Afgebroken.")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        name = error.filename or "Een bestand"
        stop(f"{name} kan niet worden gelezen of geschreven: {cause(error)}.")
    sys.exit(code if isinstance(code, int) else 0)


def stop(sentence: str) -> None:
    """Say what stands in the way on one line and leave with exit code 2."""
    print(" ".join(sentence.split()), file=sys.stderr)  # noqa: T201
    sys.exit(2)
