# SPDX-License-Identifier: EUPL-1.2
"""`gehoord verify`: proof that the journal is whole."""

import re
from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, Dossiers
from gehoord.app.printing import as_json, say
from gehoord.app.register import register, the_dossier
from gehoord.domain.errors import GehoordError
from gehoord.store.database import reason
from gehoord.store.register import Register
from gehoord.store.verify import Verification
from gehoord.store.verify import verify as verify_dossier


def verify(
    dossier: Dossiers = None,
    controlegetal: Annotated[
        str | None, typer.Option("--controlegetal", help="Een getal dat u eerder hebt bewaard.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Bewijs dat het journaal heel is en dat het register ermee klopt.

    Dat het einde van het journaal er af is, blijkt alleen uit een eerder bewaard controlegetal.
    """
    known = None if controlegetal is None else _hash(controlegetal)
    where = register()
    name, found = _verified(where, dossier, known)
    if json:
        as_json(
            {
                "dossier": name,
                "entries": found.entries,
                "faults": list(found.faults),
                "erased": list(found.erased),
            }
        )
    else:
        say(*found.said_of(name))
    if found.faults:
        raise typer.Exit(2)


def _hash(text: str) -> str:
    """Return a hash as a person typed or pasted it.

    Raises:
        GehoordError: it cannot be one.
    """
    bare = "".join(text.split()).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", bare):
        raise GehoordError(
            f"'{text.strip()[:70]}' is geen controlegetal: dat heeft 64 tekens, cijfers en "
            "letters van 'a' tot en met 'f'. Kopieer het zoals 'gehoord verify' het toonde."
        )
    return bare


def _verified(where: Register, dossier: str | None, known: str | None) -> tuple[str, Verification]:
    """Return which dossier was verified, and what was found.

    Raises:
        GehoordError: nothing of the register can be read, or there is no such dossier.
    """
    try:
        name = the_dossier(dossier, where)
        with where.reading() as reader:
            return name, verify_dossier(reader, name, known)
    except GehoordError:
        raise
    except Exception as error:
        # Who changes a register by hand can break any rule that its reading builds on, so that no
        # list of exceptions is whole; what is wrong is asked most of all then.
        raise GehoordError(
            f"Het register is zo beschadigd dat het niet kan worden nagegaan ({reason(error)}). "
            "Zet een kopie terug met 'gehoord restore'."
        ) from error
