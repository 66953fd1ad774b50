# SPDX-License-Identifier: EUPL-1.2
"""The legal checks, one small pure function each. `findings` runs them on a proposal or dossier."""

from gehoord.domain.checks import (
    adopted,
    adopting,
    agendas,
    assents,
    called_adopted,
    chapters,
    councils,
    dates,
    eenheid,
    extension,
    goals,
    hearing,
    jaarverslag,
    mergers_to_record,
    municipalities,
    new_councils,
    opportunity,
    order,
    parts,
    parts_adopted,
    points,
    poll,
    practice,
    prospects,
    provisional,
    recess,
    rehearing,
    reminders,
    replies,
    reservations,
    rounds,
    silence,
    sources,
    strength,
    survey,
    themes,
    uitvoering,
    undelivered,
    unsure,
    validity,
    versions,
)
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Check
from gehoord.domain.finding import Finding, in_order

all_checks: tuple[Check, ...] = (
    *hearing.CHECKS.all,
    *silence.CHECKS.all,
    *recess.CHECKS.all,
    *councils.CHECKS.all,
    *municipalities.CHECKS.all,
    *mergers_to_record.CHECKS.all,
    *goals.CHECKS.all,
    *parts.CHECKS.all,
    *chapters.CHECKS.all,
    *versions.CHECKS.all,
    *strength.CHECKS.all,
    *rehearing.CHECKS.all,
    *order.CHECKS.all,
    *survey.CHECKS.all,
    *themes.CHECKS.all,
    *poll.CHECKS.all,
    *rounds.CHECKS.all,
    *adopting.CHECKS.all,
    *adopted.CHECKS.all,
    *assents.CHECKS.all,
    *parts_adopted.CHECKS.all,
    *jaarverslag.CHECKS.all,
    *uitvoering.CHECKS.all,
    *extension.CHECKS.all,
    *replies.CHECKS.all,
    *points.CHECKS.all,
    *dates.CHECKS.all,
    *opportunity.CHECKS.all,
    *practice.CHECKS.all,
    *reservations.CHECKS.all,
    *prospects.CHECKS.all,
    *agendas.CHECKS.all,
    *sources.CHECKS.all,
    *reminders.CHECKS.all,
    *eenheid.CHECKS.all,
    *called_adopted.CHECKS.all,
    *provisional.CHECKS.all,
    *new_councils.CHECKS.all,
    *validity.CHECKS.all,
    *undelivered.CHECKS.all,
    *unsure.CHECKS.all,
)


def findings(case: Case) -> list[Finding]:
    """Return what the checks say of a case: heaviest first, then by the day of their first step.

    A procedure from before the Politiewet 2012 is not judged; that alone is said of it.
    """
    days = {planned.id: planned.due_on for planned in case.dated()}
    judged = validity.CHECKS.all[:1] if validity.is_before_the_act(case) else all_checks
    return in_order([finding for check in judged for finding in check(case)], days)


__all__ = ["Case", "Check", "all_checks", "findings"]
