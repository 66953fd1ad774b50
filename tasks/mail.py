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
    """

    sent: int = 0
    again: int = 0
    held: tuple[str, ...] = ()

    @property
    def told(self) -> list[str]:
        """What did not leave, in a few sentences: the first three, and how many more there are."""
        lines = [f"Nog niet verzonden: {why}." for why in self.held[:3]]
        if more := len(self.held) - 3:
            lines += [f"En nog {counted(more, 'bericht', 'berichten')} niet."] * (more > 0)
        return lines


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
    return Delivery(sweep.sent, sweep.again, tuple(held))


def _send(sweep: Sweep, todo: Sequence[str], settings: Settings) -> None:
    with Stopping() as stopping, _post(settings) as post:
        for identifier in todo:
            if stopping.is_asked:
                return
            sweep.deliver(identifier, post)


def _post(settings: Settings) -> Server | Folder:
    return Server(settings) if settings.is_live else Folder(settings.outbox)
