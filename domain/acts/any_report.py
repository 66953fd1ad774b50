# SPDX-License-Identifier: EUPL-1.2
"""What every kind of report asks, and the fields that several kinds have in common."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator, Field, field_validator

from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.reason import FEWEST_WORDS
from gehoord.domain.eenheid.eenheid import Identifier, SeenName
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import step_name

A_SENTENCE: Final = f"Ten minste {FEWEST_WORDS} woorden."
"""What a form says of an answer that `refuse_without_ground` judges."""

FARTHEST: Final = date(2199, 12, 31)
"""The last day that a report can name: beyond it calendars come to the end of their years."""

StepName = Annotated[
    Identifier,
    BeforeValidator(step_name),
    Field(alias="stap", title="Stap", description="De naam van de stap, zoals verwerking."),
    Asked(argument="STAP"),
]
MunicipalityName = Annotated[
    str,
    Field(alias="gemeente", title="Gemeente", description="Naam of CBS-code."),
    Asked(argument="GEMEENTE"),
]
OwnerName = Annotated[
    str | None,
    Field(alias="actiehouder", title="Actiehouder"),
    Asked(options=("--wie",)),
]
Sender = Annotated[SeenName, Field(alias="van", title="Van wie?"), Asked(argument="AFZENDER")]
Reason = Annotated[str, Field(alias="reden", title="Reden"), Asked(more=A_SENTENCE)]
File = Annotated[Document | None, Field(alias="bestand", title="Bestand")]


class ReportOfAnyKind(Frozen):
    """What every kind of report asks.

    ``summary`` says in Dutch what was done; ``when`` says more where people need that to choose.
    What ``is_now`` is no deed of an earlier day: it happens on the day on which it is reported.
    Of what ``is_shown_first`` people see what was understood before they record it.
    """

    summary: ClassVar[str]
    when: ClassVar[str] = ""
    is_now: ClassVar[bool] = False
    is_shown_first: ClassVar[bool] = False

    on: Annotated[date, Asked(options=("--op", "--on"), else_today=True)] = Field(
        alias="op", title="Op welke dag?", description="De dag waarop het gebeurde."
    )
    by: SeenName = Field(
        "adviseur",
        alias="door",
        max_length=100,
        title="Wie legt dit vast?",
        description="De functie van wie het vastlegt.",
    )
    note: str = Field(
        "",
        alias="toelichting",
        max_length=4000,
        title="Toelichting",
        description="Komt in het journaal.",
    )

    @field_validator("*", mode="after")
    @classmethod
    def _within_reach(cls, value: object) -> object:
        """Refuse a day so far off that it was mistyped, and that nobody can count on from."""
        if isinstance(value, date) and value > FARTHEST:
            raise ValueError(f"{value.year} ligt te ver weg; verbeter het jaar")
        return value

    @property
    def said(self) -> str:
        """What the journal says of it in words."""
        return self.note


class OfStep(ReportOfAnyKind):
    """A report about a step that needs a reason, which the journal keeps."""

    step: StepName
    reason: Reason = Field(max_length=4000)

    @property
    def said(self) -> str:
        """The step, the reason, and the note if there is one."""
        return " ".join(filter(None, [f"{self.step}: {self.reason}", self.note]))
