# SPDX-License-Identifier: EUPL-1.2
"""Sends what waits in the outbox: as files in mode `proef`, to the mail server in mode `live`."""

from collections.abc import Sequence
from dataclasses import dataclass

from gehoord.calendar.dutch import counted
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import NothingLeavesError
from gehoord.domain.outgoing.leaving import stays
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.tasks import left, postmarks
from gehoord.tasks.eml import Folder
from gehoord.tasks.server import Server
from gehoord.tasks.settings import Settings
from gehoord.tasks.stopping import Stopping
from gehoord.tasks.sweep import Sweep


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one round of sending came to.

    Attributes:
        sent: how many messages left.
        again: how many of these had been tried before.
        held: in Dutch, what did not leave and why.
        as_html: in Dutch, whose letter left as HTML, and why it could not be a PDF.
        unset: in Dutch, in whose PDF a mark stands in the place of a character, and of which.
    """

    sent: int = 0
    again: int = 0
    held: tuple[str, ...] = ()
    as_html: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()

    @property
    def told(self) -> list[str]:
        """What did not leave, or not as PDF: of each the first three, and how many more."""
        return [
            *_first_three("Nog niet verzonden", self.held, "niet"),
            *_first_three("Verzonden als HTML en niet als PDF", self.as_html, "als HTML"),
            *_first_three("Een teken is in de PDF vervangen", self.unset, "met zo'n teken"),
        ]


def _first_three(what: str, lines: Sequence[str], so: str) -> list[str]:
    told = [f"{what}: {why}." for why in lines[:3]]
    more = len(lines) - 3
    return [*told, f"En nog {counted(more, 'bericht', 'berichten')} {so}."] if more > 0 else told


def deliver(register: Register, settings: Settings) -> Delivery:
    """Send every message that is due; one that cannot leave says why, and holds up no other.

    What was made in another mode than that of the settings stays, and so does that of an older copy
    of the register that was put back; both are named. A request to stop waits for the message in
    hand; those that were not reached are as they were.

    A crash between sending and marking gives one resend with the same Message-ID.
    """
    postmarks.hand_in(settings.home, register)
    waiting, mode = outbox.waiting(register), Mode(settings.mail_mode)
    leaving = [w for w in waiting if w.may_leave(mode)]
    held = list(stays(waiting, mode))
    todo, older = left.may_leave(register, settings.home, leaving)
    held += older
    if not todo:
        return Delivery(held=tuple(held))
    sweep = Sweep(register, settings, held)
    try:
        _send(sweep, todo, settings)
    except NothingLeavesError as error:
        rest = counted(len(todo) - sweep.done, "bericht wacht", "berichten wachten")
        held.append(f"{error}; {rest}")
    return Delivery(sweep.sent, sweep.again, tuple(held), tuple(sweep.as_html), tuple(sweep.unset))


def _send(sweep: Sweep, todo: Sequence[str], settings: Settings) -> None:
    with Stopping() as stopping, _post(settings) as post:
        for identifier in todo:
            if stopping.is_asked:
                return
            sweep.deliver(identifier, post)


def _post(settings: Settings) -> Server | Folder:
    return Server(settings) if settings.is_live else Folder(settings.outbox)
