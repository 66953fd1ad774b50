# SPDX-License-Identifier: EUPL-1.2
"""What is reported of the calendars of councils and bodies."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.document import Document
from gehoord.domain.eenheid.eenheid import SeenName


class MeetingsRead(ReportOfAnyKind):
    """The meetings of a council or body became known by a calendar; a newer one replaces it.

    Attributes:
        who: a municipality, of which the council meets, or a body.
        file: a calendar (.ics), or a saved answer of Open Raadsinformatie (JSON).
        word: what has this in its name counts, and nothing else; empty: of a council what is of it
            by its name, of a body all that is held.
        every: all that is held counts, whatever it is called.
    """

    summary = "De vergaderingen van een raad of overleg zijn bekend, uit de agenda."
    when = "Een nieuwere agenda komt in de plaats van de vorige."
    is_shown_first = True
    what: Literal["vergaderingen"] = Field("vergaderingen", alias="wat")
    who: Annotated[SeenName, Asked(argument="WIE")] = Field(
        alias="wie", title="Van wie?", description="Een gemeente (haar raad) of een overleg."
    )
    file: Annotated[Document, Asked(or_address=True)] = Field(
        alias="bestand",
        title="Bestand",
        description="De agenda (.ics), haar adres (https), of een antwoord van Open "
        "Raadsinformatie (.json).",
    )
    word: Annotated[str, StringConstraints(max_length=100, strip_whitespace=True)] = Field(
        "",
        alias="naam",
        title="Welke afspraken?",
        description="Alleen afspraken met dit in hun naam; anders wat naar zijn naam een "
        "raadsvergadering is, en van een overleg alles.",
    )
    every: bool = Field(
        False,
        alias="alle",
        title="Alle afspraken?",
        description="Elke afspraak die doorgaat telt mee, hoe zij ook heet.",
    )

    @model_validator(mode="after")
    def _one_choice(self) -> Self:
        if self.word and self.every:
            raise ValueError("kies 'naam' of 'alle', niet allebei")
        return self

    @property
    def said(self) -> str:
        """Whose, which file, how was chosen, and the note if there is one."""
        chosen = f", met '{self.word}' in de naam" if self.word else ", alle afspraken"
        how = chosen if self.word or self.every else ""
        return " ".join(filter(None, [f"{self.who}: {self.file.name}{how}.", self.note]))


ReportOfCalendars = MeetingsRead
