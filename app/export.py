"""`gehoord export`: the one archive of a dossier, to be read years later without Gehoord."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gehoord.app.arguments import AsJson, Dossiers
from gehoord.app.output import complain
from gehoord.app.printing import as_json, say
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_output

if TYPE_CHECKING:
    from gehoord.tasks.archive import Archive


def export(
    dossier: Dossiers = None,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="Het bestand, zoals dossier.zip.")],
    eenheid: Annotated[
        str | None,
        typer.Option(
            "--eenheid",
            help="Een eenheid.toml waarin bij [archief] staat wat de archivaris heeft bepaald. "
            "Anders geldt wat bij het openen van het dossier bekend was.",
        ),
    ] = None,
    json: AsJson = False,
) -> None:
    """Bewaar een heel dossier als een zip die ook zonder Gehoord te lezen is.

    Bij elk bestand staan de metagegevens voor een archiefinstelling (MDTO 1.0.1).
    """
    from gehoord.procedures.library import eenheid_named
    from gehoord.tasks.archive import archive_of

    where = register()
    name = the_dossier(dossier, where)
    refuse_taken(output)
    archiving = eenheid_named(eenheid).archiving if eenheid else None
    with where.reading() as reader:
        archive = archive_of(reader, name, archiving)
    write_output(output, archive.content)
    _tell(archive, name, output, json=json)


def _tell(archive: "Archive", name: str, output: Path, *, json: bool) -> None:
    sha256 = hashlib.sha256(archive.content).hexdigest()
    if archive.faults:
        complain(
            f"Let op: het register klopt niet met het journaal van '{name}'. In controle.txt staat "
            "wat er niet klopt."
        )
    if json:
        as_json(
            {
                "dossier": name,
                "path": str(output),
                "files": archive.files,
                "sha256": sha256,
                "faults": list(archive.faults),
            }
        )
    else:
        say(
            f"Geschreven: {output} ({archive.files} bestanden). Begin bij LEESMIJ.txt.",
            f"SHA-256: {sha256}",
        )
