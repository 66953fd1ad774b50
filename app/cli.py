"""The command line. One line of Dutch and exit code 2 for what a person must put right."""

import os
import sys

import typer

from gehoord.app.commands import AllCommands
from gehoord.app.misuse import in_dutch
from gehoord.domain.errors import GehoordError

gehoord = AllCommands(
    name="gehoord",
    help="Gehoord draagt het beleidsplan van een politie-eenheid van thema's tot vaststelling.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every refusal is one sentence on stderr and exit code 2."""
    try:
        code = gehoord.main(args=arguments, prog_name="gehoord", standalone_mode=False)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())  # noqa: T201
            sys.exit(2)
        stop(in_dutch(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
        sys.exit(0)
    except (Exception, KeyboardInterrupt) as error:
        sentence = _what_stands_in_the_way(error)
        if sentence is None:
            raise
        stop(sentence)
    sys.exit(code if isinstance(code, int) else 0)


def _what_stands_in_the_way(error: BaseException) -> str | None:
    """Return what a person must put right, in Dutch; nothing for a fault of the program itself."""
    match error:
        case GehoordError():
            return str(error)
        case typer.Abort() | KeyboardInterrupt():
            return "Afgebroken."
        case OSError():
            return _about_a_file(error)
        case UnicodeError():
            return "In een tekst staat een teken dat niet kan worden bewaard. Typ die opnieuw."
        case Exception() if _is_of_database(error):
            return _about_the_database(error)
        case _:
            return None


def _about_a_file(error: OSError) -> str:
    from gehoord.domain.toml_errors import cause

    name = error.filename or "Een bestand"
    return f"{name} kan niet worden gelezen of geschreven: {cause(error)}."


def _is_of_database(error: Exception) -> bool:
    """Whether the database raised this; SQLAlchemy is not loaded to find out."""
    loaded = sys.modules.get("sqlalchemy.exc")
    return loaded is not None and isinstance(error, loaded.SQLAlchemyError)


def _about_the_database(error: Exception) -> str:
    from gehoord.store.database import reason

    return (
        f"De database weigert dit ({reason(error)}). Er is niets veranderd. Probeer het opnieuw, "
        "en kijk GEHOORD_DATABASE_URL na als het zo blijft."
    )


def stop(sentence: str) -> None:
    """Say what stands in the way on one line and leave with exit code 2."""
    print(" ".join(sentence.split()), file=sys.stderr)  # noqa: T201
    sys.exit(2)
