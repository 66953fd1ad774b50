# SPDX-License-Identifier: EUPL-1.2
"""Terugzetten: a copy of the register takes its place, and its mail waits for a person."""

from contextlib import suppress
from datetime import date

from gehoord.calendar.dutch import counted
from gehoord.domain.errors import GehoordError
from gehoord.store.register import Register
from gehoord.store.restore import Lost, put_back
from gehoord.store.since import last_place
from gehoord.tasks import left
from gehoord.tasks.settings import Settings


def put_copy_back(copy: Register, place: Settings, lost: Lost, on: date) -> list[str]:
    """Put a copy in the place of the register, with an entry in each journal that says so.

    Args:
        copy: the copy, opened.
        place: where the register is.
        lost: what the register in place holds that the copy does not.
        on: the day.

    Returns: the name of each dossier; the mail of these waits.
    """
    with copy.reading() as reader:
        names = reader.names()
        last = {name: last_place(reader, name).number for name in names}
    for name in names:
        with suppress(GehoordError):  # one that cannot be read comes back as it is
            _journal(copy, name, last[name], lost, on)
    with left.held(copy, place.home, names):
        put_back(copy, place.database, is_readable=lost.is_readable, at=copy.now())
    return names


def _journal(copy: Register, name: str, number: int, lost: Lost, on: date) -> None:
    said = f"Een kopie tot en met regel {number} is teruggezet."
    if place := lost.dossiers.get(name):
        gone = counted(
            max(place.number - number, 1), "latere regel verviel", "latere regels vervielen"
        )
        said += f" {gone}; het laatste controlegetal daarvan was {place.hash}."
    with copy.changing(name, on, "adviseur", "teruggezet", said) as change:
        dossier = change.dossier(name)
        change.replace([(dossier, dossier)])
