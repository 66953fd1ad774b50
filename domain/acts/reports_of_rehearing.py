# SPDX-License-Identifier: EUPL-1.2
"""What is reported when a part that the law asks for changed after councils were heard."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.any_report import Reason, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.acts.reports_of_survey import as_lines
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER, SeenName
from gehoord.domain.nearby import Choice


class HeardAgain(Choice):
    """Whether councils are heard again."""

    YES = "ja"
    NO = "nee"


class RehearingJudged(ReportOfAnyKind):
    """The regioburgemeester judged whether councils are heard again on what changed since."""

    summary = "Het oordeel of raden opnieuw worden gehoord over wat na het horen veranderde."
    when = (
        "Voor als de sterkteverdeling, de wijkagenten of de doelstellingen van de minister na het "
        "horen veranderden. Het oordeel is van de regioburgemeester."
    )
    what: Literal["opnieuw-horen"] = Field("opnieuw-horen", alias="wat")
    again: Annotated[HeardAgain, Asked(argument="OORDEEL")] = Field(
        alias="oordeel",
        title="Worden raden opnieuw gehoord?",
        description="Bij 'ja' staat het horen van die raden weer open; hun eerdere antwoord blijft "
        "bewaard.",
    )
    reason: Reason = Field(max_length=4000, description="Waarom wel, of waarom niet.")
    councils: Annotated[tuple[str, ...], BeforeValidator(as_lines)] = Field(
        (),
        alias="gemeenten",
        title="Welke raden?",
        description="Bij 'ja': leeg is elke raad die is gehoord voordat dit was nagestuurd.",
    )
    until: date | None = Field(
        None,
        alias="naar",
        title="Tot en met welke dag mogen zij antwoorden?",
        description="Bij 'ja'; die dag telt mee. De griffies krijgen er bericht van.",
    )
    by: SeenName = Field(
        REGIOBURGEMEESTER,
        alias="door",
        max_length=100,
        title="Wie oordeelt?",
        description="De regioburgemeester.",
    )

    @property
    def said(self) -> str:
        """What was judged, of whom, until when and why, and the note if there is one."""
        who = f" ({', '.join(self.councils)})" if self.councils else ""
        until = f", tot en met {day_in_words(self.until)}" if self.until else ""
        return " ".join(filter(None, [f"{self.again}{who}{until}: {self.reason}", self.note]))


ReportOfRehearing = RehearingJudged
