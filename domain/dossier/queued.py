"""What the journal keeps of a message and of a document: enough to see that it was changed."""

import hashlib
import json

from gehoord.domain.dossier.message import Message
from gehoord.domain.frozen import Frozen

_DELIVERY = frozenset({"id", "recipient", "address", "state", "attempts", "lease_until", "sent_at"})


class QueuedMessage(Frozen):
    """A message as it was put in the outbox; ``content`` is the SHA-256 of what it says.

    What became of it afterwards (state, attempts, moment) is not in it.
    """

    id: str
    recipient: str
    address: str
    content: str

    @classmethod
    def of(cls, message: Message) -> "QueuedMessage":
        """Return what the journal keeps of a message."""
        said = message.model_dump(mode="json", exclude=set(_DELIVERY))
        text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return cls(
            id=message.id,
            recipient=message.recipient,
            address=message.address,
            content=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        )


class KeptDocument(Frozen):
    """A document as it was kept: its SHA-256 and its name."""

    id: str
    name: str
