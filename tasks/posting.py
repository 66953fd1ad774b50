# SPDX-License-Identifier: EUPL-1.2
"""What leaves, leaves from the mailbox of the settings."""

from datetime import date

from gehoord.calendar.ical.address import Address
from gehoord.domain.dossier.message import LEFT, Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.own_page import own_page
from gehoord.store.reader import Reader
from gehoord.tasks.settings import settings
from gehoord.templates.calendars import mailbox
from gehoord.templates.outgoing.outgoing import Outgoing


def organizer_of(state: State) -> Address:
    """Return the mailbox behind a dossier, as its calendars name it."""
    return mailbox(state, settings().mail_from)


def post_of(state: State, on: date) -> Outgoing:
    """Return the outgoing post of a dossier on one day."""
    return Outgoing(state, on, settings().mail_from, own_page(settings().desk_url))


def letters_before(reader: Reader, dossier: str, step: str) -> dict[str, date]:
    """Return the day of the last letter of another step that each recipient got, by his key."""
    asked = ("recipient", "created_on", "step", "state")
    rows = reader.values(Message, asked, dossier, kind=MessageKind.LETTER)
    got = [(to, on) for to, on, of, state in rows if of != step and state in LEFT]
    return dict(sorted(got, key=lambda letter: letter[1]))
