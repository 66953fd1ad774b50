"""Messages that do not arrive and are not tried any more."""

from gehoord.domain.dossier.message import STUCK, Message
from gehoord.store.reader import Reader


def stuck(reader: Reader, dossier: str) -> list[Message]:
    """Return the messages of a dossier that wait until their recipient has another address."""
    return [message for word in STUCK for message in reader.all(Message, dossier, state=word)]
