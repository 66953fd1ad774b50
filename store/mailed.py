# SPDX-License-Identifier: EUPL-1.2
"""Reading the messages of a dossier without their texts, which are most of a register."""

from typing import Any

from gehoord.domain.dossier.mailed import Mailed
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.missed_ontwerp import missed_ontwerp
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter
from gehoord.store.reader import Reader


def mailed(reader: Reader, dossier: str, /, **equal: Any) -> tuple[Mailed, ...]:
    """Return what is known of the messages of a dossier with these values, in order of their keys.

    Without any value that is every message.
    """
    return tuple(Mailed(*row) for row in reader.values(Message, Mailed._fields, dossier, **equal))


def sent_without_arriving(reader: Reader, state: State) -> frozenset[str]:
    """Return the municipalities of which the council does not have the ontwerp it was sent."""
    return missed_ontwerp(state, mailed(reader, state.id, letter=Letter.ONTWERP))
