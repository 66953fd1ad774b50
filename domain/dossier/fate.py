"""What became of a message: all that is known of it but what it says."""

from datetime import date, datetime

from gehoord.domain.dossier.message import STUCK, MessageState, Topic
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
    sent_at: datetime | None = None

    @property
    def is_sent(self) -> bool:
        """Whether it left."""
        return self.state is MessageState.SENT

    @property
    def is_stuck(self) -> bool:
        """Whether it does not arrive, and is not tried again at the address it has."""
        return self.state in STUCK
