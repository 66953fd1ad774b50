# SPDX-License-Identifier: EUPL-1.2
"""What an archive delivers: each piece in its folder, each file with its metadata, and a slip."""

from collections.abc import Iterable, Mapping
from typing import Final

from gehoord.tasks.pieces import a_file
from gehoord.templates.mdto.metadata import DossierMetadata
from gehoord.templates.mdto.packing_slip import NAME, packing_slip
from gehoord.templates.mdto.piece import END, Piece

_OF_FILE: Final = f".bestand{END}"


def delivered(
    about: DossierMetadata, pieces: Iterable[Piece], own: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return every file by its path: the folder of the dossier, and the packing slip beside it.

    Metadata of a folder are in it, those of a file beside it, as the MDTO SIP specification asks.

    Args:
        about: the dossier.
        pieces: everything in it.
        own: the files about the dossier as a whole, by their name.
    """
    there = sorted(pieces, key=lambda piece: piece.folder)
    files = [a_file(name, content) for name, content in sorted(own.items())]
    top = about.dossier
    made = {f"{top}/{top}{END}": about.of_dossier(there, files)}
    for one in files:
        made[f"{top}/{one.name}"] = one.content
        made[f"{top}/{one.name}{_OF_FILE}"] = about.of_file(one)
    for piece in there:
        folder = f"{top}/{piece.folder}"
        made[f"{folder}/{piece.folder}{END}"] = about.of_piece(piece)
        for one in piece.files:
            made[f"{folder}/{one.name}"] = one.content
            made[f"{folder}/{one.name}{_OF_FILE}"] = about.of_file(one, piece)
    return made | {NAME: packing_slip(about, made, objects=1 + len(there))}
