# SPDX-License-Identifier: EUPL-1.2
"""Was the plan adopted on a recorded ground by those who may, and what follows from it?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.term import appeal_clock
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.under_lid_2 import OF_PLAN, adopted_under_lid_2, trail_of
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS
from gehoord.domain.finding import Severity
from gehoord.law.awb import ANNOUNCE, DECIDE_APPEAL
from gehoord.law.politiewet import ADOPT, APPEAL, BASES

CHECKS = Checks()
_LODGING: Final = re.compile(r"\bberoep (instellen|indienen|aantekenen)\b", re.IGNORECASE)
_NO_OTHER_APPEAL: Final = "Een raad kan dat niet. Beroep schorst de vaststelling niet."


@CHECKS.add(
    "grondslag-ontbreekt",
    Severity.WARN,
    mistake=21,
    article=ADOPT,
    remedy="Leg vast of is vastgesteld op grond van art. 39 lid 1, lid 2 of lid 3.",
)
def basis_not_recorded(case: Case) -> Iterator[Observation]:
    """The plan was adopted, but on which legal basis was not recorded."""
    besluit = case.state.adoption if case.state else None
    if besluit and besluit.basis not in BASES:
        yield _adoption(case), "Bij de vaststelling staat niet op welke grondslag zij rust."


@CHECKS.add(
    "niet-bekendgemaakt",
    Severity.WARN,
    mistake=21,
    article=ANNOUNCE,
    remedy="Start de fase 'vaststelling' of leg vast wanneer het besluit is bekendgemaakt "
    "(gehoord record bekendmaking).",
)
def not_announced(case: Case) -> Iterator[Observation]:
    """A lid-2 adoption was not announced to the burgemeesters, so no term to appeal runs yet."""
    for besluit in adopted_under_lid_2(case.state) if case.state else []:
        if besluit.announced_on is None:
            yield (
                _step_of(case, besluit),
                f"De vaststelling{trail_of(besluit).of_what} op grond van lid 2 is nog niet "
                "bekendgemaakt aan de burgemeesters; de termijn voor beroep is nog niet begonnen.",
            )


@CHECKS.add(
    "beroepstermijn",
    Severity.WARN,
    mistake=21,
    article=APPEAL,
    remedy="Houd de laatste dag bij, en voer het plan intussen uit.",
)
def appeal_runs(case: Case) -> Iterator[Observation]:
    """A lid-2 adoption is open to appeal; that suspends nothing, and no council can lodge it."""
    for besluit in adopted_under_lid_2(case.state) if case.state and case.on else []:
        if besluit.announced_on and (told := _may_appeal(case, besluit, besluit.announced_on)):
            yield _step_of(case, besluit), told


def _may_appeal(case: Case, besluit: Besluit, announced_on: date) -> str:
    """Return until when appeal is open against a besluit; empty when it is not any more."""
    against = trail_of(besluit).against
    try:
        last = appeal_clock(announced_on).lodge_by
    except HolidaysUnknownError as error:
        return (
            f"Een burgemeester van de eenheid kan{against} beroep instellen bij de minister; de "
            f"laatste dag is nog niet bekend. {error} {_NO_OTHER_APPEAL}"
        )
    if case.on is None or case.on > last:
        return ""
    return (
        f"Een burgemeester van de eenheid kan{against} tot en met {day_in_words(last)} beroep "
        f"instellen bij de minister. {_NO_OTHER_APPEAL}"
    )


@CHECKS.add(
    "beroep-open",
    Severity.WARN,
    mistake=21,
    article=DECIDE_APPEAL,
    remedy="Voer het plan intussen uit, en leg vast wat de minister beslist "
    "(gehoord record beroep-vervolg).",
)
def appeal_not_decided(case: Case) -> Iterator[Observation]:
    """The minister has not decided on an appeal; the adoption stands all the same."""
    for appeal in case.state.appeals if case.state else []:
        if appeal.is_open:
            late = " Het is te laat ingesteld; de minister beslist wat dat betekent."
            yield (
                (appeal.step,),
                f"Op het beroep van de burgemeester van {appeal.name} is nog niet beslist. Het "
                f"schorst de vaststelling niet.{late * appeal.is_late}",
            )


@CHECKS.add(
    "beroep-onbevoegd",
    Severity.WARN,
    mistake=21,
    article=APPEAL,
    remedy="Maak 'burgemeesters' de actiehouder, of laat de stap weg.",
)
def appeal_by_who_cannot(case: Case) -> Iterator[Observation]:
    """A step lets somebody else than a burgemeester lodge an appeal."""
    for planned in case.standing():
        step = planned.step
        if _LODGING.search(step.title) and step.owner != BURGEMEESTERS:
            yield (
                (planned.id,),
                f"'{step.title}' staat bij '{step.owner}', maar alleen een burgemeester van de "
                "eenheid kan beroep instellen.",
            )


@CHECKS.add(
    "onbevoegd-vastgesteld",
    Severity.BLOCK,
    mistake=22,
    article=ADOPT,
    remedy="Laat vaststellen door alle burgemeesters en de hoofdofficier van justitie.",
)
def adopted_by_others(case: Case) -> Iterator[Observation]:
    """The plan was adopted by a delegation, or by a body without the hoofdofficier."""
    besluit = case.state.adoption if case.state else None
    party = case.eenheid.party(besluit.by) if besluit else None
    if party and (party.is_delegation or not party.adopts or not party.includes_hoofdofficier):
        yield _adoption(case), f"{party.name} heeft vastgesteld, maar kan dat niet."


def _step_of(case: Case, besluit: Besluit) -> tuple[str, ...]:
    """Return the step of an adoption; of a part that in which it is announced."""
    trail = trail_of(besluit)
    return _adoption(case) if trail is OF_PLAN else (trail.announcement,)


def _adoption(case: Case) -> tuple[str, ...]:
    return (case.adoption.id,) if case.adoption else ()
