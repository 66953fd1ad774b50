# SPDX-License-Identifier: EUPL-1.2
"""A chapter that a version lacks, or has only provisionally, and that was promised to follow."""

import re
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice

_COUNCILS: Final = re.compile(
    r"\b(gemeente)?(raad|raden|raadsleden)\b|griffie|\b(iedereen|allen)\b", re.IGNORECASE
)


_STATUTORY: Final = re.compile(
    r"(?<!ver)sterkte|wijkagent|formatie|\bfte\b|doelstelling\w* (van de )?minister"
    r"|veiligheidsagenda",
    re.IGNORECASE,
)


class ChapterStands(Choice):
    """How a chapter stands in a version that leaves."""

    PROVISIONAL = "voorlopig"
    MISSING = "ontbreekt"


class ChapterToFollow(Frozen):
    """One chapter that is sent on later, whether the law asks for it or not.

    Attributes:
        chapter: as people name it; ``stands`` is how it is in the version.
        to: to whom it is sent on, in words.
        follows_by: the last day of that, which counts; nothing while nobody can name one.
        step: the step that keeps the promise.
    """

    chapter: str
    stands: ChapterStands
    to: str
    follows_by: date | None = None
    step: str

    @property
    def when(self) -> str:
        """By when it follows, in words."""
        if self.follows_by is None:
            return "zodra het bekend is"
        return f"uiterlijk {day_in_words(self.follows_by)}"

    @property
    def is_for_councils(self) -> bool:
        """Whether the councils await it, as far as the words say to whom it is sent on."""
        return bool(_COUNCILS.search(self.to))

    @property
    def is_statutory(self) -> bool:
        """Whether it holds a part that the law asks for, as far as its name tells.

        Law: Politiewet 2012, art. 39 lid 1 and art. 20 lid 1.
        """
        return bool(_STATUTORY.search(self.chapter))

    @property
    def named(self) -> str:
        """The chapter, with how it is in the version."""
        how = "nog voorlopig" if self.stands is ChapterStands.PROVISIONAL else "ontbreekt nog"
        return f"{self.chapter} ({how})"

    @property
    def in_words(self) -> str:
        """What follows, when and to whom: a clause that begins with the chapter."""
        return f"{self.named}: volgt {self.when}, aan {self.to}"
