# SPDX-License-Identifier: EUPL-1.2
"""What is reported of the strength that the plan distributes."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.any_report import A_SENTENCE, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.strength_line import GrowthLine, StrengthLine
from gehoord.domain.dossier.strength_table import TableStands
from gehoord.domain.eenheid.eenheid import SeenName


class StrengthGiven(ReportOfAnyKind):
    """A sterkteverdeling is there, provisional or definitive; its file says the lines.

    Attributes:
        lines: of the strength, ``growth`` of what comes in later years: read from the file.
        reason: why it is kept though sums in it do not come out.
    """

    summary = "Een sterkteverdeling is bekend, voorlopig of definitief."
    when = "Een nieuwere staat ernaast: een versie bevat de verdeling die zij noemt."
    is_shown_first = True
    what: Literal["sterkte"] = Field("sterkte", alias="wat")
    file: Annotated[Document, Asked(argument="BESTAND")] = Field(
        alias="bestand",
        title="Bestand",
        description="De tabel als XLSX, ODS of CSV: aspirant, wijkagent, overig en totaal.",
    )
    as_of: date = Field(alias="peildatum", title="Peildatum", description="De dag van de cijfers.")
    stands: TableStands = Field(
        alias="stand", title="Voorlopig of definitief?", description="Kan zij nog veranderen?"
    )
    source: SeenName = Field(
        alias="bron",
        max_length=200,
        title="Bron",
        description="Waar de tabel vandaan komt, zoals een stuk of een afdeling.",
    )
    valid_from: Annotated[date | None, Asked(options=("--geldig-vanaf",))] = Field(
        None,
        alias="geldig_vanaf",
        title="Geldig vanaf",
        description="De dag waarop de verdeling ingaat, als die bekend is.",
    )
    follows_by: Annotated[date | None, Asked(options=("--definitief-op",))] = Field(
        None,
        alias="definitief_op",
        title="Wanneer komt de definitieve?",
        description="Uiterlijk op deze dag; alleen bij een voorlopige. Staat in de brief.",
    )
    inhabitants: int | None = Field(
        None,
        alias="inwoners",
        ge=1,
        le=20_000_000,
        title="Inwoners van de eenheid",
        description="Daaruit volgt hoeveel wijkagenten er ten minste zijn (1 op 5.000).",
    )
    inhabitants_on: Annotated[date | None, Asked(options=("--inwoners-op",))] = Field(
        None,
        alias="inwoners_op",
        title="Inwoners op welke dag?",
        description="De peildatum van het aantal inwoners.",
    )
    stated_norm: int | None = Field(
        None,
        alias="norm",
        ge=1,
        le=100_000,
        title="Norm voor wijkagenten",
        description="In plaats van inwoners: het aantal dat een stuk zelf noemt.",
    )
    reason: Annotated[str, Asked(more=A_SENTENCE)] = Field(
        "",
        alias="reden",
        max_length=4000,
        title="Waarom klopt een som niet?",
        description="Alleen als een som niet klopt en toch zo blijft: waarom.",
    )
    lines: Annotated[tuple[StrengthLine, ...], Asked(from_file=True)] = Field(
        alias="regels", min_length=1
    )
    growth: Annotated[tuple[GrowthLine, ...], Asked(from_file=True)] = Field((), alias="groei")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.inhabitants and self.stated_norm:
            raise ValueError("geef 'inwoners' of 'norm', niet allebei")
        if self.inhabitants_on and not self.inhabitants:
            raise ValueError("'inwoners_op' hoort bij 'inwoners'; vul dat aantal ook in")
        if self.follows_by and self.stands is TableStands.DEFINITIVE:
            raise ValueError("'definitief_op' hoort bij een voorlopige; deze is al definitief")
        return self

    @property
    def said(self) -> str:
        """Which file, of which day, how it stands, and the note if there is one."""
        told = f"{self.file.name}: {self.stands}, per {day_in_words(self.as_of)}."
        return " ".join(filter(None, [told, self.reason, self.note]))


ReportOfStrength = StrengthGiven
