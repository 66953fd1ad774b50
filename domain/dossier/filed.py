# SPDX-License-Identifier: EUPL-1.2
"""What may come with a document: which that is, and how it was called."""

from typing import Any

from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.withdrawn import Withdrawable


class Filed(Withdrawable):
    """Something that can come with a document, which the register keeps once under its hash.

    ``document`` is the SHA-256 of its bytes, if there is one, and ``file`` how the file was called
    by who handed it in: others may have handed in the same bytes under another name.
    """

    id: str
    document: str | None = None
    file: str = ""


def as_filed(document: Document | None) -> dict[str, Any]:
    """Return by field what is kept of the document that came with something; nothing of none."""
    return {"document": document.sha256, "file": document.name} if document else {}
