# SPDX-License-Identifier: EUPL-1.2
"""Rounds in which bodies choose from a list: the list, and what each body chose."""

from typing import Annotated, Literal

from pydantic import Field

from gehoord.domain.acts.any_report import ReportOfAnyKind, StepName
from gehoord.domain.acts.asked import Asked
from gehoord.domain.eenheid.eenheid import SeenName


class CandidatesListed(ReportOfAnyKind):
    """A list was drawn up from which bodies choose."""

    summary = "Er is een lijst van kandidaat-thema's waaruit overleggen kiezen."
    when = "Leg daarna per overleg vast wat het koos (keuze). Een nieuwe lijst vervangt de oude."
    what: Literal["kandidaten"] = Field("kandidaten", alias="wat")
    names: Annotated[
        tuple[SeenName, ...],
        Asked(argument="KANDIDAAT", help="Een kandidaat, tussen aanhalingstekens; noem ze alle."),
    ] = Field(
        alias="kandidaten",
        min_length=2,
        max_length=100,
        title="Welke kandidaten?",
        description="Alle kandidaat-thema's.",
    )


class BodyChose(ReportOfAnyKind):
    """A body chose from the list, in the step that is its turn."""

    summary = "Een overleg heeft uit de kandidaten gekozen."
    when = "Daarmee is de stap van dat overleg gedaan."
    what: Literal["keuze"] = Field("keuze", alias="wat")
    step: StepName
    chosen: Annotated[
        tuple[SeenName, ...],
        Asked(argument="KANDIDAAT", help="Wat is gekozen, tussen aanhalingstekens; noem alles."),
    ] = Field(
        alias="gekozen",
        min_length=1,
        max_length=100,
        title="Wat is gekozen?",
        description="De gekozen kandidaten; telt de volgorde, dan de hoogste eerst.",
    )


ReportOfChoices = CandidatesListed | BodyChose
