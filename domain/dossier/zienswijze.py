"""What councils and others answer, and what is done with it."""

from datetime import date
from enum import StrEnum

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import Frozen


class Arrival(StrEnum):
    """How an answer of a council came: each is kept as its own, also when it changes nothing."""

    FIRST = "antwoord"
    SUPPLEMENT = "aanvulling"
    LATE = "te laat"
    AFTER_ADOPTION = "na de vaststelling"


class Zienswijze(Frozen):
    """The answer of a council on the ontwerp, with its disposition once there is one.

    One that was recorded by mistake is withdrawn: it stays to be seen, and counts nowhere.
    ``arrival`` is how it came; one after the adoption asks for no disposition.
    """

    id: str
    dossier: str
    municipality: str
    name: str
    version: str
    received_on: date
    answer: str
    text: str
    disposition: str = ""
    disposed_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_because: str = ""
    arrival: str = Arrival.FIRST

    @property
    def counts(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_on is None

    @property
    def awaits_disposition(self) -> bool:
        """Whether it counts, and nobody said yet what is done with it."""
        return self.counts and not self.disposition and not self.is_after_adoption

    @property
    def is_after_adoption(self) -> bool:
        """Whether it came when the plan was adopted already: it is kept, and changes nothing."""
        return self.arrival == Arrival.AFTER_ADOPTION

    @property
    def arrival_in_words(self) -> str:
        """How and when it came; nothing for an answer in time."""
        if self.arrival == Arrival.FIRST:
            return ""
        return f"{self.arrival.capitalize()}, ontvangen op {day_in_words(self.received_on)}"

    @property
    def withdrawal_in_words(self) -> str:
        """On which day it was withdrawn, and why; nothing while it counts."""
        if self.withdrawn_on is None:
            return ""
        return f"Ingetrokken op {day_in_words(self.withdrawn_on)}: {self.withdrawn_because}"

    def withdraw(self, because: str, on: date) -> "Zienswijze":
        """Return this zienswijze withdrawn: it was recorded by mistake."""
        return self.model_copy(update={"withdrawn_on": on, "withdrawn_because": because})

    def dispose(self, disposition: str, on: date) -> "Zienswijze":
        """Return this zienswijze with what is done with it, and why."""
        _refuse_before(self.name, self.received_on, on)
        return self.model_copy(update={"disposition": disposition, "disposed_on": on})


class Response(Frozen):
    """A response of anybody else to a draft version, with its disposition once there is one."""

    id: str
    dossier: str
    sender: str
    version: str | None
    received_on: date
    text: str
    disposition: str = ""
    disposed_on: date | None = None

    def dispose(self, disposition: str, on: date) -> "Response":
        """Return this response with what is done with it, and why."""
        _refuse_before(self.sender, self.received_on, on)
        return self.model_copy(update={"disposition": disposition, "disposed_on": on})


def _refuse_before(sender: str, received_on: date, on: date) -> None:
    if on < received_on:
        raise RefusedError(
            f"Het antwoord van {sender} kwam pas op {day_in_words(received_on)}. Verbeter de dag."
        )
