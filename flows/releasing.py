# SPDX-License-Identifier: EUPL-1.2
"""Vrijgeven: a person looked at what waits after an older copy was put back."""

from datetime import date

from gehoord.calendar.dutch import capital, counted
from gehoord.domain.dossier.message import CAN_LEAVE, Message
from gehoord.domain.dossier.reason import FEWEST_WORDS
from gehoord.domain.errors import GehoordError
from gehoord.store import outbox
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.tasks import left
from gehoord.tasks.settings import Settings


def waiting(reader: Reader, dossier: str) -> list[Message]:
    """Return what waits to be sent of a dossier, oldest first."""
    found = [m for m in reader.all(Message, dossier) if m.state in CAN_LEAVE]
    return sorted(found, key=lambda m: (m.created_on, m.id))


def release(
    register: Register, dossier: str, place: Settings, reason: str, on: date, *, has_left: bool
) -> str:
    """Let what waits leave, or record that it had left already; the journal says which and why.

    Args:
        register: what the dossier is in.
        dossier: its name.
        place: where it is kept up to where mail has left.
        reason: why a person thinks so.
        on: the day.
        has_left: whether what waits left before the older copy was put back.

    Raises:
        GehoordError: no reason is given.
    """
    if len(reason.split()) < FEWEST_WORDS:
        raise GehoordError(
            f"Geef de reden, in ten minste {FEWEST_WORDS} woorden: hoe weet u dat dit zo is?"
        )
    event = "al verzonden" if has_left else "vrijgegeven"
    with register.changing(dossier, on, "adviseur", event, reason) as change:
        opened = change.dossier(dossier)
        change.replace([(opened, opened)])
        found = waiting(change, dossier)
        if has_left:
            outbox.take_as_sent(change, found)
    left.keep(register, place.home, [dossier])
    messages = counted(len(found), "bericht", "berichten")
    if has_left:
        told = f"{capital(messages)} vastgelegd als al verzonden."
        return f"{told} Er is niets opnieuw verstuurd."
    which = messages if found else "er wacht niets"
    return f"De mail van '{dossier}' mag weer weg: {which}."
