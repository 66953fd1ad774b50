# SPDX-License-Identifier: EUPL-1.2
"""The points of what was answered: what they are, under which heading, and what is done."""

from typing import Annotated, Literal

from pydantic import Field

from gehoord.domain.acts.any_report import ReportOfAnyKind, Sender
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.zienswijze import Stance

_LONGEST = 20_000
_SHORT = 200

Points = Annotated[
    tuple[str, ...],
    Asked(argument="PUNT", help="Het nummer van een punt; noem er een of meer."),
]


class PointNoted(ReportOfAnyKind):
    """A response or zienswijze is split: this is one of its points."""

    summary = "Een punt uit een reactie of zienswijze."
    when = "Splits zo wat iemand schreef; wat ermee is gedaan, zegt u dan per punt."
    what: Literal["punt"] = Field("punt", alias="wat")
    sender: Sender = Field(description="Een gemeente, of wie reageerde.")
    subject: str = Field(
        alias="onderwerp",
        min_length=1,
        max_length=_SHORT,
        title="Onderwerp",
        description="Het hoofdstuk of thema waar het over gaat, zoals Cybercrime.",
    )
    text: str = Field(
        alias="tekst",
        min_length=1,
        max_length=_LONGEST,
        title="Tekst",
        description="Het punt zelf, in de woorden van wie het schreef.",
    )
    main_line: str = Field(
        "",
        alias="hoofdlijn",
        max_length=_SHORT,
        title="Hoofdlijn",
        description="Waar het met andere punten bij hoort, zoals Concreter.",
    )
    outcome: PointOutcome | None = Field(
        None,
        alias="uitkomst",
        title="Wat is ermee gedaan?",
        description="Leeg als dat nog niet bekend is.",
    )
    explanation: str = Field(
        "",
        alias="uitleg",
        max_length=_LONGEST,
        title="Uitleg",
        description="Hoe het is verwerkt, waarom niet, of het antwoord op de vraag.",
    )


class PointsSorted(ReportOfAnyKind):
    """Points belong to another subject or main line."""

    summary = "Punten krijgen een ander onderwerp of een andere hoofdlijn."
    when = "Wat u leeg laat, blijft zoals het is."
    what: Literal["punt-indeling"] = Field("punt-indeling", alias="wat")
    points: Points = Field(
        alias="punten", min_length=1, title="Welke punten?", description="Een of meer punten."
    )
    subject: str = Field(
        "",
        alias="onderwerp",
        max_length=_SHORT,
        title="Onderwerp",
        description="Het hoofdstuk of thema waar zij over gaan.",
    )
    main_line: str = Field(
        "",
        alias="hoofdlijn",
        max_length=_SHORT,
        title="Hoofdlijn",
        description="De hoofdlijn waar zij bij horen; '-' haalt hen daar weg.",
    )


class PointsDisposed(ReportOfAnyKind):
    """It was decided what is done with points, and why."""

    summary = "Wat met een of meer punten is gedaan."
    when = "Bij 'niet verwerkt' hoort een reden, bij 'vraag beantwoord' het antwoord."
    what: Literal["punt-verwerking"] = Field("punt-verwerking", alias="wat")
    points: Points = Field(
        alias="punten", min_length=1, title="Welke punten?", description="Een of meer punten."
    )
    outcome: PointOutcome = Field(
        alias="uitkomst", title="Wat is ermee gedaan?", description="De uitkomst."
    )
    explanation: str = Field(
        "",
        alias="uitleg",
        max_length=_LONGEST,
        title="Uitleg",
        description="Hoe het is verwerkt, waarom niet, of het antwoord op de vraag.",
    )


class StanceMarked(ReportOfAnyKind):
    """The adviser judges how somebody stands to the draft: who is critical reads the next too."""

    summary = "Of een reactie instemmend is of kritisch."
    when = "Wie kritisch is, krijgt ook de volgende versie. De lijst staat bij de verantwoording."
    what: Literal["houding"] = Field("houding", alias="wat")
    sender: Sender = Field(description="Wie reageerde.")
    stance: Stance = Field(
        alias="houding", title="Hoe is de reactie?", description="Uw oordeel als adviseur."
    )


ReportOfPoints = PointNoted | PointsSorted | PointsDisposed | StanceMarked
