"""`gehoord export`: the one archive of a dossier, to be read years later without Gehoord."""

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, Dossiers
from gehoord.app.output import complain
from gehoord.app.printing import as_json, say
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_output

Public = Annotated[
    bool,
    typer.Option(
        "--public", help="Alleen wat openbaar is, als site voor inwoners: een map, of een .zip."
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KENMERK", help="Met --public: dit stuk is bekeken en mag openbaar. Mag vaker."
    ),
]
Address = Annotated[
    str, typer.Option(metavar="HTTPS", help="Met --public: waar de site komt; geeft sitemaps.")
]
OfEenheid = Annotated[
    str, typer.Option(metavar="EENHEID", help="Met --public: neem daaruit [openbaar].")
]


def export(
    dossier: Dossiers = None,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="Het bestand, zoals dossier.zip.")],
    public: Public = False,
    include: Include = None,
    address: Address = "",
    eenheid: OfEenheid = "",
    json: AsJson = False,
) -> None:
    """Bewaar een heel dossier als een zip die ook zonder Gehoord te lezen is."""
    from gehoord.app.public_export import PublicOptions, export_public

    options = PublicOptions(tuple(include or ()), address, eenheid)
    if public:
        export_public(dossier, output, options, json=json)
        return
    options.refuse()
    _export_archive(dossier, output, json=json)


def _export_archive(dossier: str | None, output: Path, *, json: bool) -> None:
    from gehoord.tasks.archive import archive_of

    where = register()
    name = the_dossier(dossier, where)
    refuse_taken(output)
    with where.reading() as reader:
        archive = archive_of(reader, name)
    write_output(output, archive.content)
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
