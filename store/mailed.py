# SPDX-License-Identifier: EUPL-1.2
"""Reading the messages of a dossier without their texts, which are most of a register."""

from gehoord.domain.dossier.mailed import Mailed
from gehoord.domain.dossier.message import Message
from gehoord.store.reader import Reader


def mailed(reader: Reader, dossier: str) -> tuple[Mailed, ...]:
    """Return what is known of every message of a dossier, in the order of their keys."""
    return tuple(Mailed(*row) for row in reader.values(Message, Mailed._fields, dossier))
