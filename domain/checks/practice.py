# SPDX-License-Identifier: EUPL-1.2
"""Is the plan tighter than earlier procedures were? Experience alone speaks; it only warns."""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import capital, counted, enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.finding import Severity
from gehoord.domain.learned.leg import ENDS, Leg, Moment, moment_of
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.practice import ENOUGH, Instance
from gehoord.domain.plan.planned_step import PlannedStep

CHECKS = Checks()
_NO_RULE: Final = "Dit is ervaring en geen voorschrift. Weeg of er nu minder tijd nodig is."


@CHECKS.add(
    "korter-dan-eerder",
    Severity.WARN,
    mistake=None,
    practice="wat stukken en vastgestelde dossiers over eerdere procedures zeggen",
    remedy=_NO_RULE,
)
def shorter_than_before(case: Case) -> Iterator[Observation]:
    """A leg of the plan is shorter than in every earlier procedure that is known, two at least."""
    for leg, (first, last, length) in _legs_ahead(case).items():
        known = case.practice.instances(leg)
        if len(known) >= ENOUGH and length.most < min(each.length.least for each in known):
            yield (
                (first.id, last.id),
                f"{capital(leg.in_words)}: gepland {length.in_words}. Zo kort was het in geen "
                f"eerdere procedure ({len(known)} zaken): {_told(known)}.",
            )


@CHECKS.add(
    "raad-eerder-langer",
    Severity.WARN,
    mistake=None,
    practice="hoe lang raden in eerdere, vastgestelde dossiers nodig hadden",
    remedy=_NO_RULE,
)
def councils_that_took_longer(case: Case) -> Iterator[Observation]:
    """Councils took longer to answer in an earlier procedure than this plan gives them."""
    there = {council.code for council in case.councils}
    known = [each for each in case.practice.councils() if each.code in there]
    ahead = _legs_ahead(case).get(Leg.HEARING)
    if ahead is None or len(known) < ENOUGH:
        return
    first, last, length = ahead
    if slow := [each for each in known if each.longest > length.most]:
        named = [f"{each.council} ({counted(each.longest, 'dag', 'dagen')})" for each in slow]
        yield (
            (first.id, last.id),
            f"{capital(Leg.HEARING.in_words)}: gepland {length.in_words}. Eerder was dat meer bij "
            f"{len(slow)} van de {len(known)} raden van wie het bekend is: {some(named)}.",
        )


def _told(known: list[Instance]) -> str:
    return enumeration([each.in_words for each in known])


def _legs_ahead(case: Case) -> dict[Leg, tuple[PlannedStep, PlannedStep, Length]]:
    """Return each leg of the plan that is not over yet, with its ends."""
    dated = (p.to_the_longest() for p in case.standing() if p.has_day)
    moments: dict[Moment, PlannedStep] = {m: p for p in dated if (m := moment_of(p.step))}
    found = {}
    for leg, (start, end) in ENDS.items():
        first, last = moments.get(start), moments.get(end)
        if first is None or last is None or case.is_done(last):
            continue
        if length := Length.between(first.due, last.due):
            found[leg] = (first, last, length)
    return found
