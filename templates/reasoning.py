# SPDX-License-Identifier: EUPL-1.2
"""Why a day is that day, as people read it."""

from collections.abc import Iterable, Iterator

from gehoord.calendar.derivation import Link
from gehoord.calendar.dutch import full_day_in_words


def because(links: Iterable[Link]) -> Iterator[str]:
    """Yield each reason as one line: the day it gives, the rule, and the article if any."""
    for link in links:
        ground = f" ({link.article})" if link.article else ""
        day = f"{full_day_in_words(link.day)}: "
        yield f"{day * (not link.rule.startswith(day))}{link.rule}{ground}"
