"""That the beleidsplan was adopted, or changed afterwards."""

from typing import Annotated, Literal

from pydantic import Field

from gehoord.domain.acts.any_report import (
    ReportOfAnyKind,
)
from gehoord.domain.acts.asked import Asked, Everybody
from gehoord.domain.eenheid.eenheid import (
    Identifier,
)


class Adopted(ReportOfAnyKind):
    """The beleidsplan was adopted, on which legal basis and by whom.

    Law: Politiewet 2012, art. 39 lid 1, 2 and 3.
    """

    summary = "Het beleidsplan is vastgesteld."
    what: Literal["vaststelling"] = Field("vaststelling", alias="wat")
    basis: Literal["39-1", "39-2", "39-3"] = Field(
        alias="grondslag", title="Grondslag", description="39-1, 39-2 of 39-3."
    )
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
        description="Hun gemeenten, een per regel, als het er niet alle zijn.",
    )
    body: Identifier | None = Field(
        None, alias="gremium", title="Overleg", description="Bijvoorbeeld rbop."
    )


ReportOfAdoption = Adopted
