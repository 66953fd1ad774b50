# SPDX-License-Identifier: EUPL-1.2
"""What is reported of drafts that go to be read: who read along, and that a version goes out."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.any_report import ReportOfAnyKind, StepName
from gehoord.domain.acts.asked import Asked
from gehoord.domain.acts.reports_of_survey import Wordings, as_lines
from gehoord.domain.acts.reviewer_lines import MOST, reviewers_in

_Line = Annotated[str, StringConstraints(min_length=1, max_length=1200)]


class ReviewersNamed(ReportOfAnyKind):
    """These read along with drafts; of one that is known the address becomes the one given."""

    summary = "Wie met de concepten meelezen, en hun mailadres."
    when = (
        "Functies en organisaties, geen namen van personen. Van wie er al in staat, wordt het "
        "adres vernieuwd. Ambten en overleggen van de eenheid hoeven hier niet bij."
    )
    what: Literal["meelezers"] = Field("meelezers", alias="wat")
    lines: Annotated[
        tuple[_Line, ...],
        BeforeValidator(as_lines),
        Asked(
            options=("--meelezer",),
            table="Een bestand (CSV, XLSX, ODS) met de kolommen Naam en Mailadres, in plaats van "
            "--meelezer.",
        ),
    ] = Field(
        (),
        alias="meelezers",
        max_length=MOST,
        title="Wie lezen mee?",
        description="Per regel een naam en een adres, zoals 'Programmamanager OM; om@om.example'.",
    )

    @model_validator(mode="after")
    def _readable(self) -> Self:
        if not reviewers_in(self.lines):
            raise ValueError("noem ten minste een meelezer")
        return self

    @property
    def said(self) -> str:
        """Who, without their addresses, and the note if there is one."""
        who = "; ".join(each.name for each in reviewers_in(self.lines))
        return " ".join(filter(None, [f"{who}.", self.note]))


class ReviewAsked(ReportOfAnyKind):
    """A version goes to those who read along, with its file; or it went by other means already."""

    is_shown_first = True
    summary = "Een concept gaat ter lezing naar de meelezers, met het stuk als bijlage."
    when = (
        "Noemt u niemand, dan gaat het de eerste keer naar alle meelezers, en daarna alleen naar "
        "wie kritisch was op de versie ervoor. Dit is geen horen van de raden."
    )
    what: Literal["ter-lezing"] = Field("ter-lezing", alias="wat")
    step: StepName = Field(
        alias="stap",
        title="Voor welke ronde?",
        description="De raadpleging waarin reacties worden gevraagd, zoals raadpleging-70.",
    )
    who: Annotated[Wordings, Asked(options=("--wie",))] = Field(
        (),
        alias="wie",
        max_length=MOST,
        title="Wie krijgen haar?",
        description="Leeg: eerst alle meelezers, en daarna wie kritisch was op de vorige versie.",
    )
    until: Annotated[date | None, Asked(options=("--tot-en-met",))] = Field(
        None,
        alias="tot_en_met",
        title="Tot en met welke dag?",
        description="De laatste dag om te reageren; leeg is die van het plan.",
    )
    was_sent: Annotated[bool, Asked(options=("--al-verstuurd",))] = Field(
        False,
        alias="al_verstuurd",
        title="Heeft u haar zelf al verstuurd?",
        description="Dan legt Gehoord alleen vast wie haar kreeg, en gaat er geen mail uit.",
    )

    @property
    def said(self) -> str:
        """For which round, to whom if they were named, by when, and the note if there is one."""
        sent = sending_in_words(self.who, self.until, was_sent=self.was_sent)
        return " ".join(filter(None, [f"{self.step}{sent}.", self.note]))


def sending_in_words(who: Sequence[str], until: date | None, *, was_sent: bool) -> str:
    """Return to whom a concept goes if they were named, by when they respond, and how it left."""
    to = f" aan {'; '.join(who)}" if who else ""
    day = f", reageren tot en met {day_in_words(until)}" if until else ""
    return f"{to}{day}{', zelf verstuurd' if was_sent else ''}"


ReportOfCirculation = ReviewersNamed | ReviewAsked
