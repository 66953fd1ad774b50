"""Who heard of the days of a dossier before: they are told when these change."""

from gehoord.domain.acts.move import Informed
from gehoord.domain.dossier.message import Message
from gehoord.store.register import Change
from gehoord.tasks.invitations import last_invitations


def informed(change: Change) -> Informed:
    """Return who got a message, and for which actions somebody was invited."""
    messages = change.all(Message, change.dossier_id)
    return Informed({m.recipient for m in messages}, last_invitations(messages).keys())
