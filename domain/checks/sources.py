"""Does a proposal say no more about a day than its source does?"""

import re
from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import MONTHS, counted
from gehoord.calendar.written import Fixed, Precision
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity
from gehoord.domain.step import Step, Window

CHECKS = Checks()
_MONTH: Final = "|".join(MONTHS)
_ABOUT: Final = re.compile(
    rf"\b(begin|half|medio|eind)\s+({_MONTH}|\d{{4}})|\bna de zomer\b|\bop korte termijn\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(19|20)\d\d\b|\b(jl|j\.l|a\.s)\.")
"""A year, or a word that gives it: last past, next to come."""


@CHECKS.add(
    "benadering-als-dag",
    Severity.WARN,
    mistake=15,
    practice="S001: 'tot medio oktober' is geen 15 oktober",
    remedy="Schrijf de woorden van de bron bij 'wanneer', of licht toe waar de dag vandaan komt.",
)
def approximation_made_exact(case: Case) -> Iterator[Observation]:
    """The source gives an approximation, the proposal a day, and nothing says why."""
    for planned in case.standing():
        step = planned.step
        end = step.when.end if isinstance(step.when, Window) else step.when
        if step.note or not isinstance(end, Fixed) or end.precision is not Precision.DAY:
            continue
        day = f"{end.span.end.day} {MONTHS[end.span.end.month - 1]}"
        quotes = " ".join(source.quote for source in step.sources)
        about = _ABOUT.search(quotes)
        if about and day not in quotes.lower():
            yield (
                (planned.id,),
                f"'{step.title}' staat op {day}, maar de bron zegt '{about[0]}'.",
            )


@CHECKS.add(
    "jaar-geraden",
    Severity.WARN,
    mistake=19,
    practice="S004: de dagen in de tabel hebben geen jaar; dat staat erboven",
    remedy="Schrijf in de toelichting waar het jaar vandaan komt.",
)
def year_not_in_source(case: Case) -> Iterator[Observation]:
    """The source names a day without a year, and nothing says where the year comes from."""
    guessed = [p.id for p in case.standing() if _has_guessed_year(p.step)]
    if guessed:
        steps = counted(len(guessed), "stap", "stappen")
        yield tuple(guessed), f"Bij {steps} noemt de bron een dag of maand zonder jaar."


def _has_guessed_year(step: Step) -> bool:
    """Whether the source names the very month of the step and neither of them tells the year."""
    end = step.when.end if isinstance(step.when, Window) else step.when
    if not isinstance(end, Fixed):
        return False
    quotes = " ".join(source.quote for source in step.sources)
    month = MONTHS[end.span.end.month - 1]
    dated = re.search(rf"\b(\d{{1,2}}|begin|half|medio|eind|in)\s+{month}\b", quotes, re.IGNORECASE)
    return bool(dated) and not _YEAR.search(quotes) and "jaar" not in step.note.lower()
