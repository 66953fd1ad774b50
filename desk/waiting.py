# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody handed in on a page and looks at first: it waits for him there alone."""

import hashlib
from dataclasses import dataclass
from typing import Final

from gehoord.desk.place import DeskPlace
from gehoord.tasks.waiting_file import forget_waiting, let_wait, waiting_file

WAITS_NO_MORE: Final = (
    "Dit bestand wacht niet meer: het is al vastgelegd, of er is daarna een ander bestand "
    "ingeleverd. Lever het opnieuw in als dat nodig is."
)
SENT_BEFORE: Final = (
    "Dit formulier is al ingestuurd. Wat u de eerste keer instuurde, is vastgelegd. Wat u nu "
    "instuurde, is anders en is niet bewaard. Lever het bestand opnieuw in als dat nodig is."
)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The one file that waits for a party at one form.

    Attributes:
        token: of its page.
        form: the name of the form.
    """

    place: DeskPlace
    token: str
    form: str

    def keep(self, content: bytes) -> str:
        """Let a file wait in the place of the former, and return by what it is known."""
        return let_wait(self.place.home, self._whose, content, self.place.now())

    def content(self, sha256: str) -> bytes | None:
        """Return the file that is known by this, if it still waits."""
        return waiting_file(self.place.home, self._whose, sha256)

    def forget(self) -> None:
        """Let nothing wait any more: it counts now."""
        forget_waiting(self.place.home, self._whose)

    @property
    def _whose(self) -> str:
        return hashlib.sha256(f"{self.form} {self.token}".encode()).hexdigest()[:32]
