"""What is reported of the calendars of councils."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from gehoord.domain.acts.any_report import MunicipalityName, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.document import Document


class MeetingsRead(ReportOfAnyKind):
    """The meetings of a council became known by a calendar; a newer one replaces the former.

    Attributes:
        file: a calendar (.ics), or a saved answer of Open Raadsinformatie (JSON).
        word: what has this in its name counts, and nothing else; empty: what is of the council by
            its name.
        every: all that is held counts, whatever it is called.
    """

    summary = "De vergaderingen van een raad zijn bekend, uit zijn agenda."
    when = "Een nieuwere agenda komt in de plaats van de vorige."
    is_shown_first = True
    what: Literal["vergaderingen"] = Field("vergaderingen", alias="wat")
    municipality: MunicipalityName
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
        "raadsvergadering is.",
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
        """Which council and file, how was chosen, and the note if there is one."""
        chosen = f", met '{self.word}' in de naam" if self.word else ", alle afspraken"
        how = chosen if self.word or self.every else ""
        return " ".join(filter(None, [f"{self.municipality}: {self.file.name}{how}.", self.note]))


ReportOfCalendars = MeetingsRead
