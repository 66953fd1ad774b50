"""The legal checks, one small pure function each. `all_checks` runs them on a proposal."""

from gehoord.domain.checks import adopting, dates, hearing, opportunity, order
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Check
from gehoord.domain.finding import Finding, in_order

all_checks: tuple[Check, ...] = (
    *hearing.CHECKS.all,
    *order.CHECKS.all,
    *adopting.CHECKS.all,
    *dates.CHECKS.all,
    *opportunity.CHECKS.all,
)


def findings(case: Case) -> list[Finding]:
    """Return what the checks say of a case, heaviest first."""
    return in_order([finding for check in all_checks for finding in check(case)])


__all__ = ["Case", "Check", "all_checks", "findings"]
