# SPDX-License-Identifier: EUPL-1.2
"""Which of what waits in the outbox may leave in a mode, and why the rest stays."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gehoord.calendar.dutch import counted
from gehoord.domain.dossier.mode import Mode


class Waiting(NamedTuple):
    """A message that waits: its key, its dossier, and the modes of both as they are kept."""

    id: str
    dossier: str
    mode: str
    dossier_mode: str

    def may_leave(self, mode: Mode) -> bool:
        """Whether it leaves in a mode: only if it was made in it, and its dossier is still in it.

        One of which the mode was not kept follows its dossier.
        """
        return self.dossier_mode == mode and self.mode in (mode, Mode.UNKNOWN)


def stays(waiting: Iterable[Waiting], mode: Mode) -> Iterator[str]:
    """Yield in Dutch, a sentence for each dossier, what may not leave in a mode, and what to do."""
    held = Counter((w.dossier, w.dossier_mode, w.mode) for w in waiting if not w.may_leave(mode))
    for (dossier, dossier_mode, made_in), number in sorted(held.items()):
        messages = counted(number, "bericht wacht", "berichten wachten")
        yield f"{dossier}: {messages}; {_why(dossier, dossier_mode, made_in, mode)}"


def of_older_copy(dossier: str, number: int, waiting: int) -> str:
    """Return in Dutch why the mail of a dossier waits of which an older copy was put back.

    Args:
        dossier: its name.
        number: the entry of the journal with which mail left, and which is not there; 0 when the
            copy was put back with a command.
        waiting: how many messages wait.
    """
    messages = counted(waiting, "bericht wacht", "berichten wachten")
    why = (
        f"dit register is een oudere kopie, want bij regel {number} van het journaal ging al mail "
        "weg en die regel staat hier niet"
        if number
        else "er is een kopie van het register teruggezet"
    )
    return f"{dossier}: {messages}; {why}, bekijk met 'gehoord outbox {dossier}' wat weg zou gaan"


def _why(dossier: str, dossier_mode: str, made_in: str, mode: Mode) -> str:
    if dossier_mode == Mode.UNKNOWN:
        return (
            "van dit dossier is niet bekend of het 'proef' of 'live' is, zeg dat met "
            f"'gehoord mode {dossier} proef' of 'gehoord mode {dossier} live'"
        )
    if made_in in (dossier_mode, Mode.UNKNOWN):
        return (
            f"dit dossier is in de stand '{dossier_mode}' en GEHOORD_MAIL_MODE staat hier op "
            f"'{mode}', zet die op '{dossier_mode}' en geef 'gehoord watch'"
        )
    return (
        f"wat in de stand '{made_in}' is gemaakt, gaat niet weg nu het dossier in de stand "
        f"'{dossier_mode}' is"
    )
