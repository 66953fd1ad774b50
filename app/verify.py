"""`gehoord verify`: proof that the journal is whole."""

from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, Dossiers
from gehoord.app.printing import as_json, say
from gehoord.app.register import register, the_dossier
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
    where = register()
    name = the_dossier(dossier, where)
    with where.reading() as reader:
        found = verify_dossier(reader, name, controlegetal)
    if json:
        as_json({"dossier": name, "entries": found.entries, "faults": list(found.faults)})
    else:
        say(*found.said_of(name))
    if found.faults:
        raise typer.Exit(2)
