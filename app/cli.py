"""The command line. One line of Dutch and exit code 2 for what a person must put right."""

import os
import sys

import typer

from gehoord.app import board, dossiers, proposals
from gehoord.app.export import export
from gehoord.app.help_page import DutchGroup, with_dutch_help
from gehoord.app.misuse import in_dutch
from gehoord.app.recording_changes import record
from gehoord.app.replay import replay
from gehoord.app.up import up
from gehoord.domain.errors import GehoordError
from gehoord.domain.toml_errors import cause

app = typer.Typer(
    name="gehoord",
    cls=DutchGroup,
    help="Gehoord draagt het beleidsplan van een politie-eenheid van thema's tot vaststelling.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for group in (proposals.app, dossiers.app):
    app.registered_commands += group.registered_commands
app.add_typer(with_dutch_help(record), name="record", cls=DutchGroup)
app.add_typer(with_dutch_help(board.app), name="board", cls=DutchGroup)
app.command()(export)
app.command()(replay)
app.command()(up)
with_dutch_help(app)


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
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
        sys.exit(0)
    except OSError as error:
        name = error.filename or "Een bestand"
        stop(f"{name} kan niet worden gelezen of geschreven: {cause(error)}.")
    except UnicodeError:
        stop("In een tekst staat een teken dat niet kan worden bewaard. Typ die opnieuw.")
    except Exception as error:
        if not _is_of_database(error):
            raise
        from gehoord.store.database import reason

        stop(
            f"De database weigert dit ({reason(error)}). Er is niets veranderd. Probeer het "
            "opnieuw, en kijk GEHOORD_DATABASE_URL na als het zo blijft."
        )
    sys.exit(code if isinstance(code, int) else 0)


def _is_of_database(error: Exception) -> bool:
    """Whether the database raised this; SQLAlchemy is not loaded to find out."""
    loaded = sys.modules.get("sqlalchemy.exc")
    return loaded is not None and isinstance(error, loaded.SQLAlchemyError)


def stop(sentence: str) -> None:
    """Say what stands in the way on one line and leave with exit code 2."""
    print(" ".join(sentence.split()), file=sys.stderr)  # noqa: T201
    sys.exit(2)
