# SPDX-License-Identifier: EUPL-1.2
"""The appeal of one burgemeester against an adoption by the regioburgemeester (art. 39 lid 5)."""

from datetime import date
from enum import StrEnum
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.errors import RefusedError


class AppealOutcome(StrEnum):
    """How an appeal ended."""

    FOUNDED = "gegrond"
    PARTLY_FOUNDED = "deels gegrond"
    UNFOUNDED = "ongegrond"
    INADMISSIBLE = "niet-ontvankelijk"
    WITHDRAWN = "ingetrokken"


CHANGES_THE_PLAN: Final = (AppealOutcome.FOUNDED, AppealOutcome.PARTLY_FOUNDED)
"""The outcomes after which the regioburgemeester brings the plan into line (art. 39 lid 6)."""


class Appeal(Withdrawable):
    """One appeal. An appeal does not suspend the adoption (Awb, art. 6:16).

    Attributes:
        municipality: the CBS code of the municipality of the burgemeester; ``name`` is its name.
        step: the step in which the minister decides on it.
        received_on: the day on which the minister received it; ``posted_on`` when it was posted.
        is_late: whether it came after the term; the minister decides what that means.
        heard_on: the day on which the burgemeester was heard on it.
        postponed_on: the day on which the decision was postponed.
        closed_on: the day on which it was decided or withdrawn, with its ``outcome``.
        besluit: the id of what was adopted under lid 2 later, as a part; else it is the plan.
    """

    id: str
    dossier: str
    municipality: str
    name: str
    step: str
    received_on: date
    posted_on: date | None = None
    is_late: bool = False
    heard_on: date | None = None
    postponed_on: date | None = None
    closed_on: date | None = None
    outcome: AppealOutcome | None = None
    text: str = ""
    besluit: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the minister still owes a decision."""
        return self.outcome is None and self.counts

    @property
    def changes_the_plan(self) -> bool:
        """Whether the plan must be brought into line with the decision."""
        return self.outcome in CHANGES_THE_PLAN and self.counts

    @property
    def called(self) -> str:
        """How a drop-down names it: a burgemeester may appeal against the plan and a part."""
        return f"{self.name} ({'onderdeel' if self.besluit else 'vaststelling'})"

    def heard(self, on: date) -> "Appeal":
        """Return this appeal with the burgemeester heard on it."""
        self._refuse_unless_open(on)
        return self.model_copy(update={"heard_on": on})

    def postponed(self, on: date) -> "Appeal":
        """Return this appeal with its decision postponed; that can be done once."""
        self._refuse_unless_open(on)
        if self.postponed_on:
            raise RefusedError(
                f"De beslissing op het beroep van de burgemeester van {self.name} is al verdaagd "
                f"op {day_in_words(self.postponed_on)}."
            )
        return self.model_copy(update={"postponed_on": on})

    def closed(self, on: date, outcome: AppealOutcome) -> "Appeal":
        """Return this appeal decided, or withdrawn."""
        self._refuse_unless_open(on)
        return self.model_copy(update={"closed_on": on, "outcome": outcome})

    def _refuse_unless_open(self, on: date) -> None:
        if self.outcome and self.closed_on:
            raise RefusedError(
                f"Het beroep van de burgemeester van {self.name} is op "
                f"{day_in_words(self.closed_on)} al afgesloten: {self.outcome}."
            )
        if on < self.received_on:
            raise RefusedError(
                f"Op {day_in_words(on)} was het beroep van de burgemeester van {self.name} er nog "
                "niet. Verbeter de dag."
            )
