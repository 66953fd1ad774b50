# SPDX-License-Identifier: EUPL-1.2
"""`gehoord backup`: a copy of the whole register in one file."""

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.printing import say
from gehoord.app.register import register
from gehoord.app.writing import refuse_taken, writing
from gehoord.calendar.dutch import counted
from gehoord.domain.errors import GehoordError


def backup(
    output: Annotated[Path, typer.Option("-o", "--output", help="Het bestand, zoals kopie.db.")],
) -> None:
    """Maak een kopie van het hele register, ook terwijl Gehoord draait.

    De kopie is één bestand, ook van een register in PostgreSQL. Terugzetten: 'gehoord restore'.
    """
    from gehoord.store.backup import back_up
    from gehoord.store.database import reason

    where = register()
    refuse_taken(output)
    try:
        with writing(output):
            back_up(where, output)
    except sqlite3.Error as error:
        raise GehoordError(f"{output} kan niet worden geschreven ({reason(error)}).") from None
    with where.reading() as reader:
        names = reader.names()
    say(f"Geschreven: {output} ({counted(len(names), 'dossier', 'dossiers')}).")
