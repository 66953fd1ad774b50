"""Finds the letters that left in a dossier, without reading all their texts."""

from typing import Final

from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.sent_letter import SentLetter, key_of_letter
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.store.reader import Reader

_SENT: Final = {"state": MessageState.SENT}


def sent_letters(reader: Reader, dossier: str) -> list[SentLetter]:
    """Return every letter that left in a dossier, in the order of their messages."""
    rows = reader.values(Message, SentLetter._fields, dossier, **_SENT)
    return [letter for row in rows if (letter := SentLetter(*row)).letter]


def letter_with(reader: Reader, dossier: str, key: str) -> str | None:
    """Return the text of the letter with a key, if one with that key left in a dossier."""
    ids = (str(found) for (found,) in reader.values(Message, ("id",), dossier, **_SENT))
    message = next((found for found in ids if key_of_letter(found) == key), None)
    if message is None:
        return None
    [sent] = reader.all(Message, dossier, id=message)
    return letter_of(sent)
