# SPDX-License-Identifier: EUPL-1.2
"""When people are reminded of what they owe, and when somebody else hears that it is late."""

from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.step import StepKind

FURTHEST: Final = 365
"""Days. Further from its last day nobody is reminded."""

Days = tuple[int, ...]
Escalation = Annotated[int, Field(ge=0, le=FURTHEST)]
"""How many days after the last day somebody else hears of it; 0 means never."""


class Ladder(Frozen):
    """The ladder of one kind of action, in days before and after its last day.

    Attributes:
        days_before: when the owner is reminded before it; 0 is the last day itself.
        days_after: when the owner is reminded after it.
        adviser_after: when the adviser must ring the owner.
        regioburgemeester_after: when the regioburgemeester must speak to him.
    """

    days_before: Days = Field((42, 14, 3), alias="dagen_voor")
    days_after: Days = Field((1, 8), alias="dagen_na")
    adviser_after: Escalation = Field(8, alias="adviseur_na")
    regioburgemeester_after: Escalation = Field(15, alias="regioburgemeester_na")

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        for day in (*self.days_before, *self.days_after):
            if not 0 <= day <= FURTHEST:
                raise ValueError(
                    f"een herinnering {day} dagen voor of na kan niet; kies 0 tot en met {FURTHEST}"
                )
        return self


class Reminders(Ladder):
    """The ladder of a proposal, and where that of one kind of step differs from it."""

    per_kind: dict[StepKind, Ladder] = Field({}, alias="per_soort")

    def of(self, kind: StepKind) -> Ladder:
        """Return the ladder of one kind of step: its own where it says so, else that of all."""
        own = self.per_kind.get(kind)
        if own is None:
            return self
        given = {name: getattr(own, name) for name in own.model_fields_set}
        return Ladder(**{name: getattr(self, name) for name in Ladder.model_fields} | given)
