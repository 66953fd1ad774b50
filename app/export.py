# SPDX-License-Identifier: EUPL-1.2
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
from gehoord.domain.errors import GehoordError

if TYPE_CHECKING:
    from gehoord.tasks.archive import Archive

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
    str,
    typer.Option(
        metavar="EENHEID",
        help="Een eenheid.toml met [archief], wat de archivaris heeft bepaald, of met --public met "
        "[openbaar], wie uitgeeft. Anders geldt wat bij het openen van het dossier bekend was.",
    ),
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
    """Bewaar een heel dossier als een zip die ook zonder Gehoord te lezen is.

    Bij elk bestand staan de metagegevens voor een archiefinstelling (MDTO 1.0.1).
    """
    if public:
        from gehoord.app.public_export import PublicOptions, export_public

        options = PublicOptions(tuple(include or ()), address, eenheid)
        export_public(dossier, output, options, json=json)
        return
    _refuse_without_public(include=include, address=address)
    _export_archive(dossier, output, eenheid, json=json)


def _refuse_without_public(**given: object) -> None:
    """Refuse what says something of a public site where none is asked for."""
    if named := next((name for name, value in given.items() if value), None):
        raise GehoordError(
            f"'--{named}' hoort bij een openbare site. Zet er '--public' bij, of laat het weg."
        )


def _export_archive(dossier: str | None, output: Path, eenheid: str, *, json: bool) -> None:
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
