"""The Dutch forms that Prefect shows when somebody starts a deployment by hand."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter

from gehoord.domain.deed import Deed
from gehoord.domain.hearing import Answer, Manner
from gehoord.domain.reading import check_form
from gehoord.domain.step import Part

DossierName = Annotated[str, Field(title="Dossier", description="De naam van het dossier.")]
Day = Annotated[
    date | None,
    Field(title="Dag", description="De dag waarvoor dit geldt. Leeg betekent vandaag."),
]
Reason = Annotated[
    str, Field(title="Reden", description="Waarom de dag verandert; dit staat in het journaal.")
]


class Wat(StrEnum):
    """What is reported, in the words of the form."""

    GEDAAN = "gedaan"
    THEMAS = "themas"
    VERSIE = "versie"
    AKKOORD = "akkoord"
    GEHOORD = "gehoord"
    GEEN_ANTWOORD = "geen-antwoord"
    REACTIE = "reactie"
    VERWERKING = "verwerking"
    VASTSTELLING = "vaststelling"


class Melding(BaseModel):
    """Wat is gebeurd. Vul alleen in wat bij uw melding hoort."""

    wat: Wat = Field(title="Wat is gebeurd?")
    op: date = Field(title="Op welke dag?")
    door: str = Field("adviseur", title="Wie legt dit vast?", description="Uw functie.")
    stap: str | None = Field(
        None, title="Stap", description="Bij 'gedaan' en 'versie': de naam van de stap."
    )
    gemeente: str | None = Field(
        None, title="Gemeente", description="Bij 'gehoord' en 'geen-antwoord'."
    )
    wijze: Manner | None = Field(None, title="Hoe is de raad gehoord?")
    antwoord: Answer | None = Field(None, title="Wat antwoordde de raad?")
    van: str | None = Field(
        None,
        title="Van wie?",
        description="Bij 'akkoord': regioburgemeester of hoofdofficier. Bij 'reactie' en "
        "'verwerking': de afzender.",
    )
    tekst: str | None = Field(
        None,
        title="Tekst",
        description="De zienswijze, de reactie, de verwerking, of de reden bij 'geen-antwoord'.",
    )
    themas: list[str] | None = Field(None, title="Thema's", description="Bij 'themas'.")
    bevat: list[Part] | None = Field(None, title="Wat staat in deze versie?")
    grondslag: str | None = Field(
        None, title="Grondslag", description="Bij 'vaststelling': 39-1, 39-2 of 39-3."
    )
    hoofdofficier: bool | None = Field(
        None, title="Stelde de hoofdofficier mee vast?", description="Bij 'vaststelling'."
    )
    gremium: str | None = Field(None, title="Overleg", description="Bij 'vaststelling'.")
    toelichting: str = Field("", title="Toelichting")

    def as_deed(self) -> Deed:
        """Return the report as a deed.

        Raises:
            ProposalError: a field is missing or does not belong to this sort of report.
        """
        content: dict[str, Any] = {
            key: value for key, value in self.model_dump(mode="python").items() if value is not None
        }
        text = content.pop("tekst", None)
        if text is not None:
            content[
                {"geen-antwoord": "reden", "verwerking": "verwerking"}.get(self.wat, "tekst")
            ] = text
        if self.wat is Wat.GEDAAN and "van" in content:
            content["actiehouder"] = content.pop("van")
        if self.wat is Wat.VASTSTELLING and self.grondslag == "39-1":
            content["burgemeesters"] = "alle"
        content["wat"] = self.wat.value
        return check_form(TypeAdapter(Deed), content, "De melding")
