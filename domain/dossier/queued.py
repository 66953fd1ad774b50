# SPDX-License-Identifier: EUPL-1.2
"""What the journal keeps of a message and of a document: enough to see that it was changed."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from gehoord.domain.dossier.message import Message
from gehoord.domain.frozen import Frozen

_DELIVERY = frozenset(
    {
        "id",
        "recipient",
        "address",
        "state",
        "attempts",
        "lease_until",
        "next_attempt_at",
        "failing_since",
        "failure",
        "reached",
        "dead",
        "missed",
        "sent_at",
        "paper",
    }
)


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
        return cls(
            id=message.id,
            recipient=message.recipient,
            address=message.address,
            content=content_of(message.model_dump(mode="json")),
        )


def content_of(message: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what a message says: its columns as JSON, without its delivery."""
    said = {name: value for name, value in message.items() if name not in _DELIVERY}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class KeptDocument(Frozen):
    """A document as it was kept: its SHA-256 and its name."""

    id: str
    name: str
