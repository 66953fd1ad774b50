# SPDX-License-Identifier: EUPL-1.2
"""The packing slip (pakbon) of an archive: what is delivered, by whom, and how it is counted."""

import hashlib
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as Xml

from gehoord.templates.mdto.elements import plain_text, when, written
from gehoord.templates.mdto.metadata import DossierMetadata
from gehoord.templates.mdto.piece import END

NAME: Final = "pakbon.xml"
_TO_AGREE: Final = "nog af te spreken met de archiefinstelling"


def checksums(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of each file with its path, as ``sha256sum -c`` reads it."""
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {path}\n"
        for path, content in sorted(files.items())
    )


def packing_slip(about: DossierMetadata, files: Mapping[str, bytes], objects: int) -> bytes:
    """Return the packing slip.

    Its hash is that of the checksums of the folder of the dossier: a zip cannot hold its own.

    Args:
        about: the dossier.
        files: everything in the folder of the dossier, by its path in the archive.
        objects: how many informatieobjecten there are, the dossier itself included.
    """
    kept = [len(content) for path, content in files.items() if not path.endswith(END)]
    summed = hashlib.sha256(checksums(files).encode()).hexdigest()
    archiving = about.archiving
    said = {
        "uniekNummer": about.identities.of(f"pakbon {summed}"),
        "titel": about.title,
        "locatieDoelsysteem": archiving.target or _TO_AGREE,
        "hashcode": summed,
        "hashcodeAlgoritme": "SHA-256",
        "hashcodeVan": f"de regels van sha256.txt over de map {about.dossier}",
        "tijdstempel": when(about.at),
        "archiefvormer": "; ".join(about.formed_by),
        "contactpersoon": archiving.contact
        or f"Adviseur van de regioburgemeester, eenheid {about.eenheid}",
        "aantalInformatieobjecten": str(objects),
        "aantalBestanden": str(len(files)),
        "aantalBestandenZonderMetagegevens": str(len(kept)),
        "omvangBestandenZonderMetagegevens": str(sum(kept)),
        "bijzonderheden": "MDTO 1.0.1. De tijdstempel is het moment van de laatste regel van het "
        "journaal: hetzelfde dossier geeft steeds hetzelfde archief.",
    }
    slip = Xml.Element("pakbon")
    for name, text in said.items():
        Xml.SubElement(slip, name).text = plain_text(text)
    return written(slip)
