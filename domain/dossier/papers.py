"""The documents that a dossier keeps, whatever they came with."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from gehoord.domain.dossier.facts import FACTS
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing

_WITH_DOCUMENT: Final = [name for name, kind in FACTS.items() if "document" in kind.model_fields]


def papers_of(state: State) -> Mapping[str, str]:
    """Return of every document, by its SHA-256, under which name the state holds what it is of.

    Also of what was withdrawn. Of what came with several things the last is named.
    """
    held = ((name, each.document) for name in _WITH_DOCUMENT for each in getattr(state, name))
    return {document: name for name, document in held if document}


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
