"""What a finding rests on: a statute, our reading of one, careful preparation, or practice."""

from dataclasses import dataclass
from enum import StrEnum

from gehoord.law.article import Article
from gehoord.law.awb import CAREFUL_PREPARATION


class GroundKind(StrEnum):
    """What speaks in a finding. Only the first two may block."""

    STATUTE = "wet"
    READING = "lezing"
    CARE = "zorgvuldigheid"
    PRACTICE = "praktijk"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a check rests on.

    Attributes:
        article: the place in a statute; none where practice alone speaks.
        reading: in Dutch how we read the article, where its words do not say it themselves.
        practice: the document that shows what goes wrong, or how units work.
    """

    article: Article | None = None
    reading: str = ""
    practice: str = ""

    @property
    def kind(self) -> GroundKind:
        """What speaks: the heaviest of what is cited."""
        if self.article is None:
            return GroundKind.PRACTICE
        if self.article == CAREFUL_PREPARATION:
            return GroundKind.CARE
        return GroundKind.READING if self.reading else GroundKind.STATUTE

    @property
    def may_block(self) -> bool:
        """Whether no reason helps: a statute speaks, in its words or as we read them."""
        return self.kind in (GroundKind.STATUTE, GroundKind.READING)

    @property
    def is_plain(self) -> bool:
        """Whether the article alone tells what it rests on."""
        return self.kind is GroundKind.STATUTE

    @property
    def in_words(self) -> str:
        """What is cited, in Dutch; a reading and practice say that they are no more than that.

        >>> Ground(practice="S003: verzonden voor het akkoord").in_words
        'praktijk (S003: verzonden voor het akkoord)'
        """
        if self.article is None:
            return f"praktijk ({self.practice})" if self.practice else "praktijk"
        if self.reading:
            return f"{self.article}, zoals wij die lezen: {self.reading}"
        if self.kind is GroundKind.CARE:
            return f"{self.article} (zorgvuldige voorbereiding)"
        return str(self.article)
