# SPDX-License-Identifier: EUPL-1.2
"""What follows an adoption under lid 2: its announcement, and the appeals against it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from gehoord.domain.acts.any_report import ReportOfAnyKind, Sender
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.under_lid_2 import Appealable

About = Annotated[
    Appealable | None,
    Asked(options=("--over",)),
    Field(
        alias="over",
        title="Over welk besluit?",
        description="Alleen nodig als het plan en een onderdeel beide op grond van lid 2 zijn "
        "vastgesteld.",
    ),
]


class Announced(ReportOfAnyKind):
    """The adoption under lid 2 was announced to the burgemeesters, with the notice of appeal.

    Law: Awb, art. 3:41 and 3:45.
    """

    summary = "De vaststelling op grond van lid 2 is bekendgemaakt aan de burgemeesters."
    when = "De dag erna begint de termijn om beroep in te stellen."
    what: Literal["bekendmaking"] = Field("bekendmaking", alias="wat")
    about: About = None


class AppealLodged(ReportOfAnyKind):
    """A burgemeester lodged an appeal; ``on`` is the day on which the minister received it.

    Law: Politiewet 2012, art. 39 lid 5.
    """

    summary = "Een burgemeester heeft beroep ingesteld bij de minister."
    when = "Alleen een burgemeester van de eenheid kan dat, na een vaststelling op grond van lid 2."
    what: Literal["beroep"] = Field("beroep", alias="wat")
    appellant: Sender = Field(description="De gemeente van de burgemeester die beroep instelt.")
    posted_on: date | None = Field(
        None,
        alias="gepost",
        title="Gepost op",
        description="De dag van de poststempel, als het beroep per post kwam.",
    )
    text: str = Field(
        "",
        alias="tekst",
        max_length=20000,
        title="Tekst",
        description="De gronden van het beroep.",
    )
    about: About = None


class AppealWentOn(ReportOfAnyKind):
    """An appeal was heard, postponed, decided or withdrawn."""

    summary = "Wat er met een beroep gebeurde: gehoord, verdaagd, beslist of ingetrokken."
    when = "Leg eerst het beroep zelf vast."
    what: Literal["beroep-vervolg"] = Field("beroep-vervolg", alias="wat")
    appellant: Sender = Field(description="De gemeente van de burgemeester die beroep instelde.")
    event: Annotated[
        Literal[
            "gehoord",
            "verdaagd",
            "gegrond",
            "deels gegrond",
            "ongegrond",
            "niet-ontvankelijk",
            "ingetrokken",
        ],
        Asked(argument="WAT"),
    ] = Field(
        alias="gebeurtenis",
        title="Wat gebeurde er met het beroep?",
        description="Wat er gebeurde.",
    )
    about: About = None


ReportOfAppeal = Announced | AppealLodged | AppealWentOn
