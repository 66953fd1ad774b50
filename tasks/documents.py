# SPDX-License-Identifier: EUPL-1.2
"""Reads a document that somebody names by the path of its file."""

from mimetypes import guess_type
from pathlib import Path

from gehoord.domain.dossier.document import LARGEST, Document
from gehoord.domain.errors import GehoordError


def read_document(path: str | Path) -> Document:
    """Return the document in a file.

    Raises:
        GehoordError: there is no such file, or it is too large for a mail.
    """
    file = Path(path)
    if not file.is_file():
        raise GehoordError(f"Het bestand '{path}' is er niet. Kijk de naam na.")
    if file.stat().st_size > LARGEST:
        raise GehoordError(
            f"'{path}' is groter dan 25 MB en past niet in een mail. Maak het kleiner."
        )
    media_type = guess_type(file.name)[0] or "application/octet-stream"
    return Document(name=file.name, media_type=media_type, content=file.read_bytes())
