# SPDX-License-Identifier: EUPL-1.2
"""What councils and others answer, and what is done with it."""

from datetime import date
from enum import StrEnum
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import Choice


class Arrival(StrEnum):
    """How an answer of a council came: each is kept as its own, also when it changes nothing."""

    FIRST = "antwoord"
    SUPPLEMENT = "aanvulling"
    LATE = "te laat"
    AFTER_ADOPTION = "na de vaststelling"


class Zienswijze(Filed):
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
    arrival: str = Arrival.FIRST

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

    def dispose(self, disposition: str, on: date) -> "Zienswijze":
        """Return this zienswijze with what is done with it, and why."""
        _refuse_before(self.name, self.received_on, on)
        return self.model_copy(update={"disposition": disposition, "disposed_on": on})

    def unweighed(self) -> "Zienswijze":
        """Return this zienswijze as if nothing was done with it yet."""
        return self.model_copy(update=_UNWEIGHED)


class Stance(Choice):
    """How a response stands to the draft, in the judgement of the adviser."""

    AGREES = "instemmend"
    CRITICAL = "kritisch"


class Response(Filed):
    """A response of anybody else to a draft version, with its disposition once there is one.

    ``respond_by`` is the last day on which it was asked for, as the plan then was; that day counts.
    ``stance`` is what the adviser made of it: who was critical gets the next version too.
    """

    id: str
    dossier: str
    sender: str
    version: str | None
    received_on: date
    text: str
    disposition: str = ""
    disposed_on: date | None = None
    respond_by: date | None = None
    stance: Stance | None = None

    @property
    def awaits_disposition(self) -> bool:
        """Whether it counts, and nobody said yet what is done with it."""
        return self.counts and not self.disposition

    @property
    def is_late(self) -> bool:
        """Whether it came after the last day on which it was asked for. It counts all the same."""
        return self.respond_by is not None and self.received_on > self.respond_by

    def dispose(self, disposition: str, on: date) -> "Response":
        """Return this response with what is done with it, and why."""
        _refuse_before(self.sender, self.received_on, on)
        return self.model_copy(update={"disposition": disposition, "disposed_on": on})

    def unweighed(self) -> "Response":
        """Return this response as if nothing was done with it yet."""
        return self.model_copy(update=_UNWEIGHED)


_UNWEIGHED: Final = {"disposition": "", "disposed_on": None}


def _refuse_before(sender: str, received_on: date, on: date) -> None:
    if on < received_on:
        raise RefusedError(
            f"Het antwoord van {sender} kwam pas op {day_in_words(received_on)}. Verbeter de dag.",
            field="op",
        )
