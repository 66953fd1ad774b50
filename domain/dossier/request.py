# SPDX-License-Identifier: EUPL-1.2
"""What a party asks of the adviser: something that needs his judgement, and changes nothing yet."""

from datetime import date
from enum import StrEnum
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.nearby import Choice


class RequestKind(Choice):
    """What sort of thing is asked."""

    RESPITE = "uitstel"
    COMMITTEE = "commissie"
    OTHER = "andere vraag"


class Reply(Choice):
    """How the adviser answers."""

    GRANTED = "toegewezen"
    DENIED = "afgewezen"
    ANSWERED = "beantwoord"


class RequestState(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    GRANTED = "toegewezen"
    DENIED = "afgewezen"
    ANSWERED = "beantwoord"
    LAPSED = "vervallen"


class PartyRequest(Withdrawable):
    """One request of one party.

    Attributes:
        number: by which people name it, from 1 in each dossier.
        recipient: the key under which the party gets its mail (`recipient_of`).
        name: of the party, as a card calls it.
        until: the last day that it asks for, of a respite; that day counts.
        round: which time its council was or is to be asked about the ontwerp, from 1.
        action: the id of what the adviser owes because of it.
        settled_on: the day on which it was answered, granted by a later day, or lapsed.
        answer: the words of the adviser; empty when it was settled without words.
    """

    id: str
    dossier: str
    number: int
    recipient: str
    name: str
    question: RequestKind
    until: date | None = None
    text: str
    asked_on: date
    round: int = 1
    action: str
    state: RequestState = RequestState.OPEN
    settled_on: date | None = None
    answer: str = ""

    @property
    def owner(self) -> str:
        """Under which key the party owes actions: all of one municipality under its CBS code."""
        return self.recipient.rpartition(" ")[2]

    @property
    def is_open(self) -> bool:
        """Whether the adviser still owes an answer."""
        return self.counts and self.state is RequestState.OPEN

    @property
    def is_about_hearing(self) -> bool:
        """Whether it falls away once the council is heard."""
        return self.question in (RequestKind.RESPITE, RequestKind.COMMITTEE)

    def is_about(self, council: str) -> bool:
        """Whether it is about the hearing of a council, by its CBS code."""
        return self.is_about_hearing and self.owner == council

    @property
    def what(self) -> str:
        """What is asked, in a few words: "uitstel tot en met 21 oktober 2027"."""
        if self.until:
            return f"{self.question} tot en met {day_in_words(self.until)}"
        return _IN_WORDS[self.question]

    @property
    def called(self) -> str:
        """How people choose it among others: its number, whose it is and what it asks."""
        return f"{self.number} ({self.name}: {self.what})"

    def settled(self, state: RequestState, on: date, answer: str = "") -> "PartyRequest":
        """Return this request settled on a day, with the words of the adviser if there are any."""
        return self.model_copy(update={"state": state, "settled_on": on, "answer": answer})

    def reopened(self) -> "PartyRequest":
        """Return this request as if it was not settled."""
        return self.model_copy(
            update={"state": RequestState.OPEN, "settled_on": None, "answer": ""}
        )


_IN_WORDS: Final = {
    RequestKind.RESPITE: "uitstel",
    RequestKind.COMMITTEE: "behandeling in een commissie",
    RequestKind.OTHER: "een vraag",
}
