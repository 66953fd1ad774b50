# SPDX-License-Identifier: EUPL-1.2
"""The register and the dossier for one command."""

from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import SQLAlchemyError

from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.database import sqlite_file
from gehoord.store.opening import open_register
from gehoord.store.register import Register
from gehoord.store.salvage import Salvage

if TYPE_CHECKING:
    from gehoord.tasks.settings import Settings


class NoRegisterError(GehoordError):
    """Where the settings point there is no register."""


def register(*, begin: bool = False) -> Register:
    """Open the register that the settings name.

    Args:
        begin: make a register if there is none. Otherwise a command in the wrong folder would
            leave an empty one there.

    Raises:
        GehoordError: there is none, or it cannot be reached.
    """
    from gehoord.tasks.settings import settings

    if not begin:
        refuse_without_register(settings())
    return open_register(settings().database, clock.now)


def refuse_without_register(place: "Settings") -> None:
    """Refuse what needs a register where none is.

    Raises:
        NoRegisterError: its file is not there.
        GehoordError: nothing is in it.
    """
    try:
        file = sqlite_file(place.database)
    except SQLAlchemyError:
        return  # who opens it says what is wrong with its address
    if file is None or (file.exists() and file.stat().st_size):
        return
    if file.exists():
        raise GehoordError(
            f"Het register {file} is leeg: er is iets mee gebeurd. Zet een kopie terug met "
            "'gehoord restore'."
        )
    setting = "GEHOORD_DATABASE_URL" if place.database_url else "GEHOORD_HOME"
    raise NoRegisterError(
        f"In {file.parent} is nog geen register. Open een dossier met 'gehoord open', of zet "
        f"{setting} op de goede {'plaats' if place.database_url else 'map'}."
    )


def dossier_if_any(name: str) -> State | None:
    """Return a dossier by its name, or nothing when there is no such dossier or no register.

    Raises:
        GehoordError: there is a register, but it cannot be read.
    """
    from gehoord.store.state import state_of

    try:
        where = register()
    except NoRegisterError:
        return None
    with where.reading() as reader:
        return state_of(reader, name) if reader.one(Dossier, name) else None


def the_dossiers(name: str | None, where: Register) -> list[str]:
    """Return the dossier that is meant; without a name every dossier there is.

    Raises:
        GehoordError: there is none by that name, or none at all.
    """
    if name is not None:
        return [the_dossier(name, where)]
    with where.reading() as reader:
        names = reader.names()
    if not names:
        raise GehoordError(_NONE_YET)
    return names


_NONE_YET: Final = "Er is nog geen dossier. Open er een met 'gehoord open'."


def the_dossier(name: str | None, where: Register) -> str:
    """Return the dossier that is meant; without a name the only one there is.

    Raises:
        GehoordError: there is none by that name, or there are several to choose from.
    """
    with where.reading() as reader:
        if name is not None:
            return Salvage(reader).dossier(name).id
        names = reader.names()
    if len(names) == 1:
        return names[0]
    if not names:
        raise GehoordError(_NONE_YET)
    raise GehoordError(f"Noem een dossier. Kies uit: {', '.join(names)}.")
