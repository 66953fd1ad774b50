# SPDX-License-Identifier: EUPL-1.2
"""Does a proposal say no more about a day than its source does?"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import MONTHS, WEEKDAYS, counted, day_in_words
from gehoord.calendar.written import Fixed, Written
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.step import Step, Window

CHECKS = Checks()
_MONTH: Final = "|".join(MONTHS)
_ABOUT: Final = re.compile(
    rf"\b(begin|half|medio|eind)\s+({_MONTH}|\d{{4}})|\bna de zomer\b|\bop korte termijn\b",
    re.IGNORECASE,
)
_BEFORE_DAY: Final = re.compile(
    rf"\bv(?:oo|óó)r\s+(?:(?:{'|'.join(WEEKDAYS)})\s+)?(\d{{1,2}})\s+({_MONTH})(?:\s+(\d{{4}}))?",
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
    "voor-als-tot-en-met",
    Severity.REASON,
    mistake=14,
    practice="'voor 16 november' is uiterlijk de 15e",
    offices=(ADVISER,),
    remedy="Neem de dag ervoor, of herhaal in de toelichting de woorden van de bron als 'voor' "
    "daar iets anders betekent.",
    in_dossier="Geef de stap de dag ervoor (gehoord move).",
)
def before_read_as_inclusive(case: Case) -> Iterator[Observation]:
    """The source says before a day, and the proposal gives that very day as the last one."""
    for planned in case.standing():
        if not planned.step.sources or case.is_done(planned):
            continue
        for day in filter(None, (_last_day(planned.step.when), _last_day(planned.step.not_after))):
            if words := _before(planned.step, day):
                yield (
                    (planned.id,),
                    f"'{planned.step.title}' eindigt op {day_in_words(day)}, maar de bron zegt "
                    f"'{words}'; dan is de laatste dag {day_in_words(day - timedelta(days=1))}.",
                )
                break


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
    if not step.sources or not isinstance(end, Fixed):
        return False
    quotes = " ".join(source.quote for source in step.sources)
    month = MONTHS[end.span.end.month - 1]
    dated = re.search(rf"\b(\d{{1,2}}|begin|half|medio|eind|in)\s+{month}\b", quotes, re.IGNORECASE)
    return bool(dated) and not _YEAR.search(quotes) and "jaar" not in step.note.lower()


def _before(step: Step, day: date) -> str:
    """Return the words by which a source ends the step before ``day``, unless a note has them."""
    for quote in [source.quote for source in step.sources]:
        for found in _BEFORE_DAY.finditer(quote):
            number, month, year = found.groups()
            same = (int(number), month.lower()) == (day.day, MONTHS[day.month - 1])
            if same and year in (None, str(day.year)) and found[0].lower() not in step.note.lower():
                return found[0]
    return ""


def _last_day(when: Window | Written | None) -> date | None:
    """Return the last day somebody wrote, if they wrote one and did not count it."""
    end = when.end if isinstance(when, Window) else when
    return end.span.end if isinstance(end, Fixed) else None
