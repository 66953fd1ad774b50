"""The Dutch forms that Prefect shows when somebody starts a deployment by hand."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.hearing import Answer, Manner
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check_form
from gehoord.domain.proposal.step import Part


class Wat(StrEnum):
    """Wat is gebeurd?"""

    GEDAAN = "gedaan"
    VERVALT = "vervalt"
    THEMAS = "themas"
    VERSIE = "versie"
    AKKOORD = "akkoord"
    GEHOORD = "gehoord"
    GEEN_ANTWOORD = "geen-antwoord"
    REACTIE = "reactie"
    VERWERKING = "verwerking"
    VASTSTELLING = "vaststelling"
    WIJZIGING = "wijziging"
    REDEN = "reden"
    ADRES = "adres"
    HERSTEL = "herstel"
    HERINDELING = "herindeling"


class Hoe(StrEnum):
    """Hoe is de raad gehoord?"""

    RAAD = Manner.COUNCIL_MEETING.value
    COMMISSIE = Manner.COMMITTEE.value
    BRIEF = Manner.LETTER_TO_MEMBERS.value
    KENNISNAME = Manner.FOR_INFORMATION.value


class Melding(BaseModel):
    """Wat is gebeurd. Vul alleen in wat bij uw melding hoort.

    Een bestand meesturen kan hier niet. Gebruik daarvoor de opdrachtregel, met --bestand.
    """

    wat: Wat
    op: date = Field(title="Op welke dag?")
    door: str = Field("adviseur", title="Wie legt dit vast?", description="Uw functie.")
    stap: str = Field(
        "", title="Stap", description="Bij 'gedaan', 'vervalt', 'versie' en 'herstel'."
    )
    gemeente: str = Field(
        "",
        title="Gemeente",
        description="Bij 'gehoord', 'geen-antwoord' en 'adres'; bij 'gedaan' en 'herstel' mag het.",
    )
    wijze: Hoe = Hoe.RAAD
    antwoord: str = Field(
        "",
        title="Wat antwoordde de raad?",
        description="Bij 'gehoord', een van: " + "; ".join(Answer) + ".",
    )
    van: str = Field(
        "",
        title="Van wie?",
        description="Bij 'akkoord': regioburgemeester of hoofdofficier. Bij 'reactie' en "
        "'verwerking': de afzender. Bij 'gedaan' en 'herstel' mag het: de actiehouder.",
    )
    tekst: str = Field(
        "",
        title="Tekst",
        description="De zienswijze, reactie, verwerking of reden; bij 'adres' het mailadres; bij "
        "'herstel' wat er mis was; bij 'vervalt' waarom.",
    )
    themas: list[str] = Field([], title="Thema's", description="Bij 'themas'.")
    bevat: list[str] = Field(
        [],
        title="Wat staat in deze versie?",
        description="Bij 'versie'. Leeg betekent: wat het voorstel zegt. Kies uit: "
        + "; ".join(Part)
        + ". Het stuk zelf kan hier niet bij: moet het mee, leg de versie dan vast met "
        "gehoord record versie en --bestand.",
    )
    grondslag: str = Field(
        "",
        title="Grondslag",
        description="Bij 'vaststelling': 39-1, 39-2 of 39-3. "
        "Bij 'wijziging': aanwijzing of beroep.",
    )
    hoofdofficier: bool = Field(
        False, title="Stelde de hoofdofficier mee vast?", description="Bij 'vaststelling'."
    )
    alle_burgemeesters: bool = Field(
        False, title="Stelden alle burgemeesters mee vast?", description="Bij 'vaststelling'."
    )
    burgemeesters: list[str] = Field(
        [],
        title="Welke burgemeesters stelden mee vast?",
        description="Bij 'vaststelling', als het er niet alle zijn: hun gemeenten, een per regel.",
    )
    gremium: str = Field("", title="Overleg", description="Bij 'vaststelling', zoals rbop.")
    bevinding: str = Field(
        "", title="Bevinding", description="Bij 'reden': de code, zoals verlenging of reces."
    )
    opgeheven: list[str] = Field(
        [],
        title="Welke gemeenten gaan op in de nieuwe?",
        description="Bij 'herindeling', een per regel. De dag hierboven is de eerste van de "
        "nieuwe gemeente.",
    )
    code: str = Field(
        "",
        title="CBS-code van de nieuwe gemeente",
        description="Bij 'herindeling', zoals GM1980.",
    )
    naam: str = Field("", title="Naam van de nieuwe gemeente", description="Bij 'herindeling'.")
    toelichting: str = Field("", title="Toelichting", description="Komt in het journaal.")

    def as_report(self) -> Report:
        """Return the report as a report.

        Raises:
            ProposalError: a field is missing or does not belong to this sort of report.
        """
        filled = {
            name: value for name, value in self.model_dump().items() if value not in ("", [], False)
        }
        content: dict[str, Any] = {"wat": self.wat.value, "op": self.op}
        for name in (*_ALWAYS, *_FIELDS[self.wat]):
            field = name.partition(":")
            if field[0] in filled:
                content[field[2] or field[0]] = filled.pop(field[0])
        for name in ("wat", "op", "wijze"):
            filled.pop(name, None)
        if filled:
            titles = [
                f"'{field.title}'" for n, field in type(self).model_fields.items() if n in filled
            ]
            verb = "hoort" if len(titles) == 1 else "horen"
            raise ProposalError(
                f"De melding: {enumeration(titles)} {verb} niet bij '{self.wat}'. Maak leeg."
            )
        if content.pop("alle_burgemeesters", False):
            if "burgemeesters" in content:
                raise ProposalError(
                    "De melding: kies alle burgemeesters of noem hun gemeenten, niet allebei."
                )
            content["burgemeesters"] = "alle"
        return check_form(TypeAdapter(Report), content, "De melding")


_ALWAYS = ("door", "toelichting")
_FIELDS: dict[Wat, tuple[str, ...]] = {
    Wat.GEDAAN: ("stap", "gemeente:actiehouder", "van:actiehouder"),
    Wat.VERVALT: ("stap", "tekst:reden"),
    Wat.THEMAS: ("themas",),
    Wat.VERSIE: ("stap", "bevat"),
    Wat.AKKOORD: ("van",),
    Wat.GEHOORD: ("gemeente", "wijze", "antwoord", "tekst"),
    Wat.GEEN_ANTWOORD: ("gemeente", "tekst:reden"),
    Wat.REACTIE: ("van", "tekst"),
    Wat.VERWERKING: ("van", "tekst:verwerking"),
    Wat.WIJZIGING: ("grondslag",),
    Wat.REDEN: ("bevinding", "tekst:grond"),
    Wat.ADRES: ("gemeente", "tekst:adres"),
    Wat.HERSTEL: ("stap", "gemeente:actiehouder", "van:actiehouder", "tekst:reden"),
    Wat.HERINDELING: ("opgeheven", "code", "naam"),
    Wat.VASTSTELLING: (
        "grondslag",
        "hoofdofficier",
        "alle_burgemeesters",
        "burgemeesters",
        "gremium",
    ),
}
"""Which fields of the form belong to a report; behind the colon the name in the report."""
