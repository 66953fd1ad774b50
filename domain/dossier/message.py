"""A message in the outbox: unique per action or step, occasion and recipient."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from gehoord.domain.frozen import Frozen

REMINDER: Final = "herinnering"
"""With this the occasion of a reminder begins."""


class MessageState(StrEnum):
    """Where a message stands."""

    WAITING = "wacht"
    SENDING = "onderweg"
    SENT = "verzonden"
    WITHDRAWN = "ingetrokken"


class Attachment(Frozen):
    """A part of a message: text kept with it, or a document of the register by its SHA-256."""

    name: str
    media_type: str
    content: str = ""
    document: str | None = None


class Message(Frozen):
    """One message to one recipient. The id is its key: the same message never leaves twice."""

    id: str
    dossier: str
    occasion: str
    recipient: str
    address: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()
    created_on: date
    state: MessageState = MessageState.WAITING
    attempts: int = 0
    lease_until: datetime | None = None
    sent_at: datetime | None = None

    @property
    def about(self) -> str:
        """The id of the action it is about, or of the step or event within its dossier."""
        return self.id.partition("|")[0]

    @property
    def is_reminder(self) -> bool:
        """Whether it reminds somebody of an action."""
        return self.occasion.startswith(REMINDER)


def message_key(about: str, occasion: str, recipient: str) -> str:
    """Return the key of a message.

    Args:
        about: the id of the action, or of the step within its dossier.
        occasion: why it is sent, such as ``brief`` or ``herinnering-14@2027-10-08``.
        recipient: the municipality code or the office.
    """
    return f"{about}|{occasion}|{recipient}"
