"""The legal checks, one small pure function each. `findings` runs them on a proposal or dossier."""

from gehoord.domain.checks import (
    adopted,
    adopting,
    councils,
    dates,
    extension,
    hearing,
    opportunity,
    order,
    parts,
    recess,
    reminders,
    replies,
    sources,
)
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Check
from gehoord.domain.finding import Finding, in_order

all_checks: tuple[Check, ...] = (
    *hearing.CHECKS.all,
    *recess.CHECKS.all,
    *councils.CHECKS.all,
    *parts.CHECKS.all,
    *order.CHECKS.all,
    *adopting.CHECKS.all,
    *adopted.CHECKS.all,
    *extension.CHECKS.all,
    *replies.CHECKS.all,
    *dates.CHECKS.all,
    *opportunity.CHECKS.all,
    *sources.CHECKS.all,
    *reminders.CHECKS.all,
)


def findings(case: Case) -> list[Finding]:
    """Return what the checks say of a case: heaviest first, then by the day of their first step."""
    days = {planned.id: planned.due_on for planned in case.plan.steps if planned.has_day}
    found = [finding for check in all_checks for finding in check(case)]
    return in_order(found, days)


__all__ = ["Case", "Check", "all_checks", "findings"]
