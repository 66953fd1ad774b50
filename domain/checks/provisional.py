# SPDX-License-Identifier: EUPL-1.2
"""Is the distribution of the strength that is adopted the definitive one?"""

import re
from collections.abc import Iterator
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import ADOPT

CHECKS = Checks()
_STRENGTH: Final = re.compile(r"sterkte|wijkagent|formatie|\bfte\b", re.IGNORECASE)
_SETTLES: Final = re.compile(r"vast(?:ge)?stel|vastlegg|besl[ui]|definitie|verdel", re.IGNORECASE)
_LOOKS_BACK: Final = re.compile(
    r"evalu|monitor|rapport|verslag|verantwoord|volgende?\b|tussentijds|herijk|\bberoep\b",
    re.IGNORECASE,
)


@CHECKS.add(
    "deel-voorlopig-bij-vaststelling",
    Severity.REASON,
    mistake=4,
    article=ADOPT,
    reading="het plan omvat de verdeling zelf, niet een die nog verandert",
    offices=(REGIOBURGEMEESTER,),
    practice="S002: de verdeling per 1 januari 2019 was in augustus 2018 nog niet bekend",
    remedy="Neem het definitieve deel op in de versie die wordt vastgesteld, of leg vast waarom "
    "dat niet kan en hoe het deel later wordt vastgesteld.",
)
def provisional_when_adopted(case: Case) -> Iterator[Observation]:
    """A part that the law asks for is still provisional in the version that is adopted."""
    last = case.final()
    if case.adoption is None or last is None or not last.step.provisional_parts:
        return
    later = _settled_later(case)
    parts = enumeration([part_in_words(part) for part in last.step.provisional_parts])
    follows = "".join(f" '{p.step.title}' volgt pas daarna{_when(p)}." for p in later[:1])
    yield (
        (last.id, case.adoption.id, *(planned.id for planned in later)),
        f"Nog voorlopig in de versie die wordt vastgesteld: {parts}.{follows}",
    )


@CHECKS.add(
    "sterkte-na-vaststelling",
    Severity.WARN,
    mistake=4,
    article=ADOPT,
    reading="de verdeling staat in het plan en wordt niet apart vastgesteld",
    remedy="Neem de definitieve verdeling op in het plan. Staat die er al in, noem de latere stap "
    "dan naar wat daarin gebeurt.",
)
def strength_after_adoption(case: Case) -> Iterator[Observation]:
    """The strength is distributed only after the adoption, though no part is called provisional."""
    last = case.final()
    if case.adoption is None or (last and last.step.provisional_parts):
        return
    for planned in _settled_later(case):
        yield (
            (case.adoption.id, planned.id),
            f"'{planned.step.title}' volgt pas na de vaststelling{_when(planned)}; de verdeling "
            "van de sterkte hoort in het plan zelf.",
        )


def _when(planned: PlannedStep) -> str:
    """Return between commas when it comes, if it has a day."""
    return "" if planned.precision is Precision.UNDATED else f" ({planned.due_in_words})"


def _settled_later(case: Case) -> list[PlannedStep]:
    """Return the steps after the adoption in which the strength is distributed for the first time.

    What comes back every year, or looks back on it, distributes nothing anew; nor does a decision
    on an appeal.
    """
    adoption = case.adoption
    if adoption is None:
        return []
    return [
        planned
        for planned in case.standing()
        if planned.step.kind in (StepKind.DECISION, StepKind.VERSION)
        and planned.precision is not Precision.YEARLY
        and _comes_after(planned, adoption)
        and _STRENGTH.search(planned.step.title)
        and _SETTLES.search(planned.step.title)
        and not _LOOKS_BACK.search(planned.step.title)
    ]


def _comes_after(planned: PlannedStep, adoption: PlannedStep) -> bool:
    if Precision.UNDATED in (planned.precision, adoption.precision):
        return planned.step.stage is Stage.ACCOUNT or adoption.id in planned.step.after
    return planned.span.start > adoption.due_on
