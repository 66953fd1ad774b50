# SPDX-License-Identifier: EUPL-1.2
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
    def beside_article(self) -> str:
        """What a reader of the article must know as well, in Dutch; of plain statute nothing.

        >>> Ground(practice="S003: verzonden voor het akkoord").beside_article
        'praktijk (S003: verzonden voor het akkoord)'
        """
        match self.kind:
            case GroundKind.STATUTE:
                return ""
            case GroundKind.READING:
                return f"onze lezing: {self.reading}"
            case GroundKind.CARE:
                return "zorgvuldige voorbereiding"
            case GroundKind.PRACTICE:
                return f"praktijk ({self.practice})" if self.practice else "praktijk"

    @property
    def in_words(self) -> str:
        """What is cited, in Dutch: the article, if there is one, and what stands beside it."""
        if self.article is None:
            return self.beside_article
        return f"{self.article} ({self.beside_article})".removesuffix(" ()")
