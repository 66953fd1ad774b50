# SPDX-License-Identifier: EUPL-1.2
"""Finds the letters of a dossier without reading all their texts."""

from gehoord.domain.dossier.kept_letter import KeptLetter, key_of_letter
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.store.reader import Reader


def letters_in(reader: Reader, dossier: str) -> list[KeptLetter]:
    """Return every letter of a dossier that left or is to leave, in the order of their messages."""
    rows = reader.values(Message, KeptLetter._fields, dossier)
    found = (KeptLetter(*row) for row in rows)
    return [each for each in found if each.letter and each.state is not MessageState.WITHDRAWN]


def message_with(reader: Reader, dossier: str, key: str) -> Message | None:
    """Return the message whose letter has a key, if it left in a dossier or is to leave."""
    rows = reader.values(Message, ("id", "state"), dossier)
    ids = (str(found) for found, state in rows if state is not MessageState.WITHDRAWN)
    message = next((found for found in ids if key_of_letter(found) == key), None)
    return reader.one(Message, message) if message else None
