# SPDX-License-Identifier: EUPL-1.2
"""A draft that was sent to those who read along (ter lezing), with by when they respond."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.frozen import Frozen


class SentTo(Frozen):
    """One who was sent it.

    Attributes:
        recipient: the key under which it gets its mail.
        name: as people read it, and as its response is recognised.
        address: where it went; empty when it was sent by other means and none is known.
    """

    recipient: str
    name: str
    address: str = ""

    @property
    def code(self) -> str:
        """The CBS code of the municipality it is of; the last word of its key for any other."""
        return self.recipient.rpartition(" ")[2]


class Circulation(Withdrawable):
    """A version that goes to readers in a step; whoever is added later gets it in another one.

    Attributes:
        number: from 1 in each dossier.
        step: the id of the step in which responses are asked for.
        version: the id of the version; ``document`` the SHA-256 of its file, if that is known.
        sent_on: the day.
        respond_by: the last day to respond, which counts; nothing of one that was sent by other
            means and of which no day is known.
        is_voluntary: whether responding is free: in a round after the first one.
        is_by_mail: whether Gehoord sends it; else it was sent by other means already.
        sent_to: to whom, in their order.
    """

    id: str
    dossier: str
    number: int
    step: str
    version: str
    document: str | None = None
    sent_on: date
    respond_by: date | None = None
    is_voluntary: bool = False
    is_by_mail: bool = True
    sent_to: tuple[SentTo, ...] = ()

    @property
    def called(self) -> str:
        """How a drop-down names it: by its number first, by which it is found again."""
        return f"{self.number} (van {day_in_words(self.sent_on)})"
