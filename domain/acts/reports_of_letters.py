# SPDX-License-Identifier: EUPL-1.2
"""What the adviser gives his letters himself."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.own_words import Passage
from gehoord.domain.eenheid.eenheid import SeenName
from gehoord.domain.eenheid.letterhead import Line
from gehoord.domain.proposal.step import Letter
from gehoord.domain.settable import all_settable

LEAVE_OUT = "-"
"""What somebody gives who wants nothing on a line."""


class LetterheadGiven(ReportOfAnyKind):
    """Lines of the letterhead are different from now on; what is not named stays as it is."""

    summary = "Wat boven en onder de brieven staat, is anders: ondertekenaar, adres, kenmerk."
    when = (
        "Voor brieven die nog moeten worden gemaakt. Vul alleen in wat anders wordt; met een "
        "streepje (-) valt een regel weg."
    )
    what: Literal["briefhoofd"] = Field("briefhoofd", alias="wat")
    signatory: Line = Field(
        "",
        alias="ondertekenaar",
        title="Wie ondertekent?",
        description="Een naam. Zonder naam staat alleen de functie onder de brief.",
    )
    function: Line = Field(
        "",
        alias="functie",
        title="Functie",
        description="Van wie ondertekent, zoals: regioburgemeester eenheid Noord-Holland.",
    )
    address: Line = Field(
        "", alias="adres", title="Adres", description="Van de afzender, op een regel."
    )
    handled_by: Line = Field(
        "", alias="behandeld_door", title="Behandeld door", description="De functie volstaat."
    )
    telephone: Line = Field(
        "", alias="telefoon", title="Telefoon", description="Waar vragen kunnen worden gesteld."
    )
    mail: Line = Field("", alias="mail", title="E-mail", description="Zoals het in brieven staat.")
    reference: Line = Field(
        "", alias="kenmerk", title="Ons kenmerk", description="Dat van de afzender."
    )
    your_reference: Line = Field(
        "",
        alias="uw_kenmerk",
        title="Uw kenmerk",
        description="Het kenmerk van een ontvanger; noem hem hieronder.",
    )
    who: Annotated[SeenName | None, Asked(options=("--wie",))] = Field(
        None,
        alias="wie",
        title="Van wie is 'uw kenmerk'?",
        description="Een gemeente (haar griffie), 'burgemeester van Texel', een overleg of ambt.",
    )

    annexes: tuple[Line, ...] = Field(
        (),
        alias="bijlagen",
        max_length=20,
        title="Bijlagen",
        description="Wat de brief als bijlage noemt, naast zijn eigen bijlage. U stuurt ze zelf.",
    )
    letter: Letter | None = Field(
        None,
        alias="brief",
        title="Bij welke brief horen de bijlagen?",
        description="Zoals ontwerp. Laat leeg voor elke brief. Met een streepje (-) bij 'Bijlagen' "
        "noemt deze brief er geen.",
    )

    @model_validator(mode="after")
    def _reference_of_somebody(self) -> Self:
        if bool(self.your_reference) != bool(self.who):
            raise ValueError("noem bij 'uw_kenmerk' ook van wie het is (wie), en andersom")
        if self.letter and not self.annexes:
            raise ValueError("noem bij 'brief' ook de bijlagen")
        if not self.lines and not self.your_reference and not self.annexes:
            raise ValueError("noem ten minste een regel van het briefhoofd")
        return self

    @property
    def lines(self) -> dict[str, str]:
        """The lines that are given, by their name; empty is one that is to be left out."""
        given = {name: getattr(self, name) for name in _LINES}
        return {name: "" if line == LEAVE_OUT else line for name, line in given.items() if line}


_LINES = (
    "signatory",
    "function",
    "address",
    "handled_by",
    "telephone",
    "mail",
    "reference",
)


class LetterReworded(ReportOfAnyKind):
    """A passage of a letter, all of it, or its mail is said in other words in this dossier."""

    is_shown_first = True
    summary = "Een brief, of de mail erbij, zegt iets in uw eigen woorden."
    when = (
        "Voor brieven die nog moeten worden gemaakt. Bekijk daarna hoe het wordt op uw pagina van "
        "de balie, onder Brieven."
    )
    what: Literal["brieftekst"] = Field("brieftekst", alias="wat")
    letter: Annotated[Letter, Asked(argument="BRIEF")] = Field(
        alias="brief", title="Welke brief?", description="Zoals proces of ontwerp."
    )
    passage: Annotated[Passage, Asked(argument="PASSAGE")] = Field(
        alias="passage",
        title="Welke passage?",
        description="Een kopje zoals planning, of inleiding, of alles; mail en mailonderwerp zijn "
        "van de mail waarmee de brief gaat.",
    )
    text: Annotated[str, AfterValidator(all_settable)] = Field(
        alias="tekst",
        min_length=1,
        max_length=8000,
        title="Uw tekst",
        description=(
            "Een lege regel begint een alinea, een regel met een streepje (-) een opsomming. "
            "Feiten tussen haken blijven kloppen: [laatste dag], [raad], [plan]."
        ),
    )

    @property
    def said(self) -> str:
        """Which passage, the words, and the note if there is one."""
        told = f"{self.letter}: {self.passage}: {self.text}"
        return " ".join(filter(None, [told, self.note]))


ReportOfLetters = LetterheadGiven | LetterReworded
