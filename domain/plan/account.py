# SPDX-License-Identifier: EUPL-1.2
"""A jaarverslag that comes back every year: which years it is about, and when each is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.derivation import Link
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.jaarverslag import years_of
from gehoord.law.politiewet import ADOPT


@dataclass(frozen=True, slots=True)
class Account:
    """By year of the plan, the last day on which its jaarverslag is in time; that day counts."""

    due_by: Mapping[int, date]

    @property
    def first_day(self) -> date:
        """The first day on which the first of them can be adopted: its year is over."""
        return min(self.due_by.values()).replace(month=1, day=1)

    @property
    def last_day(self) -> date:
        """The last day on which the last of them is in time."""
        return max(self.due_by.values())

    @property
    def years(self) -> str:
        """Which years they are about, in Dutch."""
        first, last = min(self.due_by), max(self.due_by)
        return f"over {first}" if first == last else f"over {first} tot en met {last}"

    @property
    def when(self) -> str:
        """About which years, and when each is adopted, in Dutch."""
        each = "elk in" if len(self.due_by) > 1 else "in"
        return f"{self.years}, {each} het jaar erna"

    @property
    def link(self) -> Link:
        """Why they are due in these years."""
        rule = f"{self.when}: dan is dat jaar voorbij"
        return Link(self.last_day, rule, ADOPT)


def account_of(plan: Plan, planned: PlannedStep) -> Account | None:
    """Return of a step that is a yearly jaarverslag what it is about; of any other nothing.

    Law: Politiewet 2012, art. 39 lid 1.
    """
    if not planned.is_yearly or not planned.step.is_jaarverslag:
        return None
    due_in = years_of(plan.proposal.beleidsplan, planned.span)
    return Account({year: date(due, 12, 31) for year, due in due_in.items()})
