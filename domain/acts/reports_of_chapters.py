# SPDX-License-Identifier: EUPL-1.2
"""What a version still lacks, and when that is sent on."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.chapter_to_follow import ChapterStands
from gehoord.domain.eenheid.eenheid import SeenName


class ChapterPromised(ReportOfAnyKind):
    """A chapter of the newest version is provisional or missing, and is sent on later."""

    summary = "Een hoofdstuk ontbreekt of is voorlopig, en wordt nagestuurd."
    when = "Het wordt een actie van de adviseur. Meld die als gedaan zodra het is nagestuurd."
    what: Literal["toezegging"] = Field("toezegging", alias="wat")
    chapter: Annotated[SeenName, Asked(argument="HOOFDSTUK")] = Field(
        alias="hoofdstuk",
        max_length=200,
        title="Welk hoofdstuk?",
        description="Zoals het in het stuk heet, ook als de wet er niet om vraagt.",
    )
    stands: ChapterStands = Field(
        alias="stand",
        title="Hoe staat het erin?",
        description="In de nieuwste versie van het plan.",
    )
    to: SeenName = Field(
        alias="aan",
        max_length=200,
        title="Aan wie stuurt u het na?",
        description="Zoals 'de burgemeesters'. Noemt u de raden, dan staat het in hun brief.",
    )
    follows_by: date | None = Field(
        None,
        alias="uiterlijk",
        title="Uiterlijk wanneer?",
        description="De laatste dag; die telt mee. Leeg als die nog niet bekend is.",
    )

    @property
    def said(self) -> str:
        """What is sent on, to whom and by when, and the note if there is one."""
        by = f", uiterlijk {day_in_words(self.follows_by)}" if self.follows_by else ""
        told = f"{self.chapter}, {self.stands}: aan {self.to}{by}."
        return " ".join(filter(None, [told, self.note]))


ReportOfChapters = ChapterPromised
