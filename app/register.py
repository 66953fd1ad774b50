"""The register and the day for one command."""

from datetime import UTC, date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from gehoord.domain.dossier import Dossier
from gehoord.domain.errors import GehoordError
from gehoord.store.register import Register


def today() -> date:
    """Return what day it is for the people of the procedure."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def register() -> Register:
    """Open the register that the settings name."""
    from gehoord.store.database import connect
    from gehoord.tasks.settings import settings

    return Register(connect(settings().database), now=lambda: datetime.now(UTC))


def parse_day(text: str) -> date:
    """Read a day from the command line.

    Raises:
        typer.BadParameter: it is no day.
    """
    from gehoord.calendar.written import Fixed, UnreadableDateError, read

    try:
        found = read(text)
    except UnreadableDateError as error:
        raise GehoordError(str(error)) from None
    if not isinstance(found, Fixed) or found.span.days != 1 or found.precision != "dag":
        raise GehoordError(f"'{text}' is geen dag. Schrijf bijvoorbeeld 2027-11-04.")
    return found.span.start


Day = Annotated[
    date | None,
    typer.Option("--on", "--op", parser=parse_day, metavar="DAG", help="De dag; anders vandaag."),
]


def the_dossier(name: str | None, where: Register) -> str:
    """Return the dossier that is meant; without a name the only one there is.

    Raises:
        GehoordError: there is none by that name, or there are several to choose from.
    """
    with where.reading() as reader:
        if name is not None:
            return reader.dossier(name).id
        names = [d.id for d in reader.all(Dossier)]
    if len(names) == 1:
        return names[0]
    if not names:
        raise GehoordError("Er is nog geen dossier. Open er een met 'gehoord open'.")
    raise GehoordError(f"Noem een dossier. Kies uit: {', '.join(names)}.")
