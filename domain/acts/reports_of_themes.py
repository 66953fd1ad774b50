# SPDX-License-Identifier: EUPL-1.2
"""Which themes were chosen, of what they are made, and what came of exploring one."""

from enum import unique
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.eenheid.eenheid import Identifier, SeenName
from gehoord.domain.nearby import Choice, step_name

LONGEST_LINE: Final = 2000
"""Characters of what is said of one theme at once."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_LINE)]
"""What is said of one theme: its name, a colon, and then each thing after a semicolon."""


@unique
class ExploredOutcome(Choice):
    """What came of exploring a theme."""

    THEME = "wordt een thema"
    NO_THEME = "wordt geen thema"
    FURTHER = "wordt verder verkend"


class ThemesChosen(ReportOfAnyKind):
    """The body chose the themes, and says what each is made of."""

    summary = "De thema's zijn gekozen."
    when = "Start daarna de fase `2-themas`: dan gaat de brief met de thema's naar de raden."
    what: Literal["themas"] = Field("themas", alias="wat")
    themes: Annotated[
        tuple[SeenName, ...],
        Asked(
            argument="THEMA",
            help="Een gekozen thema, tussen aanhalingstekens; noem ze alle.",
        ),
    ] = Field(
        alias="themas",
        min_length=1,
        title="Thema's",
        description="Alle gekozen thema's, in hun volgorde.",
    )
    subthemes: Annotated[tuple[Line, ...], Asked(options=("--deelthemas",))] = Field(
        (),
        alias="deelthemas",
        title="Welke deelthema's?",
        description="Per thema een regel: 'Ondermijning: mensenhandel; criminele geldstromen'.",
    )
    grounds: Annotated[tuple[Line, ...], Asked(options=("--gronden",))] = Field(
        (),
        alias="gronden",
        title="Waarom in dit plan?",
        description="Per thema een regel: 'Ondermijning: veel gemeenten; waterbedeffect'. Een "
        "eigen reden mag ook, in een zin.",
    )
    rests_on: Annotated[tuple[Line, ...], Asked(options=("--rust-op",))] = Field(
        (),
        alias="rust_op",
        title="Waarop rust het thema?",
        description="Per thema een regel: 'Ondermijning: thema Drugs; deels thema Fraude'. Noem "
        "opties van de peiling, het veiligheidsbeeld of lokale prioriteiten.",
    )
    advised_by: Annotated[str, Asked(options=("--advies-van",))] = Field(
        "",
        alias="advies_van",
        max_length=300,
        title="Op wiens advies?",
        description="Wie het advies opstelde, zoals de ambtelijke werkgroep.",
    )
    explored: Annotated[tuple[Line, ...], Asked(options=("--verkend",))] = Field(
        (),
        alias="verkend",
        title="Welk thema wordt nog verkend?",
        description="Per thema een regel, met de stap waarin het wordt besproken: 'Zorg en "
        "Veiligheid: rbop-juni'.",
    )


class ThemeExplored(ReportOfAnyKind):
    """What a body decided on a theme that was still explored."""

    summary = "Over een thema dat nog werd verkend, is besloten."
    when = "Of het is opnieuw uitgesteld: noem dan de stap waarin het terugkomt."
    what: Literal["verkenning"] = Field("verkenning", alias="wat")
    theme: Annotated[SeenName, Asked(argument="THEMA")] = Field(
        alias="thema", title="Welk thema?", description="Het thema dat nog werd verkend."
    )
    outcome: Annotated[ExploredOutcome, Asked(argument="UITKOMST")] = Field(
        alias="uitkomst", title="Wat is besloten?", description="Wat er met het thema gebeurt."
    )
    until: Annotated[Identifier | None, BeforeValidator(step_name), Asked(options=("--tot",))] = (
        Field(
            None,
            alias="tot",
            title="Tot welke stap?",
            description="Bij verder verkennen: de stap waarin het thema terugkomt.",
        )
    )


ReportOfThemes = ThemesChosen | ThemeExplored
