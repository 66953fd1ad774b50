# SPDX-License-Identifier: EUPL-1.2
"""That the beleidsplan was adopted, or changed afterwards."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from gehoord.domain.acts.any_report import File, Reason, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked, Everybody
from gehoord.domain.eenheid.eenheid import (
    Identifier,
    SeenName,
)


class DecidedTogether(ReportOfAnyKind):
    """What burgemeesters and hoofdofficier decide; who of them did."""

    hoofdofficier: Annotated[
        bool,
        Asked(
            options=("--hoofdofficier/--zonder-hoofdofficier",),
            help="Stelde die mee vast?",
        ),
    ] = Field(
        False,
        title="Stelde de hoofdofficier mee vast?",
        description="Of de hoofdofficier mee vaststelde.",
    )
    burgemeesters: Annotated[
        tuple[str, ...] | Literal["alle"],
        Asked(
            options=("--burgemeester",),
            help="Gemeente; vaker te gebruiken.",
            everybody=Everybody(
                "alle",
                "alle_burgemeesters",
                "Stelden alle burgemeesters mee vast?",
                "Alle burgemeesters stelden mee vast.",
                "kies alle burgemeesters of noem hun gemeenten",
            ),
        ),
    ] = Field(
        (),
        title="Welke burgemeesters stelden mee vast?",
        description="Hun gemeenten, als het er niet alle zijn.",
    )
    body: Identifier | None = Field(
        None, alias="gremium", title="Overleg", description="Bijvoorbeeld rbop."
    )


Basis = Annotated[
    Literal["39-1", "39-2", "39-3"],
    Field(
        alias="grondslag",
        title="Grondslag",
        description="39-1: alle burgemeesters en de hoofdofficier; 39-2: de regioburgemeester in "
        "overeenstemming met de hoofdofficier; 39-3: na een beslissing van de minister.",
    ),
]


class Adopted(DecidedTogether):
    """The beleidsplan was adopted, on which legal basis and by whom.

    Law: Politiewet 2012, art. 39 lid 1, 2 and 3.
    """

    summary = "Het beleidsplan is vastgesteld."
    when = "Start daarna de fase `5-vaststelling`: dan gaan de brieven weg."
    what: Literal["vaststelling"] = Field("vaststelling", alias="wat")
    basis: Basis


class JaarverslagAdopted(DecidedTogether):
    """The jaarverslag over one year was adopted, on which legal basis and by whom.

    Law: Politiewet 2012, art. 39 lid 1, 2 and 3.
    """

    summary = "Het jaarverslag over een jaar is vastgesteld."
    when = "Elk jaar van het plan heeft een jaarverslag."
    what: Literal["jaarverslag"] = Field("jaarverslag", alias="wat")
    year: Annotated[int, Asked(argument="JAAR")] = Field(
        alias="jaar", ge=2012, le=2100, title="Jaar", description="Het jaar waarover het gaat."
    )
    basis: Basis
    document: File = Field(None, description="Het jaarverslag zelf.")


Theme = Annotated[tuple[SeenName, ...], Field(min_length=1)]


class PriorityChanged(DecidedTogether):
    """Burgemeesters and hoofdofficier give another theme priority while the plan runs.

    That is a decision of the body, and leaves the adopted plan as it is (S002, 5.3).
    """

    summary = "Een ander thema krijgt voorrang; het vastgestelde plan blijft zoals het is."
    when = "De raden krijgen daarvan bericht."
    what: Literal["prioriteit"] = Field("prioriteit", alias="wat")
    basis: ClassVar[str] = "39-1"
    comes: Annotated[Theme, Asked(options=("--thema",))] = Field(
        alias="komt",
        title="Welk thema krijgt voorrang?",
        description="Een of meer thema's die voorrang krijgen.",
    )
    goes: Annotated[Theme, Asked(options=("--vervalt",))] = Field(
        alias="gaat",
        title="Ten koste van welk thema?",
        description="Een of meer thema's die daarvoor wijken.",
    )
    reason: Reason = Field(max_length=4000, description="Waarom het thema voorrang krijgt.")

    @property
    def said(self) -> str:
        """The reason, and the note if there is one."""
        return " ".join(filter(None, [self.reason, self.note]))


class PartAdopted(DecidedTogether):
    """The definitive sterkteverdeling was adopted, as a part of the plan that was adopted before.

    Law: Politiewet 2012, art. 39 lid 1 and 2.
    """

    summary = "De definitieve sterkteverdeling is vastgesteld, bij het plan dat al vastgesteld is."
    when = (
        "Alleen als het plan is vastgesteld met een voorlopige. Leg de definitieve eerst vast met "
        "`melden-sterkte`, of op uw pagina."
    )
    what: Literal["onderdeel"] = Field("onderdeel", alias="wat")
    basis: Annotated[
        Literal["39-1", "39-2"],
        Field(
            alias="grondslag",
            title="Grondslag",
            description="39-1: alle burgemeesters en de hoofdofficier; 39-2: de regioburgemeester "
            "in overeenstemming met de hoofdofficier.",
        ),
    ] = "39-1"
    document: File = Field(None, description="Het plan met de definitieve verdeling.")


ReportOfAdoption = PartAdopted | Adopted | JaarverslagAdopted | PriorityChanged
