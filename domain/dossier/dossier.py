# SPDX-License-Identifier: EUPL-1.2
"""A dossier: one procedure in the register, with its frozen set of municipalities."""

from datetime import date
from enum import StrEnum
from typing import Any

from gehoord.calendar.due import NO_DAY
from gehoord.calendar.school import SchoolRegion
from gehoord.domain.dossier.dated import Dated, fields_of
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.eenheid.eenheid import ADDRESS_FIELDS
from gehoord.domain.frozen import Frozen
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind


class DossierState(StrEnum):
    """Where a dossier stands."""

    OPEN = "open"
    ADOPTED = "vastgesteld"


class Dossier(Frozen):
    """One procedure. The proposal is kept as its own TOML, the unit as JSON, as at the opening.

    ``added`` holds as JSON the steps that came after it (`added_steps`), ``addresses`` where its
    offices and bodies are reached since (`addresses`), ``meetings`` when councils meet by a
    calendar that was read since (`known_meetings`), ``letterhead`` what stands above and below
    its letters since (`eenheid.letterhead`). ``mode`` is the one it was
    opened in, until a person changes it: its mail leaves in no other. ``erased`` counts how often
    words were erased from it.
    """

    id: str
    title: str
    eenheid_name: str
    opened_on: date
    state: DossierState = DossierState.OPEN
    mode: Mode = Mode.TRIAL
    proposal: str
    eenheid: str
    added: str = ""
    addresses: str = ""
    meetings: str = ""
    letterhead: str = ""
    erased: int = 0


class FrozenMunicipality(Frozen):
    """A municipality of the frozen set: those of the unit on the reference date.

    ``until`` is the last day of one that ceased to exist during the procedure, ``goals_set_on``
    the day on which its council last set its safety goals, where it is known. ``goals_before`` are
    the days that counted until another was recorded, the last one last; nothing where none did.
    ``successors`` are the codes of those that it went into: several where it was split, its own
    where it never was: a merger of which it came was recorded by mistake.
    """

    id: str
    dossier: str
    code: str
    name: str
    district: str
    holiday_region: SchoolRegion
    griffie_address: str | None = None
    burgemeester_address: str | None = None
    safety_address: str | None = None
    until: date | None = None
    goals_set_on: date | None = None
    goals_before: tuple[date | None, ...] = ()
    successors: tuple[str, ...] = ()

    def ceased(self, until: date, successor: str) -> "FrozenMunicipality":
        """Return it as one that is no more after a day, and went into another, or partly so."""
        return self.model_copy(update={"until": until, "successors": (*self.successors, successor)})

    def not_merged(self, successor: str) -> "FrozenMunicipality":
        """Return it as one that did not go into another, which was recorded by mistake."""
        left = tuple(code for code in self.successors if code != successor)
        return self.model_copy(update={"until": self.until if left else None, "successors": left})

    def never_there(self, until: date) -> "FrozenMunicipality":
        """Return it as one that never was: it came of a merger that was recorded by mistake."""
        return self.model_copy(update={"until": until, "successors": (self.code,)})

    @property
    def never_was(self) -> bool:
        """Whether it came of a merger that was recorded by mistake."""
        return self.code in self.successors

    def with_goals(self, set_on: date) -> "FrozenMunicipality":
        """Return it with the day on which its council last set its safety goals."""
        before = (*self.goals_before, self.goals_set_on)
        return self.model_copy(update={"goals_set_on": set_on, "goals_before": before})

    def without_goals(self, set_on: date) -> "FrozenMunicipality":
        """Return it as if a day was never recorded; if it counted, the one before it does again."""
        known = [*self.goals_before, self.goals_set_on]
        if set_on in known:
            del known[-1 - known[::-1].index(set_on)]
        *before, counts = known or [None]
        return self.model_copy(update={"goals_set_on": counts, "goals_before": tuple(before)})

    def address_of(self, party: str) -> str:
        """Return where its council, griffie, burgemeester or officials are reached, if known."""
        return getattr(self, ADDRESS_FIELDS[party]) or ""


class PlanLine(Dated):
    """A step of the plan as it now stands. ``moved_to`` is the last day a person gave it."""

    id: str
    dossier: str
    step: str
    title: str
    stage: Stage
    kind: StepKind
    owner: str
    end_on: date | None
    moved_to: date | None = None
    moved_because: str = ""

    @property
    def last_on(self) -> date | None:
        """The last day of the step; that day counts. Nothing when nobody gave one."""
        return self.end_on

    @property
    def due_in_words(self) -> str:
        """The last day as it was written; an approximation or a month stays one."""
        return self.days.last_in_words if self.days else NO_DAY

    def planned_anew(self, planned: PlannedStep) -> "PlanLine":
        """Return this line on the days of a changed plan."""
        return self.model_copy(update=_days_of(planned))

    def moved(self, to: date | None, because: str) -> "PlanLine":
        """Return this line with the last day that it was given, and why; nothing undoes that."""
        return self.model_copy(update={"moved_to": to, "moved_because": because})


def plan_lines(plan: Plan, dossier: str) -> tuple[PlanLine, ...]:
    """Return the lines of a plan, replaced ones included."""
    return tuple(
        PlanLine(
            id=f"{dossier}/{planned.id}",
            dossier=dossier,
            step=planned.id,
            title=planned.step.title,
            stage=planned.step.stage,
            kind=planned.step.kind,
            owner=planned.step.owner,
            **_days_of(planned),
        )
        for planned in plan.steps
    )


def _days_of(planned: PlannedStep) -> dict[str, Any]:
    last = planned.due_on if planned.has_day else None
    return {"end_on": last, **fields_of(planned.days, planned.begins)}
