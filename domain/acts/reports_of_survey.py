# SPDX-License-Identifier: EUPL-1.2
"""What municipalities say that their priorities are, and which of these come to the same."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from gehoord.domain.acts.any_report import File, MunicipalityName, ReportOfAnyKind, Sender
from gehoord.domain.acts.asked import Asked
from gehoord.domain.eenheid.eenheid import SeenName
from gehoord.domain.nearby import folded

MOST_PRIORITIES: Final = 40
LONGEST_SOURCE: Final = 300
_LONGEST: Final = 300
"""Signs, as `Name` has them."""
_BULLET: Final = re.compile(r"^\s*(?:\d{1,2}\s*[.)]|[-*•\u2013])\s+")
"""How a line of a list may begin; that is no part of what it says."""


def in_lines(text: str) -> list[str]:
    r"""Return what stands on each line of a text, without what numbers it.

    >>> in_lines("1. Ondermijning\n- Jeugd\n\n")
    ['Ondermijning', 'Jeugd']
    """
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def as_lines(value: Any) -> Any:
    """Read a text with one on each line, as a page and a cell give it; a list stays as it is."""
    return in_lines(value) if isinstance(value, str) else value


def why_no_list(wordings: Sequence[str]) -> str:
    """Return in Dutch why this is no list of priorities; empty when it is one."""
    if len(wordings) > MOST_PRIORITIES:
        return f"{len(wordings)} prioriteiten is te veel; noem er ten hoogste {MOST_PRIORITIES}"
    seen: set[str] = set()
    for wording in wordings:
        if why := why_no_name(wording):
            return why
        if folded(wording) in seen:
            return f"'{wording[:60]}' staat er twee keer; haal er een weg"
        seen.add(folded(wording))
    return ""


def why_no_name(wording: str) -> str:
    """Return in Dutch why nobody can call something so; empty when he can."""
    if not folded(wording):
        return f"'{wording[:60]}' is geen naam; schrijf haar in woorden"
    if len(wording) > _LONGEST:
        return f"'{wording[:40]}…' is te lang; schrijf ten hoogste {_LONGEST} tekens"
    return ""


Wordings = Annotated[tuple[SeenName, ...], BeforeValidator(as_lines)]


class SurveyAnswered(ReportOfAnyKind):
    """A municipality named its priorities, or said that they did not change."""

    summary = "Een gemeente geeft haar lokale veiligheidsprioriteiten door."
    when = (
        "In haar eigen woorden, de belangrijkste eerst. Welke op hetzelfde neerkomen, legt u "
        "daarna vast met `melden-cluster`."
    )
    what: Literal["lokale-prioriteiten"] = Field("lokale-prioriteiten", alias="wat")
    municipality: MunicipalityName
    priorities: Annotated[
        Wordings,
        Asked(
            options=("--prioriteit",),
            help="Een prioriteit; noem ze alle, de belangrijkste eerst. Zonder: niet veranderd.",
            more="Leeg betekent: niet veranderd sinds de vorige keer.",
        ),
    ] = Field(
        (),
        alias="prioriteiten",
        title="Prioriteiten",
        description="De belangrijkste eerst.",
    )
    source: str = Field(
        "",
        alias="bron",
        max_length=LONGEST_SOURCE,
        title="Bron",
        description="Waar ze staan, zoals het IVP 2023-2026.",
    )
    goals_set_on: date | None = Field(
        None,
        alias="veiligheidsplan",
        title="Wanneer stelde de raad het veiligheidsplan (IVP) vast?",
        description="Alleen als dat nog niet bekend is, of als er een nieuw plan is.",
    )
    document: File = Field(None, description="Het veiligheidsplan, of het antwoord als bestand.")

    @model_validator(mode="after")
    def _priorities_once(self) -> Self:
        if why := why_no_list(self.priorities):
            raise ValueError(why)
        return self

    @property
    def said(self) -> str:
        """Which municipality, what it named in its order, and the note if there is one."""
        named = "; ".join(f"{n}. {each}" for n, each in enumerate(self.priorities, start=1))
        told = f"{self.municipality}: {named or 'niet veranderd'}."
        return " ".join(filter(None, [told, self.note]))


class Clustered(ReportOfAnyKind):
    """A person takes wordings of municipalities for the same subject."""

    summary = "Prioriteiten van gemeenten die op hetzelfde neerkomen, gaan bij elkaar."
    when = (
        "Gehoord stelt voor wat op elkaar lijkt; u beslist. Een prioriteit hoort bij een cluster: "
        "zat zij in een ander, dan gaat zij daaruit."
    )
    what: Literal["cluster"] = Field("cluster", alias="wat")
    name: Annotated[SeenName, Asked(argument="NAAM")] = Field(
        alias="naam",
        title="Naam van het cluster",
        description="Het onderwerp. Is er al een cluster met deze naam, dan komen zij erbij.",
    )
    wordings: Annotated[
        Wordings,
        Asked(options=("--prioriteit",), help="Een prioriteit, zoals een gemeente haar schreef."),
    ] = Field(
        alias="prioriteiten",
        min_length=1,
        title="Welke prioriteiten?",
        description="Zoals gemeenten ze schreven.",
    )

    @model_validator(mode="after")
    def _named(self) -> Self:
        if why := why_no_name(self.name):
            raise ValueError(why)
        return self

    @property
    def said(self) -> str:
        """The subject, what comes to it, and the note if there is one."""
        told = f"{self.name}: {'; '.join(self.wordings)}."
        return " ".join(filter(None, [told, self.note]))


class SafetyPictureMade(ReportOfAnyKind):
    """The police made a picture of the safety in the unit; ``on`` is its day."""

    summary = "Het veiligheidsbeeld van de eenheid is klaar."
    when = "Met de thema's die erin staan; een keuze van thema's kan ernaar verwijzen."
    what: Literal["veiligheidsbeeld"] = Field("veiligheidsbeeld", alias="wat")
    maker: Sender = Field(title="Wie maakte het?", description="Een ambt of organisatie.")
    themes: Annotated[Wordings, Asked(options=("--thema",))] = Field(
        (),
        alias="themas",
        title="Welke thema's staan erin?",
        description="De ontwikkelingen die het beschrijft; leeg als u ze niet weet.",
    )
    document: File = Field(None, description="Het veiligheidsbeeld zelf.")

    @model_validator(mode="after")
    def _themes_once(self) -> Self:
        if why := why_no_list(self.themes):
            raise ValueError(why)
        return self

    @property
    def said(self) -> str:
        """Who made it, its themes, and the note if there is one."""
        named = f": {'; '.join(self.themes)}" if self.themes else ""
        return " ".join(filter(None, [f"{self.maker}{named}.", self.note]))


ReportOfSurvey = SurveyAnswered | Clustered | SafetyPictureMade
