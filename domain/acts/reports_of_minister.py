# SPDX-License-Identifier: EUPL-1.2
"""What goes to the minister and comes from him: a difference, an instruction, a changed plan."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from gehoord.domain.acts.any_report import A_SENTENCE, File, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked

Text = Annotated[
    str,
    Field(alias="tekst", min_length=1, max_length=20000, title="Tekst"),
    Asked(more=A_SENTENCE),
]
Year = Annotated[
    int | None,
    Field(
        alias="jaar",
        ge=2012,
        le=2100,
        title="Jaar",
        description="Het jaar van het jaarverslag; leeg als het om het beleidsplan gaat.",
    ),
]


class DifferencePut(ReportOfAnyKind):
    """The regioburgemeester put his difference with the hoofdofficier to the minister in writing.

    Law: Politiewet 2012, art. 39 lid 3.
    """

    summary = "Het verschil met de hoofdofficier is schriftelijk voorgelegd aan de minister."
    when = "Politiewet 2012, art. 39 lid 3."
    what: Literal["verschil"] = Field("verschil", alias="wat")
    text: Text = Field(description="Waarover zij verschillen.")
    year: Year = None
    document: File = Field(None, description="De brief aan de minister.")


class DifferenceDecided(ReportOfAnyKind):
    """The minister decided on the difference.

    Law: Politiewet 2012, art. 39 lid 3.
    """

    summary = "De minister heeft beslist over het verschil."
    when = "Leg eerst vast dat het verschil is voorgelegd."
    what: Literal["beslissing-verschil"] = Field("beslissing-verschil", alias="wat")
    text: Text = Field(description="Wat de minister besliste.")
    year: Year = None
    document: File = Field(None, description="De beslissing zelf.")


class Instructed(ReportOfAnyKind):
    """The minister gave an instruction about the adopted plan.

    Law: Politiewet 2012, art. 40.
    """

    summary = "De minister heeft een aanwijzing gegeven over het vastgestelde plan."
    when = "Politiewet 2012, art. 40."
    what: Literal["aanwijzing"] = Field("aanwijzing", alias="wat")
    text: Text = Field(description="Wat de aanwijzing zegt.")
    heard_on: Annotated[date, Asked(options=("--gehoord-op",))] = Field(
        alias="gehoord_op",
        title="Wanneer is de regioburgemeester gehoord?",
        description="De dag waarop de regioburgemeester is gehoord.",
    )
    document: File = Field(None, description="De aanwijzing zelf.")


class PlanChanged(ReportOfAnyKind):
    """The adopted plan was brought into line with an instruction, or a decision on appeal.

    Law: Politiewet 2012, art. 39 lid 6 and art. 40 lid 3: it needs no new consent.
    """

    summary = "Het vastgestelde plan is aangepast na een aanwijzing van de minister of na beroep."
    when = "De aanpassing zelf hoeft niet opnieuw te worden vastgesteld."
    what: Literal["wijziging"] = Field("wijziging", alias="wat")
    basis: Literal["aanwijzing", "beroep"] = Field(
        alias="grondslag", title="Grondslag", description="aanwijzing of beroep."
    )
    document: File = Field(None, description="Het gewijzigde plan.")


ReportOfMinister = DifferencePut | DifferenceDecided | Instructed | PlanChanged
