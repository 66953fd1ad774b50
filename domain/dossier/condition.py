# SPDX-License-Identifier: EUPL-1.2
"""A condition on which somebody agrees with the plan, and who can take it away (voorwaarde)."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.withdrawn import Withdrawable


class Condition(Withdrawable):
    """One condition. No statute knows it: an open one asks for a reason before the adoption.

    Attributes:
        number: from 1 in each dossier.
        by: who made it: the code of a municipality for its burgemeester, an office or a body.
        lifted_by: who can take it away, as people named him: an office or an organisation.
        until: the day by which it is to be gone, if one was agreed.
        assent: the id of the assent that it came with; nothing of one that came by itself.
        lifted_on: the day on which it was taken away, ``lifted_how`` by what.
    """

    id: str
    dossier: str
    number: int
    by: str
    text: str
    made_on: date
    lifted_by: str
    until: date | None = None
    assent: str | None = None
    lifted_on: date | None = None
    lifted_how: str = ""

    @property
    def called(self) -> str:
        """How a drop-down names it: by its number first, by which it is found again."""
        return f"{self.number} ({self.text[:60].strip()})"

    @property
    def to_lift_in_words(self) -> str:
        """Who is to take it away, and by when if that was agreed."""
        by_when = f", uiterlijk {day_in_words(self.until)}" if self.until else ""
        return f"weg te nemen door {self.lifted_by}{by_when}"

    def lifted(self, how: str, on: date) -> "Condition":
        """Return this condition, taken away."""
        return self.model_copy(update={"lifted_on": on, "lifted_how": how})
