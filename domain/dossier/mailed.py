# SPDX-License-Identifier: EUPL-1.2
"""A message without its text: about what it is, for whom, and what became of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from gehoord.domain.dossier.message import CAN_LEAVE, STUCK, MessageKind, MessageState
from gehoord.domain.proposal.step import Letter


class Mailed(NamedTuple):
    """What is known of one message; the fields are those of `Message`."""

    id: str
    dossier: str
    kind: MessageKind
    state: MessageState
    recipient: str
    step: str | None
    owner: str | None
    municipality: str | None
    rung: str
    due_on: date | None
    facts: Sequence[str]
    created_on: date
    address: str
    subject: str
    failing_since: datetime | None
    next_attempt_at: datetime | None
    failure: str
    letter: Letter | None = None
    version: int | None = None
    reached: Sequence[str] = ()

    @property
    def to_griffie(self) -> bool:
        """Whether the griffie of a municipality gets it."""
        return self.municipality is not None and self.recipient == self.municipality

    @property
    def is_sent_reminder(self) -> bool:
        """Whether it reminded somebody."""
        return self.kind is MessageKind.REMINDER and self.state is MessageState.SENT

    @property
    def waits(self) -> bool:
        """Whether it is still to leave, and nothing stood in its way so far."""
        return self.state in CAN_LEAVE and self.failing_since is None

    @property
    def is_undelivered(self) -> bool:
        """Whether it was tried and did not arrive, be it that it is tried again."""
        return self.state in STUCK or (self.state in CAN_LEAVE and self.failing_since is not None)
