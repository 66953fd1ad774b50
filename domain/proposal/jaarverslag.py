# SPDX-License-Identifier: EUPL-1.2
"""Over which years a step gives account: one jaarverslag for each year of the plan (art. 39)."""

import re
from collections.abc import Mapping
from typing import Final

from gehoord.calendar.span import Span
from gehoord.domain.proposal.proposal import Beleidsplan
from gehoord.domain.proposal.step import Step

_YEARS: Final = r"((?:19|20)\d\d(?:\s*(?:,|/|-|\u2013|en|t/m|tot en met)\s*(?:19|20)\d\d)*)"
_NAMED: Final = re.compile(
    rf"(?:\bjaarverslag(?:en)?(?: van| voor)?|\bover)(?: het jaar| de jaren)? {_YEARS}",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\d{4}")

DueIn = Mapping[int, int]
"""For each year that is accounted for, the year in which its jaarverslag is adopted."""


def named_years(step: Step) -> tuple[int, ...]:
    """Return the years that a step says its jaarverslag is about, by its 'jaar' or its title.

    A stretch of years gives its ends: whoever writes one means more than one jaarverslag.
    """
    if step.year:
        return (step.year,)
    found = _NAMED.search(step.title)
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(found[1]))) if found else ()


def years_of(beleidsplan: Beleidsplan, years: Span) -> DueIn:
    """Return over which years a yearly jaarverslag gives account, and when it is adopted.

    A year can be accounted for only once it is over, so that of the last year of the plan follows
    in the year after it. "Jaarlijks van 2028 tot en met 2031" names the years of the plan itself;
    years that run on after the plan are those in which the jaarverslag is adopted.

    Args:
        beleidsplan: the plan whose years they are.
        years: from the first year that is written to the last.

    >>> plan = Beleidsplan(naam="x", van="2028-01-01", tot_en_met="2031-12-31")
    >>> from datetime import date
    >>> list(years_of(plan, Span(date(2028, 1, 1), date(2031, 12, 31))))
    [2028, 2029, 2030, 2031]
    >>> list(years_of(plan, Span(date(2029, 1, 1), date(2032, 12, 31))))
    [2028, 2029, 2030, 2031]
    """
    later = 1 if years.end.year > beleidsplan.end.year else 0
    written = range(years.start.year, years.end.year + 1)
    return {year - later: year - later + 1 for year in written}
