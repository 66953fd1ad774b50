# SPDX-License-Identifier: EUPL-1.2
"""What councils and others said, and what became of it."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.any_report import (
    File,
    MunicipalityName,
    Reason,
    ReportOfAnyKind,
    Sender,
)
from gehoord.domain.acts.asked import Asked, Several
from gehoord.domain.dossier.agenda_item import MeetingKind, MeetingStands
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.zienswijze import Stance
from gehoord.domain.eenheid.eenheid import Identifier
from gehoord.domain.nearby import step_name

ALL: Final = "alle"
"""In the place of one council: all of which a report can be true now."""


def means_all(municipality: str) -> bool:
    """Whether a report is about all councils of which it can be true now."""
    return municipality.strip().casefold() == ALL


Councils = Several(
    "gemeenten",
    "Welke gemeenten?",
    "Een of meer, met dezelfde melding. Klopt er een niet, dan wordt er niets vastgelegd.",
)


HeardCouncil = Annotated[
    str,
    Field(
        alias="gemeente",
        title="Gemeente",
        description="Naam of CBS-code; 'alle' is elke raad die nog niet is gehoord.",
    ),
    Asked(
        argument="GEMEENTE",
        several=replace(
            Councils,
            description="Een of meer, bij een gelijk antwoord; 'alle' is elke raad die nog niet "
            "is gehoord. Klopt er een niet, dan wordt er niets vastgelegd.",
        ),
    ),
]


class TimeReserved(ReportOfAnyKind):
    """A council reserved time to treat the ontwerp, put it on its agenda, or called that off.

    ``day`` is that of its meeting; ``on`` the one on which that became known. Before it decides,
    it or a committee may treat the ontwerp in a meeting of another ``kind``; ``where`` is what
    that is called.
    """

    summary = (
        "Een raad reserveert tijd voor het ontwerp, of zet het op de agenda van een vergadering."
    )
    when = "De raad is daarmee nog niet gehoord: meld zijn antwoord later met `melden-gehoord`."
    what: Literal["reservering"] = Field("reservering", alias="wat")
    municipality: MunicipalityName
    day: date = Field(
        alias="dag",
        title="Wanneer is de vergadering?",
        description="De dag van de vergadering.",
    )
    stands: MeetingStands = Field(
        MeetingStands.RESERVED,
        alias="stand",
        title="Hoe ver is de raad?",
        description="Is er tijd gereserveerd, staat het ontwerp al op de agenda, is het daar "
        "behandeld, of gaat de vergadering niet door?",
    )
    kind: MeetingKind = Field(
        MeetingKind.DECIDING,
        alias="soort",
        title="Wat voor vergadering is het?",
        description="Besluitvormend is de raad zelf, die antwoordt. Wat daarvoor komt, mag ook in "
        "een commissie.",
    )
    where: str = Field(
        "",
        alias="vergadering",
        max_length=100,
        title="Hoe heet de vergadering?",
        description="Zoals commissie Bestuur; leeg is de raad zelf.",
    )

    @property
    def said(self) -> str:
        """Which council, when, in what meeting, how far it is, and the note if there is one."""
        kind = "" if self.kind is MeetingKind.DECIDING else f"{self.kind}, "
        where = f"{self.where}, " if self.where else ""
        told = f"{self.municipality}: {day_in_words(self.day)}, {kind}{where}{self.stands}."
        return " ".join(filter(None, [told, self.note]))


class CouncilHeard(ReportOfAnyKind):
    """A council dealt with the ontwerp."""

    summary = "Een raad is gehoord."
    when = "Voor een raad die het ontwerp in een raadsvergadering behandelde."
    what: Literal["gehoord"] = Field("gehoord", alias="wat")
    municipality: HeardCouncil
    answer: Answer = Field(
        alias="antwoord", title="Wat antwoordde de raad?", description="Wat de raad antwoordde."
    )
    manner: Manner = Field(
        Manner.COUNCIL_MEETING,
        alias="wijze",
        title="Hoe is de raad gehoord?",
        description="Hoe de raad het ontwerp behandelde.",
    )
    text: str = Field(
        "", alias="tekst", max_length=20000, title="Tekst", description="De zienswijze zelf."
    )
    document: File = Field(None, description="De zienswijze als bestand.")


class AnswerSupplemented(ReportOfAnyKind):
    """A council adds to its answer, or answers after all."""

    summary = "Een raad vult zijn antwoord aan, of antwoordt alsnog."
    when = "Voor een raad waarvan al een antwoord is vastgelegd."
    what: Literal["aanvulling"] = Field("aanvulling", alias="wat")
    municipality: MunicipalityName
    answer: Answer = Field(
        alias="antwoord", title="Wat antwoordde de raad?", description="Wat de raad antwoordde."
    )
    text: str = Field(
        "", alias="tekst", max_length=20000, title="Tekst", description="De zienswijze zelf."
    )
    document: File = Field(None, description="De zienswijze als bestand.")


class RespiteGiven(ReportOfAnyKind):
    """One council alone gets longer to answer; the plan stays as it is for the others."""

    summary = "Een raad krijgt uitstel: alleen hij mag later antwoorden."
    what: Literal["uitstel"] = Field("uitstel", alias="wat")
    municipality: MunicipalityName
    until: date = Field(
        alias="naar",
        title="Tot en met welke dag?",
        description="De nieuwe laatste dag voor deze raad; die dag telt mee.",
    )
    reason: Reason = Field(max_length=4000, description="Waarom deze raad langer krijgt.")

    @property
    def said(self) -> str:
        """Until when, why, and the note if there is one."""
        told = f"{self.municipality}, tot en met {day_in_words(self.until)}: {self.reason}"
        return " ".join(filter(None, [told, self.note]))


SilentCouncil = Annotated[
    str,
    Field(
        alias="gemeente",
        title="Gemeente",
        description="Naam of CBS-code; 'alle' is elke raad die gelegenheid had en zweeg.",
    ),
    Asked(
        argument="GEMEENTE",
        several=replace(
            Councils,
            description="Een of meer; 'alle' is elke raad die gelegenheid had en zweeg.",
        ),
    ),
]


class SilenceAccepted(ReportOfAnyKind):
    """A person judges that a council had a real opportunity and chose not to answer."""

    summary = "Een raad had gelegenheid om gehoord te worden, maar antwoordde niet."
    when = "Pas als de laatste dag voorbij is. U legt uit waarom er genoeg gelegenheid was."
    what: Literal["geen-antwoord"] = Field("geen-antwoord", alias="wat")
    municipality: SilentCouncil
    reason: Reason = Field(
        max_length=4000,
        description="Waarom er genoeg gelegenheid was. Paste geen vergadering en waren er geen zes "
        "raadsweken, dan een eigen reden van deze raad.",
    )


class ResponseReceived(ReportOfAnyKind):
    """Somebody responded to a draft version (not the hearing of a council)."""

    summary = "Iemand reageerde op een versie van het plan."
    when = "Niet voor het horen van een raad: dat meldt u met `melden-gehoord`."
    what: Literal["reactie"] = Field("reactie", alias="wat")
    sender: Sender = Field(description="Wie reageerde.")
    text: str = Field(
        alias="tekst",
        min_length=1,
        max_length=20000,
        title="Tekst",
        description="De reactie zelf.",
    )
    document: File = Field(None, description="De reactie als bestand.")
    version: Annotated[Identifier | None, BeforeValidator(step_name)] = Field(
        None,
        alias="versie",
        title="Op welke versie?",
        description="De stap van die versie, zoals concept-70; leeg is de nieuwste van die dag.",
    )
    stance: Stance | None = Field(
        None,
        alias="houding",
        title="Instemmend of kritisch?",
        description="Uw oordeel; het kan ook later, met de melding 'houding'.",
    )


class Disposed(ReportOfAnyKind):
    """It was decided what is done with a response or a zienswijze, and why."""

    summary = "Wat met een reactie of zienswijze is gedaan."
    when = "Zeg bij elke reactie en zienswijze wat ermee is gedaan."
    what: Literal["verwerking"] = Field("verwerking", alias="wat")
    sender: Sender = Field(description="Een gemeente, of wie reageerde.")
    disposition: Annotated[str, Asked(options=("--tekst",))] = Field(
        alias="verwerking",
        min_length=1,
        max_length=20000,
        title="Verwerking",
        description="Wat ermee is gedaan, en waarom.",
    )


ReportOfHearing = (
    TimeReserved
    | CouncilHeard
    | AnswerSupplemented
    | SilenceAccepted
    | RespiteGiven
    | ResponseReceived
    | Disposed
)
