# SPDX-License-Identifier: EUPL-1.2
"""What became of a message: all that is known of it but what it says."""

from datetime import date, datetime

from gehoord.domain.dossier.message import STUCK, Message, MessageState, Missed, Topic
from gehoord.domain.dossier.mode import Mode


class Fate(Topic):
    """A message without its words and its documents, which weigh a thousand times as much.

    The fields are those of `Message`.
    """

    id: str
    address: str
    facts: tuple[str, ...] = ()
    created_on: date
    mode: Mode = Mode.UNKNOWN
    state: MessageState = MessageState.WAITING
    failing_since: datetime | None = None
    missed: tuple[Missed, ...] = ()
    sent_at: datetime | None = None

    @classmethod
    def of(cls, message: Message) -> "Fate":
        """Return what became of a message that was read whole."""
        return cls(**{name: getattr(message, name) for name in cls.model_fields})

    @property
    def is_sent(self) -> bool:
        """Whether it left."""
        return self.state is MessageState.SENT

    @property
    def misses(self) -> tuple[Missed, ...]:
        """Where it did not arrive: the address it now has is the last, if it does not work."""
        if self.state not in STUCK or self.failing_since is None:
            return self.missed
        return (*self.missed, Missed(address=self.address, since=self.failing_since))
