# SPDX-License-Identifier: EUPL-1.2
"""Wet open overheid (BWBR0045754): what is made public unasked, and what is left out of it.

Which category a document of this procedure belongs to is our own reading; a jurist decides.
"""

from dataclasses import dataclass
from typing import Final

from gehoord.law.article import Article

_LAW: Final = "Wet open overheid"
_VALUES: Final = "https://identifier.overheid.nl/tooi/def/thes/kern/"

MAKE_PUBLIC: Final = Article(_LAW, "3.1", 1)
"""Information about policy and its preparation is made public where that takes no undue effort."""

TELL_WHAT_IS_LEFT_OUT: Final = Article(_LAW, "3.1", 2)
"""Where part of it is left out, that is told with it."""

IDENTIFYING: Final = Article(_LAW, "5.1", 1)
"""Special personal data (onder d) and numbers that identify a person (onder e) are never public."""

PRIVACY: Final = Article(_LAW, "5.1", 2)
"""Privacy (onder e) and the working of government (onder i) are weighed against publicity."""

DELIBERATION: Final = Article(_LAW, "5.2", 1)
"""Opinions in internal deliberation are not given, or so that nobody is recognised in them."""


@dataclass(frozen=True, slots=True)
class InformationCategory:
    """A category of art. 3.3, or the general duty of art. 3.1, as the Woo-index knows it.

    Attributes:
        name: as the list of values of the government has it.
        code: the last part of its address in that list.
        number: by which the name of a sitemapindex tells it.
        article: where it stands; ``part`` is the letter of the part, if it has one.
    """

    name: str
    code: str
    number: int
    article: Article
    part: str = ""

    @property
    def uri(self) -> str:
        """Its address in the list of values."""
        return f"{_VALUES}{self.code}"

    @property
    def in_words(self) -> str:
        """Its name with the article: ``jaarplannen en jaarverslagen (art. 3.3 lid 2, onder g)``."""
        part = f", onder {self.part}" if self.part else ""
        return f"{self.name} ({self.article.short}{part} Woo)"


_SECOND: Final = Article(_LAW, "3.3", 2)

COUNCIL_PAPERS: Final = InformationCategory(
    "vergaderstukken decentrale overheden", "c_db4862c3", 8, _SECOND, "c"
)
"""What lies before a gemeenteraad; its own municipality publishes that."""

YEARLY: Final = InformationCategory("jaarplannen en jaarverslagen", "c_c6cd1213", 12, _SECOND, "g")

GENERAL_DUTY: Final = InformationCategory(
    "inspanningsverplichting art 3.1 Woo", "c_816e508d", 18, MAKE_PUBLIC
)
"""What belongs to no category of art. 3.3: the beleidsplan is of four years."""

RECEIVED: Final = ("ontvangst", f"{_VALUES}c_dfcee535")
ADOPTED: Final = ("vaststelling", f"{_VALUES}c_641ecd76")
"""What was done with a document, with the address of that in the list of values."""
