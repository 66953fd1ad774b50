# SPDX-License-Identifier: EUPL-1.2
"""Is nothing called adopted that is not, or not yet: before the councils were heard?"""

import re
from collections.abc import Iterator
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.title import Names, adopts_plan
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    CLIENTS,
    HOOFDOFFICIER,
    REGIOBURGEMEESTER,
)
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS

CHECKS = Checks()
_ADOPTING: Final = re.compile(r"\bvast(ge)?stel", re.IGNORECASE)
_ADOPTERS: Final = (BURGEMEESTERS, CLIENTS, HOOFDOFFICIER, REGIOBURGEMEESTER)
_TAKEN: Final = (StepKind.DECISION, StepKind.MEETING, StepKind.MILESTONE)
_BEFORE: Final = (Stage.START, Stage.THEMES, Stage.DRAFTS, Stage.HEARING)


@CHECKS.add(
    "vastgesteld-voor-horen",
    Severity.REASON,
    mistake=32,
    also=(1,),
    article=HEAR_COUNCILS,
    reading="wat 'vaststellen' heet, is de vaststelling; die komt pas na het horen",
    offices=(REGIOBURGEMEESTER,),
    remedy="Noem de stap naar wat die is, zoals instemming met het ontwerp, of leg vast waarom dit "
    "nog niet de vaststelling is. Is dit die wel, hoor dan eerst de raden.",
)
def adopted_before_hearing(case: Case) -> Iterator[Observation]:
    """A decision before the end of the hearing is called the adoption of the plan."""
    if case.hearing is None:
        return
    names = _names(case)
    for planned in case.standing():
        is_by_right = _may_adopt(case, planned.step) and not planned.step.is_provisional
        is_before = is_by_right and _is_decided_before(planned, case.hearing)
        if is_before and adopts_plan(planned.step.title, names):
            yield (planned.id, case.hearing.id), _told(planned)


def _told(planned: PlannedStep) -> str:
    when = "" if planned.precision is Precision.UNDATED else f" ({planned.due_in_words})"
    return (
        f"'{planned.step.title}'{when} heet de vaststelling van het plan, maar de raden zijn dan "
        "nog niet gehoord."
    )


def _is_decided_before(planned: PlannedStep, hearing: PlannedStep) -> bool:
    """Whether something is decided before the last day on which councils are heard."""
    if planned.step.kind not in _TAKEN:
        return False
    if Precision.UNDATED in (planned.precision, hearing.precision):
        return planned.step.stage in _BEFORE
    return planned.span.start <= hearing.due_on


def _may_adopt(case: Case, step: Step) -> bool:
    """Whether it is taken by a body of the unit, or by those who adopt."""
    return step.owner in _ADOPTERS or case.eenheid.party(step.owner) is not None


def _names(case: Case) -> Names:
    plan = (case.proposal.title, case.proposal.beleidsplan.name)
    return Names.of(plan, [name for p in case.eenheid.parties for name in (p.id, p.name)])


@CHECKS.add(
    "voorlopig-vastgesteld",
    Severity.WARN,
    mistake=32,
    article=ADOPT,
    reading="vaststellen doen zij die dat mogen, als het plan af is",
    remedy="Schrijf wat het is: draagvlak, instemming of een ontwerp.",
)
def draft_called_adopted(case: Case) -> Iterator[Observation]:
    """Something provisional is called adopted."""
    for planned in case.standing():
        step = planned.step
        draft = step.kind is StepKind.VERSION and (
            step.is_ontwerp or (step.completeness or 100) < 100
        )
        if (step.is_provisional or draft) and _ADOPTING.search(step.title):
            yield (
                (planned.id,),
                f"'{step.title}' heet vaststellen, maar het is nog voorlopig.",
            )
