# SPDX-License-Identifier: EUPL-1.2
"""A letter without its text: which it is, for whom, whether it left, and under which key."""

import hashlib
from datetime import datetime
from typing import NamedTuple

from gehoord.domain.dossier.message import LEFT, MessageState
from gehoord.domain.proposal.step import Letter


class KeptLetter(NamedTuple):
    """What is known of one message with a letter; the fields are those of `Message`."""

    id: str
    letter: Letter
    step: str | None
    recipient: str
    municipality: str | None
    state: MessageState
    sent_at: datetime | None
    paper: str

    @property
    def is_sent(self) -> bool:
        """Whether it left."""
        return self.state is MessageState.SENT

    @property
    def left_without_pdf(self) -> bool:
        """Whether it left as HTML alone: then no PDF of it is ever made."""
        return self.state in LEFT and not self.paper

    @property
    def key(self) -> str:
        """By which it is asked for: an address that says nothing and fits in a link."""
        return key_of_letter(self.id)


def key_of_letter(message: str) -> str:
    """Return the key of the letter in a message, of which the id is given."""
    return hashlib.sha256(message.encode()).hexdigest()
