# SPDX-License-Identifier: EUPL-1.2
"""Does a year begin with the uitvoeringsplannen that the unit promised itself?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.uitvoering import plans_owed, themes_missing, year_has_begun
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "uitvoeringsplan-ontbreekt",
    Severity.WARN,
    mistake=28,
    practice="S002, 5.3: voor ieder thema maakt de projectleider jaarlijks een uitvoeringsplan, en "
    "de V10 stelt ze vast",
    remedy="Laat de uitvoeringsplannen vaststellen, en leg dat per thema vast "
    "(gehoord record uitvoeringsplan).",
)
def year_without_plans(case: Case) -> Iterator[Observation]:
    """A year of the plan has begun, and not every theme has its uitvoeringsplan."""
    if case.state is None or case.on is None or not case.state.is_adopted:
        return
    for year, action in plans_owed(case.state):
        if year is not None and year_has_begun(year, case.on):
            yield (action.step,), f"Het jaar {year} is begonnen zonder {_of(case, year)}."


def _of(case: Case, year: int) -> str:
    missing = themes_missing(case.state, year) if case.state else []
    return f"uitvoeringsplan voor {enumeration(missing)}" if missing else "uitvoeringsplannen"
