"""What a check looks at: a proposal, its unit and its plan."""

from dataclasses import dataclass
from typing import Self

from gehoord.domain.eenheid import Eenheid
from gehoord.domain.plan import Plan, PlannedStep, lay_out
from gehoord.domain.proposal import Proposal
from gehoord.domain.step import Step, StepKind


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal ready to be judged."""

    proposal: Proposal
    eenheid: Eenheid
    plan: Plan

    @classmethod
    def of(cls, proposal: Proposal, eenheid: Eenheid) -> Self:
        """Lay the proposal out and make a case of it."""
        return cls(proposal, eenheid, lay_out(proposal, eenheid))

    @property
    def adoption(self) -> PlannedStep | None:
        """The planned adoption, if the proposal has one."""
        return self._planned(self.proposal.adoption)

    @property
    def hearing(self) -> PlannedStep | None:
        """The planned hearing of the councils, if the proposal has one."""
        return self._planned(self.proposal.hearing)

    def of_kind(self, kind: StepKind) -> list[PlannedStep]:
        """The planned steps of one kind that still stand."""
        return [p for p in self.plan.steps if p.step.kind is kind and p.step.replaced_by is None]

    def standing(self) -> list[PlannedStep]:
        """The planned steps that have not been replaced by another."""
        return [p for p in self.plan.steps if p.step.replaced_by is None]

    def _planned(self, step: Step | None) -> PlannedStep | None:
        return self.plan[step.id] if step else None
