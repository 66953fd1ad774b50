# SPDX-License-Identifier: EUPL-1.2
"""What people would like to see in the plan: a count of a poll."""

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.poll import MOST_GROUPS, PollStage

MOST_OPTIONS: Final = 200
MOST_RESPONDENTS: Final = 100_000

_Line = Annotated[str, StringConstraints(min_length=1, max_length=400)]


class Polled(ReportOfAnyKind):
    """A poll was counted. Of who answered nothing is kept."""

    summary = "Een peiling is geteld: een tussenstand, of de definitieve telling."
    when = (
        "De uitvoer van een peilingprogramma (CSV, XLSX, ODS) leest u op uw eigen pagina of met "
        "`--bestand` in; namen en adressen van wie antwoordde, worden niet bewaard."
    )
    is_shown_first = True
    what: Literal["peiling"] = Field("peiling", alias="wat")
    stage: Annotated[PollStage, Asked(argument="STAND")] = Field(
        alias="stand", title="Welke telling?", description="Tussenstand of definitief."
    )
    options: Annotated[
        tuple[_Line, ...],
        Asked(
            options=("--optie",),
            table="De uitvoer van de peiling (CSV, XLSX, ODS), in plaats van --optie en --groep.",
        ),
    ] = Field(
        (),
        alias="opties",
        max_length=MOST_OPTIONS,
        title="Wat kreeg hoeveel stemmen?",
        description="Per optie een regel: soort, naam en het aantal per groep, zoals 'thema; "
        "Drugs; 24; 81'.",
    )
    groups: Annotated[tuple[_Line, ...], Asked(options=("--groep",))] = Field(
        (),
        alias="groepen",
        max_length=MOST_GROUPS,
        title="Welke groepen?",
        description="In de volgorde van de aantallen, met hun grootte erachter als u die weet: "
        "'Burgemeesters (35)', 'Totaal'.",
    )
    left_out: Annotated[tuple[_Line, ...], Asked(options=("--weglaten",))] = Field(
        (),
        alias="weglaten",
        max_length=MOST_GROUPS,
        title="Welke groepen laat u weg?",
        description="Hun kolom wordt niet bewaard. Doe dat bij een groep van een of twee mensen: "
        "hun keuze is anders tot personen te herleiden.",
    )
    respondents: Annotated[int | None, Asked(options=("--respondenten",))] = Field(
        None,
        alias="respondenten",
        ge=1,
        le=MOST_RESPONDENTS,
        title="Hoeveel respondenten?",
        description="Hoeveel mensen antwoordden, alle groepen samen.",
    )


ReportOfPoll = Polled
