# SPDX-License-Identifier: EUPL-1.2
"""What is reported of those who adopt: who was there, who agrees, and on which conditions."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from gehoord.domain.acts.any_report import A_SENTENCE, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.acts.assent_lines import LONGEST_CONDITION, MOST, assents_in
from gehoord.domain.acts.reports_of_survey import as_lines
from gehoord.domain.eenheid.eenheid import SeenName

_Line = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
_Office = Annotated[SeenName, StringConstraints(max_length=100, strip_whitespace=True)]


class AssentGiven(ReportOfAnyKind):
    """Who was at the meeting, or wrote afterwards, and whether they agree with the plan.

    Law: Politiewet 2012, art. 39 lid 1: all burgemeesters and the hoofdofficier adopt.
    """

    summary = "Wie bij de vaststelling was, en of de burgemeesters en de hoofdofficier instemmen."
    when = (
        "Ook wie later schriftelijk instemt. Gemeenten en het ambt, geen namen van personen. Wat "
        "iemand het laatst zei, telt."
    )
    what: Literal["instemming"] = Field("instemming", alias="wat")
    lines: Annotated[
        tuple[_Line, ...],
        BeforeValidator(as_lines),
        Asked(options=("--wie",)),
    ] = Field(
        (),
        alias="wie",
        max_length=MOST,
        title="Wie zei wat?",
        description="Per regel gemeente of hoofdofficier; aanwezig, vervangen, afwezig of "
        "schriftelijk; stemt in, stemt niet in, of stemt in onder voorwaarde, met daarachter de "
        "voorwaarde; wie haar kan wegnemen; en tot wanneer.",
    )
    others: Annotated[bool, Asked(options=("--overigen",))] = Field(
        False,
        alias="overigen",
        title="Waren alle anderen aanwezig, en stemmen zij in?",
        description="Wie u niet noemt, was aanwezig en stemt in, ook de hoofdofficier.",
    )

    @model_validator(mode="after")
    def _readable(self) -> Self:
        if not assents_in(self.lines) and not self.others:
            raise ValueError("noem ten minste een burgemeester of de hoofdofficier")
        return self

    @property
    def said(self) -> str:
        """What each said, and the note if there is one."""
        others = ["alle anderen: aanwezig; stemt in"] if self.others else []
        return " ".join(filter(None, [f"{' / '.join([*self.lines, *others])}.", self.note]))


class ConditionMade(ReportOfAnyKind):
    """Somebody agrees on a condition, besides what he said at the meeting."""

    summary = "Iemand stelt een voorwaarde aan zijn instemming met het plan."
    when = "Hoort zij bij een burgemeester, leg dan eerst vast dat die onder voorwaarde instemt."
    what: Literal["voorwaarde"] = Field("voorwaarde", alias="wat")
    maker: Annotated[SeenName, Asked(argument="VAN")] = Field(
        alias="van",
        title="Wie stelt haar?",
        description="Een gemeente (haar burgemeester), de hoofdofficier, de regioburgemeester of "
        "een overleg.",
    )
    text: str = Field(
        alias="tekst",
        min_length=1,
        max_length=LONGEST_CONDITION,
        title="Wat is de voorwaarde?",
        description="Wat eerst moet zijn gebeurd of geregeld.",
    )
    lifted_by: Annotated[_Office, Asked(options=("--wegnemen-door",))] = Field(
        alias="wegnemen_door",
        title="Wie kan haar wegnemen?",
        description="Een ambt, overleg of organisatie; geen naam van een persoon.",
    )
    until: Annotated[date | None, Asked(options=("--uiterlijk",))] = Field(
        None,
        alias="uiterlijk",
        title="Uiterlijk wanneer?",
        description="De dag waarop zij weg moet zijn, als die is afgesproken.",
    )

    @property
    def said(self) -> str:
        """Whose it is, what it says, and the note if there is one."""
        return " ".join(filter(None, [f"{self.maker}: {self.text}", self.note]))


class ConditionLifted(ReportOfAnyKind):
    """A condition was taken away, by who can do that or by who made it."""

    summary = "Een voorwaarde bij de instemming is weggenomen."
    when = "Wie haar kan wegnemen, of wie haar stelde, legt dat vast."
    what: Literal["voorwaarde-weg"] = Field("voorwaarde-weg", alias="wat")
    condition: Annotated[str, Asked(argument="VOORWAARDE")] = Field(
        alias="voorwaarde",
        min_length=1,
        max_length=400,
        title="Welke voorwaarde?",
        description="Het nummer van de voorwaarde.",
    )
    text: Annotated[str, Asked(more=A_SENTENCE)] = Field(
        alias="tekst",
        min_length=1,
        max_length=4000,
        title="Hoe is zij weggenomen?",
        description="Wat er is gebeurd waardoor zij niet meer geldt.",
    )

    @property
    def said(self) -> str:
        """Which condition, how it was taken away, and the note if there is one."""
        return " ".join(filter(None, [f"Voorwaarde {self.condition}: {self.text}", self.note]))


ReportOfAssent = AssentGiven | ConditionMade | ConditionLifted
