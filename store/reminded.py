# SPDX-License-Identifier: EUPL-1.2
"""What the outbox knows of the reminders of a dossier, without their words."""

from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.reminded import Sent
from gehoord.store.reader import Reader


def reminders_sent(reader: Reader, dossier: str) -> list[Sent]:
    """Return every mail of a dossier that reminds: sent, waiting or withdrawn."""
    rows = reader.values(Message, Sent._fields, dossier, kind=MessageKind.REMINDER)
    return [Sent(*row) for row in rows]
