# SPDX-License-Identifier: EUPL-1.2
"""Does the Politiewet 2012 hold for this procedure, and for how long does the plan?"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import ADOPT, IN_FORCE_FROM, TERM_TO_ADOPT_AGAIN

CHECKS = Checks()
BEFORE_THE_ACT: Final = "voor-politiewet"
"""The one finding on a procedure that no other check may judge."""


@CHECKS.add(
    BEFORE_THE_ACT,
    Severity.WARN,
    mistake=None,
    practice="Politiewet 2012: in werking sinds 1 januari 2013",
    remedy="Laat een jurist deze procedure aan de oude wet toetsen. Klopt het jaar niet, verbeter "
    "dan de dagen.",
)
def before_the_act(case: Case) -> Iterator[Observation]:
    """The procedure ends before the Politiewet 2012 held; nothing else is judged."""
    if is_before_the_act(case):
        steps = (case.adoption.id,) if case.adoption else ()
        yield (
            steps,
            f"De Politiewet 2012 geldt pas vanaf {day_in_words(IN_FORCE_FROM)}. Deze procedure was "
            "toen al klaar en is daarom niet aan die wet getoetst.",
        )


def is_before_the_act(case: Case) -> bool:
    """Whether the plan was adopted before the act held; without a day, whether all else was."""
    if case.dated_adoption:
        return case.dated_adoption.due_on < IN_FORCE_FROM
    dated = [p.due_on for p in case.standing() if p.precision is not Precision.UNDATED]
    return max(dated, default=date.max) < IN_FORCE_FROM


@CHECKS.add(
    "planperiode-te-lang",
    Severity.WARN,
    mistake=9,
    article=ADOPT,
    remedy="Kies een planperiode van ten hoogste vier jaar.",
)
def holds_too_long(case: Case) -> Iterator[Observation]:
    """The plan holds for more than four years, and a new one must be adopted within four."""
    plan = case.proposal.beleidsplan
    longest = relativedelta(years=TERM_TO_ADOPT_AGAIN.amount)
    last = plan.start + longest - timedelta(days=1)
    if plan.end > last:
        yield (
            (),
            f"Het plan geldt van {day_in_words(plan.start)} tot en met "
            f"{day_in_words(plan.end)}. Dat is meer dan vier jaar; vier jaar eindigt op "
            f"{day_in_words(last)}.",
        )
