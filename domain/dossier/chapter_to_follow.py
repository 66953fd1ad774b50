"""A chapter that a version lacks, or has only provisionally, and that was promised to follow."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice


class ChapterStands(Choice):
    """How a chapter stands in a version that leaves."""

    PROVISIONAL = "voorlopig"
    MISSING = "ontbreekt"


class ChapterToFollow(Frozen):
    """One chapter that is sent on later, whether the law asks for it or not.

    Attributes:
        chapter: as people name it; ``stands`` is how it is in the version.
        to: to whom it is sent on, in words.
        follows_by: the last day of that; it counts.
        step: the step that keeps the promise.
    """

    chapter: str
    stands: ChapterStands
    to: str
    follows_by: date
    step: str

    @property
    def in_words(self) -> str:
        """What follows, to whom and by when: a clause that begins with the chapter."""
        how = "is nog voorlopig" if self.stands is ChapterStands.PROVISIONAL else "ontbreekt nog"
        return f"{self.chapter}: {how}, en volgt uiterlijk {day_in_words(self.follows_by)}"
