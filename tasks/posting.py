"""What leaves, leaves from the mailbox of the settings."""

from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.tasks.settings import settings
from gehoord.templates.outgoing.outgoing import Outgoing


def post_of(state: State, on: date) -> Outgoing:
    """Return the outgoing post of a dossier on one day."""
    return Outgoing(state, on, settings().mail_from)
