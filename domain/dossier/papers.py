# SPDX-License-Identifier: EUPL-1.2
"""The documents that a dossier keeps, whatever they came with."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from gehoord.domain.dossier.facts import FACTS
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing

_FILED: Final = [name for name, kind in FACTS.items() if issubclass(kind, Filed)]


def papers_of(state: State) -> Iterator[Filed]:
    """Yield everything with which a document came, also what was withdrawn: versions first."""
    for name in _FILED:
        yield from (each for each in getattr(state, name) if each.document)


def sent_as(state: State, document: str) -> str:
    """Return how a document is called that goes with letters, as the version or besluit has it.

    Nothing when neither has a document with this SHA-256.
    """
    versions = state.versions.where(document=document)
    carried = [*state.besluiten.where(document=document), *versions]
    return carried[-1].file if carried else ""


def drafts_taken_back(state: State) -> Mapping[str, date]:
    """Return of the document of each version that was taken back, by its SHA-256, on which day.

    Not of one with which a version still stands.
    """
    stand = {version.document for version in standing(state.versions)}
    return {
        version.document: version.withdrawn_on
        for version in state.versions
        if version.document and version.withdrawn_on and version.document not in stand
    }
