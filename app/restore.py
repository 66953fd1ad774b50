# SPDX-License-Identifier: EUPL-1.2
"""`gehoord restore`: a copy of the register is put back."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gehoord.app.outbox import until_released
from gehoord.app.output import note_done
from gehoord.app.printing import say
from gehoord.app.register import register
from gehoord.app.writing import reading
from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock

if TYPE_CHECKING:
    from gehoord.store.restore import Lost


def restore(
    kopie: Annotated[Path, typer.Argument(metavar="KOPIE", help="Van 'gehoord backup'.")],
    discard: Annotated[
        bool,
        typer.Option("--discard-later", "--latere-regels-weg", help="Wat erna kwam, mag weg."),
    ] = False,
) -> None:
    """Zet een kopie van het register terug. Mail wacht daarna tot iemand zegt dat zij weg mag."""
    from gehoord.flows.restoring import put_copy_back
    from gehoord.store.database import reason
    from gehoord.store.restore import lost_by, opened_copy
    from gehoord.tasks.settings import settings

    place = settings()
    with reading(kopie), opened_copy(kopie, clock.now()) as copy:
        lost = lost_by(copy, place.database)
        if lost and not discard:
            raise GehoordError(f"{_lost(lost)} Mag dat weg? Voeg dan '--discard-later' toe.")
        try:
            names = put_copy_back(copy, place, lost, clock.today())
        except sqlite3.Error as error:
            raise GehoordError(
                f"De kopie kan niet worden teruggezet ({reason(error)}). Er is niets veranderd."
            ) from None
    note_done()
    say(
        f"Teruggezet: {kopie} ({counted(len(names), 'dossier', 'dossiers')}).",
        *(line for name in names for line in _what_waits(name)),
    )


def _what_waits(name: str) -> list[str]:
    """Say in Dutch what of a dossier that was put back waits, and until when."""
    from gehoord.flows.releasing import waiting

    with register().reading() as reader:
        messages = len(waiting(reader, name))
    if not messages:
        return [f"{name}: er wacht geen mail. {until_released(name, messages)[0]}"]
    wait = counted(messages, "bericht wacht", "berichten wachten")
    return [f"{name}: {wait}. Bekijk die eerst met 'gehoord outbox {name}'."]


def _lost(lost: "Lost") -> str:
    """Say in Dutch what is lost when the copy is put back."""
    if not lost.is_readable:
        return (
            "Het register dat hier staat, is niet te lezen. Wat erin staat, is dus niet te "
            "vergelijken; het blijft bewaard onder een andere naam."
        )
    later = enumeration([f"'{n}' (tot en met regel {p.number})" for n, p in lost.dossiers.items()])
    if lost.is_other:
        return f"Hier staat een ander register, met {later}. Kijk GEHOORD_HOME na."
    return (
        f"Het journaal heeft regels die niet in de kopie staan: {later}. Bewaar het register eerst "
        "met 'gehoord backup'."
    )
