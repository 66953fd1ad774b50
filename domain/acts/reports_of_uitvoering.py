# SPDX-License-Identifier: EUPL-1.2
"""That a uitvoeringsplan goes out in concept, or was adopted: one for each theme and year."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from gehoord.domain.acts.any_report import A_SENTENCE, File, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.acts.reports_of_circulation import sending_in_words
from gehoord.domain.acts.reports_of_survey import Wordings
from gehoord.domain.acts.reviewer_lines import MOST
from gehoord.domain.eenheid.eenheid import Identifier, SeenName


class OfUitvoering(ReportOfAnyKind):
    """A report about the uitvoeringsplan of one theme for one year."""

    year: Annotated[int, Asked(argument="JAAR")] = Field(
        alias="jaar", ge=2012, le=2100, title="Jaar", description="Het jaar waarvoor het is."
    )
    theme: Annotated[SeenName | None, Asked(options=("--thema",))] = Field(
        None,
        alias="thema",
        title="Welk thema?",
        description="Een thema van het plan; leeg als Gehoord geen thema's van dit plan kent.",
    )

    @property
    def _which(self) -> str:
        return f"{self.year}, {self.theme}" if self.theme else str(self.year)


class UitvoeringsplanDrafted(OfUitvoering):
    """A uitvoeringsplan in concept goes to the burgemeesters who do not adopt it themselves."""

    is_shown_first = True
    summary = "Een uitvoeringsplan gaat in concept naar de burgemeesters, voor hun reactie."
    when = (
        "Voor wie geen zitting heeft in het overleg dat het vaststelt. Een reactie meldt u met "
        "`melden-reactie`."
    )
    what: Literal["uitvoeringsplan-concept"] = Field("uitvoeringsplan-concept", alias="wat")
    who: Annotated[Wordings, Asked(options=("--wie",))] = Field(
        (),
        alias="wie",
        max_length=MOST,
        title="Wie krijgen het?",
        description="Leeg: de burgemeesters die niet in het overleg zitten.",
    )
    until: Annotated[date | None, Asked(options=("--tot-en-met",))] = Field(
        None,
        alias="tot_en_met",
        title="Reageren tot en met welke dag?",
        description="Leeg is een voorstel van drie weken; geen wet noemt een termijn.",
    )
    was_sent: Annotated[bool, Asked(options=("--al-verstuurd",))] = Field(
        False,
        alias="al_verstuurd",
        title="Heeft u het zelf al verstuurd?",
        description="Dan legt Gehoord alleen vast wie het kreeg, en gaat er geen mail uit.",
    )
    document: File = Field(None, description="Het uitvoeringsplan in concept.")

    @property
    def said(self) -> str:
        """Of which theme and year, to whom if they were named, by when, and the note."""
        sent = sending_in_words(self.who, self.until, was_sent=self.was_sent)
        return " ".join(filter(None, [f"{self._which}{sent}.", self.note]))


class UitvoeringsplanAdopted(OfUitvoering):
    """The uitvoeringsplan of a theme for a year was adopted. No statute asks for it (S002, 5.3)."""

    summary = "Het uitvoeringsplan van een thema voor een jaar is vastgesteld."
    when = "Heeft elk thema er een, dan is de actie van dat jaar gedaan."
    what: Literal["uitvoeringsplan"] = Field("uitvoeringsplan", alias="wat")
    body: Identifier | None = Field(
        None,
        alias="gremium",
        title="Overleg",
        description="Bijvoorbeeld v10; leeg is de actiehouder van de stap.",
    )
    reason: Annotated[str, Asked(more=A_SENTENCE)] = Field(
        "",
        alias="reden",
        max_length=4000,
        title="Reden",
        description="Alleen als de andere burgemeesters niet eerst konden reageren: waarom.",
    )
    document: File = Field(None, description="Het uitvoeringsplan zelf.")

    @property
    def said(self) -> str:
        """Of which theme and year, the reason if one is given, and the note."""
        return " ".join(filter(None, [f"{self._which}.", self.reason, self.note]))


ReportOfUitvoering = UitvoeringsplanDrafted | UitvoeringsplanAdopted
