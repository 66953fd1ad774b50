# SPDX-License-Identifier: EUPL-1.2
"""A place in a statute, cited the way a Dutch jurist cites it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article, or one paragraph (lid) of it.

    >>> str(Article("Politiewet 2012", "38b", 2))
    'Politiewet 2012, art. 38b lid 2'
    """

    law: str
    number: str
    paragraph: int | None = None

    def __str__(self) -> str:
        return f"{self.law}, {self.short}"

    @property
    def short(self) -> str:
        """The citation without the name of the statute: ``art. 38b lid 2``."""
        lid = f" lid {self.paragraph}" if self.paragraph else ""
        return f"art. {self.number}{lid}"
