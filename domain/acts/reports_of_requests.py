# SPDX-License-Identifier: EUPL-1.2
"""What parties ask of the adviser, and what he answers."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.request import Reply, RequestKind
from gehoord.domain.eenheid.eenheid import SeenName


class Requested(ReportOfAnyKind):
    """A party asks something that needs the judgement of the adviser."""

    summary = "Iemand vraagt iets waar de adviseur over oordeelt."
    when = (
        "Voor een verzoek om uitstel, de vraag of een commissie genoeg is, of een andere vraag. "
        "Het wordt een actie van de adviseur; verder verandert er niets."
    )
    what: Literal["verzoek"] = Field("verzoek", alias="wat")
    who: Annotated[SeenName, Asked(argument="WIE")] = Field(
        alias="wie",
        title="Wie vraagt het?",
        description="Een gemeente (haar griffie), 'burgemeester van Texel', een overleg of ambt.",
    )
    question: RequestKind = Field(
        alias="vraag", title="Wat is de vraag?", description="Wat voor verzoek het is."
    )
    until: date | None = Field(
        None,
        alias="naar",
        title="Uitstel tot en met welke dag?",
        description="Alleen bij uitstel: de gewenste laatste dag; die dag telt mee.",
    )
    text: str = Field(
        alias="tekst",
        min_length=1,
        max_length=4000,
        title="Tekst",
        description="Het verzoek, in de woorden van wie het doet.",
    )

    @model_validator(mode="after")
    def _day_of_respite(self) -> Self:
        if self.question is RequestKind.RESPITE and self.until is None:
            raise ValueError("noem bij 'uitstel' ook de dag tot en met welke (naar)")
        if self.question is not RequestKind.RESPITE and self.until is not None:
            raise ValueError(f"'naar' hoort bij 'uitstel', niet bij '{self.question}'")
        return self

    @property
    def said(self) -> str:
        """Whose it is, what is asked, in which words, and the note if there is one."""
        until = f" tot en met {day_in_words(self.until)}" if self.until else ""
        told = f"{self.who}, {self.question}{until}: {self.text}"
        return " ".join(filter(None, [told, self.note]))


class RequestAnswered(ReportOfAnyKind):
    """The adviser answers a request with words, which go to whoever made it."""

    summary = "De adviseur antwoordt op een verzoek; wie het deed, krijgt een mail."
    when = "Geeft u een raad uitstel, meld dan dat (`melden-uitstel`): het verzoek is dan klaar."
    what: Literal["antwoord-op-verzoek"] = Field("antwoord-op-verzoek", alias="wat")
    request: Annotated[str, Asked(argument="VERZOEK")] = Field(
        alias="verzoek",
        min_length=1,
        max_length=200,
        title="Welk verzoek?",
        description="Het nummer van het verzoek, of van wie het is.",
    )
    reply: Reply = Field(
        alias="uitkomst", title="Wat is de uitkomst?", description="Wat u antwoordt."
    )
    text: str = Field(
        alias="tekst",
        min_length=1,
        max_length=4000,
        title="Tekst",
        description="Uw antwoord. Het gaat woordelijk in de mail.",
    )

    @property
    def said(self) -> str:
        """The outcome, the answer itself, and the note if there is one."""
        return " ".join(filter(None, [f"{self.reply}: {self.text}", self.note]))


ReportOfRequests = Requested | RequestAnswered
