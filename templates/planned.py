# SPDX-License-Identifier: EUPL-1.2
"""A step of a plan in words: what is done in it, and by whom."""

from gehoord.domain.eenheid.eenheid import OFFICES, Eenheid
from gehoord.domain.plan.account import account_of
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep


def what_is_done(plan: Plan, planned: PlannedStep) -> str:
    """Return the title of a step; of yearly jaarverslagen with the years that they are about."""
    account = account_of(plan, planned)
    years = f" ({account.when})" if account else ""
    return f"{planned.step.title}{years}{' [vervangen]' if planned.step.replaced_by else ''}"


def whose(planned: PlannedStep, eenheid: Eenheid) -> str:
    """Return who does a step, by name where it is one body or office."""
    owner = planned.step.owner
    party = eenheid.party(owner)
    return party.name if party else OFFICES.get(owner, owner)
