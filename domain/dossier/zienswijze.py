"""What councils and others answer, and what is done with it."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import Frozen


class Zienswijze(Frozen):
    """The answer of a council on the ontwerp, with its disposition once there is one."""

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
