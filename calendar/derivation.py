# SPDX-License-Identifier: EUPL-1.2
"""Why a day is that day: the links from a date back to its anchor."""

from dataclasses import dataclass
from datetime import date

from gehoord.law.article import Article


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the reasoning: the day it gives, the rule in Dutch, and the article if any.

    The code that computes a day makes its links, so that the reason is never a second story.
    """

    day: date
    rule: str
    article: Article | None = None
