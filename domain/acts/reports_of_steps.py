# SPDX-License-Identifier: EUPL-1.2
"""What was done with a step, a version, and who agreed."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from gehoord.domain.acts.any_report import (
    A_SENTENCE,
    File,
    OfStep,
    OwnerName,
    Reason,
    ReportOfAnyKind,
    StepName,
)
from gehoord.domain.acts.asked import Asked, Several
from gehoord.domain.dossier.document import Document
from gehoord.domain.eenheid.eenheid import (
    SeenName,
)
from gehoord.domain.proposal.step import Part


class StepDone(ReportOfAnyKind):
    """A step was carried out. Without an owner: by everybody who still owed it."""

    summary = "Een stap is gedaan."
    when = "Voor een stap zonder eigen melding, zoals een overleg of een raadpleging."
    what: Literal["gedaan"] = Field("gedaan", alias="wat")
    step: StepName
    owner: Annotated[
        OwnerName,
        Asked(
            options=("--wie",),
            several=Several(
                "actiehouders",
                "Wie hebben het gedaan?",
                "Leeg betekent: iedereen die de stap nog moest doen.",
            ),
        ),
    ] = Field(None, description="Een gemeente of actiehouder; anders allemaal.")


class RemindedNow(ReportOfAnyKind):
    """Whoever still owes a step is reminded of it now. Without owners: all of them."""

    summary = "Herinner nu wie een stap nog moet doen."
    when = "De herinnering gaat meteen weg, ook als er vandaag geen aan de beurt is."
    is_now = True
    what: Literal["herinnering"] = Field("herinnering", alias="wat")
    step: StepName
    owners: Annotated[tuple[SeenName, ...], Asked(options=("--wie",))] = Field(
        (),
        alias="actiehouders",
        title="Wie herinnert u?",
        description="Gemeenten of actiehouders; anders iedereen die de stap nog moet doen.",
    )


class StepLapsed(OfStep):
    """A step will not take place. What rests on it goes on without it."""

    summary = "Een stap gaat niet door. Wat erop rust, gaat zonder haar verder."
    when = "Wat de wet vraagt, kan niet vervallen."
    what: Literal["vervalt"] = Field("vervalt", alias="wat")
    reason: Reason = Field(max_length=4000, description="Waarom de stap niet doorgaat.")


def _number_in_front(value: Any) -> Any:
    """Read the number of what was chosen from a list, "2 (voorlopig, per 1 mei 2018)"."""
    chosen = re.fullmatch(r"(\d+) \(.*\)", value) if isinstance(value, str) else None
    return int(chosen[1]) if chosen else value


class VersionMade(ReportOfAnyKind):
    """A draft version is ready, with the document itself if there is one."""

    summary = "Een versie van het plan is klaar."
    when = (
        "Een nieuw ontwerp vraagt opnieuw akkoord, en elke raad wordt opnieuw gehoord. Ontbreekt "
        "er een hoofdstuk of is het voorlopig, meld dat daarna met `melden-toezegging`."
    )
    what: Literal["versie"] = Field("versie", alias="wat")
    step: StepName
    contains: Annotated[
        tuple[Part, ...],
        Asked(more="Leeg betekent: wat het voorstel zegt."),
    ] = Field(
        (),
        alias="bevat",
        title="Wat staat in deze versie?",
        description="Een wettelijk deel dat erin staat.",
    )
    wording: Annotated[str, Asked(options=("--alleen-tekst",), more=A_SENTENCE)] = Field(
        "",
        alias="alleen_tekst",
        max_length=4000,
        title="Waarom is alleen de tekst verbeterd?",
        description="Alleen als de inhoud gelijk blijft: waarom de tekst beter is. Dan blijven "
        "akkoord en horen staan.",
    )
    strength: Annotated[int | None, BeforeValidator(_number_in_front)] = Field(
        None,
        alias="sterkte",
        ge=1,
        title="Welke sterkteverdeling staat erin?",
        description="Haar nummer; anders de nieuwste, als deze versie een sterkteverdeling bevat.",
    )
    changed: str = Field(
        "",
        alias="veranderd",
        max_length=4000,
        title="Wat is er veranderd?",
        description="Ten opzichte van de versie ervoor.",
    )
    document: File = Field(None, description="Het stuk zelf.")

    @property
    def said(self) -> str:
        """Why only the wording was corrected, what changed, and the note."""
        return " ".join(filter(None, [self.wording, self.changed, self.note]))


class VersionFiled(ReportOfAnyKind):
    """The document of a version that was recorded without one."""

    summary = "Het stuk van een versie die zonder stuk is vastgelegd."
    when = (
        "De versie houdt haar nummer en inhoud. Heeft zij al een stuk, leg dan een nieuwe versie "
        "vast, of een verbetering van de tekst."
    )
    what: Literal["stuk"] = Field("stuk", alias="wat")
    number: Annotated[int, BeforeValidator(_number_in_front), Asked(argument="NUMMER")] = Field(
        alias="versie",
        ge=1,
        title="Van welke versie?",
        description="Het nummer van de versie.",
    )
    document: Document = Field(alias="bestand", title="Bestand", description="Het stuk zelf.")
    reason: Reason = Field(
        "",
        max_length=4000,
        title="Waarom pas nu?",
        description="Nodig zodra er akkoord is, een raad de versie kreeg of het plan vaststaat.",
    )

    @property
    def said(self) -> str:
        """Which version, which file, why so late, and the note."""
        told = f"Versie {self.number}: {self.document.name}, SHA-256 {self.document.sha256}."
        return " ".join(filter(None, [told, self.reason, self.note]))


class Agreed(ReportOfAnyKind):
    """One of the two clients agrees that the ontwerp leaves the house."""

    summary = "Een opdrachtgever is akkoord met het verzenden van het ontwerp."
    when = "Zijn beiden akkoord, start dan de fase `4-horen`."
    what: Literal["akkoord"] = Field("akkoord", alias="wat")
    client: Annotated[
        Literal["regioburgemeester", "hoofdofficier"],
        Asked(argument="regioburgemeester|hoofdofficier"),
    ] = Field(alias="van", title="Van wie?", description="De opdrachtgever die akkoord is.")


ReportOfSteps = StepDone | RemindedNow | StepLapsed | VersionMade | VersionFiled | Agreed
