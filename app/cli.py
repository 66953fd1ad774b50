# SPDX-License-Identifier: EUPL-1.2
"""The command line. One line of Dutch and exit code 2 for what a person must put right."""

import sys

import typer

from gehoord.app.as_typed import as_typed
from gehoord.app.commands import AllCommands
from gehoord.app.misuse import in_dutch
from gehoord.app.output import complain, ended, has_done, make_ready, write
from gehoord.domain.errors import GehoordError

gehoord = AllCommands(
    name="gehoord",
    help="Gehoord draagt het beleidsplan van een politie-eenheid van thema's tot vaststelling.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every refusal is one sentence on stderr and exit code 2."""
    make_ready()
    sys.exit(ended(_run(as_typed(arguments))))


def _run(arguments: list[str] | None) -> int:
    """Run a command and return its exit code."""
    try:
        code = gehoord.main(args=arguments, prog_name="gehoord", standalone_mode=False)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            write(error.format_message())
        else:
            complain(in_dutch(error))
        return 2
    except (BrokenPipeError, SystemExit):
        return 0  # nobody reads on; the library leaves by itself when that happens to its help
    except (Exception, KeyboardInterrupt) as error:
        sentence = _what_stands_in_the_way(error)
        if sentence is None:
            raise
        complain(sentence)
        return 2
    return code if isinstance(code, int) else 0


def _what_stands_in_the_way(error: BaseException) -> str | None:
    """Return what a person must put right, in Dutch; nothing for a fault of the program itself."""
    match error:
        case GehoordError():
            return str(error)
        case typer.Abort() | KeyboardInterrupt():
            return "Afgebroken."
        case OSError():
            return _about_a_file(error)
        case UnicodeDecodeError():  # files are decoded where they are read; this is the register
            return _about_the_database(error)
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
    from gehoord.store.database import damage, reason

    if damaged := damage(error):
        return damaged
    kept = "Wat al was vastgelegd, blijft." if has_done() else "Er is niets veranderd."
    return (
        f"De database weigert dit ({reason(error)}). {kept} Probeer het opnieuw, "
        "en kijk GEHOORD_DATABASE_URL na als het zo blijft."
    )
