# SPDX-License-Identifier: EUPL-1.2
"""The arguments and options that several commands have in common."""

from datetime import date
from typing import Annotated, Final

import typer

from gehoord.domain.errors import GehoordError
from gehoord.domain.nearby import step_name

_WRITE_A_DAY: Final = "Schrijf een dag, zoals 2027-11-04 of '4 november 2027'."


def parse_day(text: str) -> date:
    """Read a day from the command line.

    Raises:
        GehoordError: it is no day.
    """
    from gehoord.calendar.written import Fixed, NoDateError, UnreadableDateError, read

    try:
        found = read(text)
    except NoDateError as error:
        hint = f"; bedoelt u '{error.meant}'?" if error.meant else f". {_WRITE_A_DAY}"
        raise GehoordError(f"'{text}' is geen datum{hint}") from None
    except UnreadableDateError as error:
        raise GehoordError(str(error)) from None
    if not isinstance(found, Fixed) or found.span.days != 1 or found.precision != "dag":
        raise GehoordError(f"'{text}' is geen dag. {_WRITE_A_DAY}")
    return found.span.start


Day = Annotated[
    date | None,
    typer.Option("--on", "--op", parser=parse_day, metavar="DAG", help="De dag; anders vandaag."),
]


ProposalName = Annotated[
    str, typer.Argument(metavar="VOORSTEL", help="Een bestand, of de naam van een procedure.")
]
DossierArgument = Annotated[str, typer.Argument(metavar="DOSSIER", help="De naam van het dossier.")]
Dossiers = Annotated[
    str | None, typer.Argument(metavar="DOSSIER", help="Weglaten mag als er maar een is.")
]
StepArgument = Annotated[
    str,
    typer.Argument(metavar="STAP", parser=step_name, help="De naam van de stap, zoals horen."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Druk JSON af in plaats van tekst.")]
