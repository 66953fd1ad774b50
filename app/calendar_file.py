# SPDX-License-Identifier: EUPL-1.2
"""`gehoord calendar`: the days of a dossier as one calendar file."""

from pathlib import Path
from typing import Annotated, Final

import typer

from gehoord.app.arguments import DossierArgument
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import reading, write_output
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.state import state_of


def calendar_file(
    dossier: DossierArgument,
    output: Annotated[Path, typer.Option("-o", "--output", help="Het bestand, zoals agenda.ics.")],
    wie: Annotated[
        str | None, typer.Option("--for", "--voor", help="Een gemeente of een actiehouder.")
    ] = None,
) -> None:
    """Schrijf de agenda van een dossier, of van een actiehouder, als iCalendar.

    Een eerdere agenda met die naam wordt vervangen; een ander bestand niet.
    """
    from gehoord.tasks.posting import organizer_of
    from gehoord.templates.calendars import calendar_of

    where = register()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    content = calendar_of(state, organizer_of(state), state.owner(wie), clock.today())
    written = "Vervangen" if _replaces(output) else "Geschreven"
    write_output(output, content)
    say(f"{written}: {output}.")


def _replaces(output: Path) -> bool:
    """Whether an earlier calendar stands in the place of a file.

    Raises:
        GehoordError: something else does.
    """
    if not output.is_file():
        return False
    with reading(output), output.open("rb") as there:
        if there.read(len(_CALENDAR)).upper() != _CALENDAR:
            raise GehoordError(
                f"{output} bestaat al en is geen agenda. Kies een andere naam, of haal het weg."
            )
    return True


_CALENDAR: Final = b"BEGIN:VCALENDAR"
