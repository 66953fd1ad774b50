# SPDX-License-Identifier: EUPL-1.2
"""What a statute orders, where an approximation leaves open whether it is so."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from gehoord.calendar.due import Due
from gehoord.domain.checks.adopting import send_outs
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.hearing import last_that_brings_ontwerp
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import when
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep

CHECKS = Checks()
APPROXIMATION_UNSURE: Final = "benadering-onzeker"


class _Ordered(NamedTuple):
    """Two steps, the day of the first that must not come after a day of the second."""

    first: PlannedStep
    day: Due
    second: PlannedStep
    limit: Due
    may_be_same: bool = True


@CHECKS.add(
    APPROXIMATION_UNSURE,
    Severity.WARN,
    mistake=15,
    practice="S001: 'tot medio oktober' is geen 15 oktober",
    remedy="Spreek voor beide stappen een dag af; dan is te zien of het in de goede volgorde gaat.",
)
def order_unsure(case: Case) -> Iterator[Observation]:
    """What the law orders may be so or not: one of the two days is an approximation."""
    for pair in _ordered(case):
        if pair.day.is_rough or pair.limit.is_rough:
            late = pair.day.day > pair.limit.day
            same = pair.day.day == pair.limit.day and not pair.may_be_same
            if (late or same) and not pair.day.is_surely_after(pair.limit):
                yield (
                    (pair.first.id, pair.second.id),
                    f"'{pair.first.step.title}' is {when(pair.first.stretch)}, en "
                    f"'{pair.second.step.title}' {when(pair.second.stretch)}. Bij een benadering "
                    "staat niet vast wat het eerst komt.",
                )


def _ordered(case: Case) -> Iterator[_Ordered]:
    """Yield what art. 38b lid 2 and 39 lid 4 put in an order: the checks that block look at it."""
    yield from _around_the_hearing(case)
    yield from _of_the_sent(case)
    if adoption := case.dated_adoption:
        for notice in send_outs(case):
            if notice.has_day:
                yield _Ordered(adoption, adoption.stretch.first, notice, notice.due)


def _around_the_hearing(case: Case) -> Iterator[_Ordered]:
    """Yield the hearing before the adoption, and the ontwerp before the end of the hearing."""
    hearing, adoption, made = case.hearing, case.dated_adoption, case.ontwerpen()
    if hearing is None or not hearing.has_day:
        return
    if adoption:
        yield _Ordered(hearing, hearing.due, adoption, adoption.due, may_be_same=False)
    if made and all(version.has_day for version in made):
        first = min(made, key=lambda version: version.span.start)
        yield _Ordered(first, first.stretch.first, hearing, hearing.due)


def _of_the_sent(case: Case) -> Iterator[_Ordered]:
    """Yield each ontwerp before the councils are sent one."""
    sent = last_that_brings_ontwerp(case)
    if case.hearing is None or sent is None:
        return
    for version in case.ontwerpen():
        if version.has_day:
            yield _Ordered(version, version.stretch.first, sent, sent.due)
