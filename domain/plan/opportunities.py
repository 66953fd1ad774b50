# SPDX-License-Identifier: EUPL-1.2
"""Per council: what the hearing leaves it, and whether it has a meeting at which to decide."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.opportunity import Opportunity, opportunity
from gehoord.calendar.recess import Recess, RecessUnknownError, Usability
from gehoord.calendar.span import Span
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import Step

WEEKS_OF_A_FULL_PASS: Final = 6
"""Raadsweken that a council needs at least where its meetings are not known.

A full pass through committee and council takes six to ten weeks outside recess, by practice.
"""
_DAY: Final = timedelta(days=1)
_AFTER: Final = timedelta(weeks=13)
"""How far past the last day a meeting is still named as coming too late."""


@dataclass(frozen=True, slots=True)
class CouncilOpportunity:
    """What one council can do with the hearing.

    ``usability`` is what its recess leaves of the days on which it can be heard, ``opportunity``
    holds the meetings that fit. Either is nothing when Gehoord cannot know it: the school holidays
    or the meetings of those days are not known.
    """

    municipality: Municipality
    usability: Usability | None
    opportunity: Opportunity | None

    @property
    def is_known(self) -> bool:
        """Whether it can be told at all."""
        return self.opportunity is not None

    @property
    def cannot_be_heard(self) -> bool:
        """Whether it is certain that no meeting fits."""
        return self.opportunity is not None and not self.opportunity.can_be_heard


def opportunities(plan: Plan, eenheid: Eenheid) -> tuple[CouncilOpportunity, ...]:
    """Return for every council of the frozen set at which meetings it can be heard.

    The ontwerp reaches the griffies on the day its letter goes out (without one: on the first day
    of the hearing). Nothing is returned when the proposal hears nobody, or the letter goes out
    after the last day.

    Law: Politiewet 2012, art. 38b lid 2: a real chance to be heard.
    """
    window = hearing_window(plan)
    if window is None:
        return ()
    days = days_to_be_heard(plan)
    heard = days.span if days else None
    return tuple(
        opportunity_of(municipality, window, heard, eenheid)
        for municipality in plan.proposal.municipalities(eenheid)
    )


def hearing_window(plan: Plan) -> Span | None:
    """Return the days from the delivery of the ontwerp up to and including the last to answer."""
    within = delivered_and_answered(plan)
    return within.span if within else None


def delivered_and_answered(plan: Plan) -> Stretch | None:
    """Return the day of delivery and the last to answer, as sure as the plan is of each.

    Nothing when the hearing has no last day, or the ontwerp goes out after it.
    """
    hearing = plan.proposal.hearing
    days = plan[hearing.id].days if hearing else None
    if days is None:
        return None
    delivery = _delivery(plan)
    first = delivery.due if delivery and delivery.has_day else days.first
    if first.day > days.last.day:
        return None
    return Stretch(first, days.last, days.precision, "")


def days_to_be_heard(plan: Plan) -> Stretch | None:
    """Return the days on which a council can be heard, both included, if there are any.

    They are those of the plan. A plan that names no first day, or one before the ontwerp goes out,
    leaves the days from the one after it goes out.
    """
    window, hearing = delivered_and_answered(plan), plan.proposal.hearing
    if window is None or hearing is None:
        return None
    planned = plan[hearing.id].stretch
    if planned.span.days > 1 and planned.span.start >= window.span.start:
        return planned
    start = window.span.start + _DAY
    if start > window.span.end:
        return None
    precision = Precision.APPROXIMATE if window.first.is_rough else Precision.RELATIVE
    return replace(window, first=Due(start, precision, day_in_words(start)))


def _delivery(plan: Plan) -> PlannedStep | None:
    """Return the first letter by which the newest ontwerp reaches the councils."""
    letters = [p for p in plan.steps if p.step.stands and p.step.brings_ontwerp]
    dated = [letter for letter in letters if letter.has_day]
    made_on = _newest_ontwerp_on(plan)
    of_newest = [letter for letter in dated if letter.due_on >= made_on]
    return next(iter(of_newest or (dated or letters)[-1:]), None)


def _newest_ontwerp_on(plan: Plan) -> date:
    made = [p.due_on for p in plan.steps if p.has_day and _is_ontwerp(p.step)]
    return max(made, default=date.min)


def _is_ontwerp(step: Step) -> bool:
    return step.is_ontwerp and step.stands


def opportunity_of(
    municipality: Municipality, window: Span, heard: Span | None, eenheid: Eenheid
) -> CouncilOpportunity:
    """Return at which meetings one council can be heard.

    Args:
        municipality: of the council.
        window: from the delivery of the ontwerp up to and including the last day to answer.
        heard: the days on which it can be heard, if there are any.
        eenheid: of the municipality.
    """
    recess = eenheid.recess_of(municipality)
    if window.start not in recess.window or window.end not in recess.window:
        return CouncilOpportunity(municipality, None, None)
    usability = eenheid.usability(municipality, heard) if heard else None
    return CouncilOpportunity(municipality, usability, _meetings_of(municipality, window, recess))


def _meetings_of(municipality: Municipality, window: Span, recess: Recess) -> Opportunity | None:
    schedule = municipality.schedule
    if schedule is None:
        return None
    looked_at = Span(window.start, min(window.end + _AFTER, recess.window.end))
    try:
        found = opportunity(
            municipality.name,
            schedule.meetings(looked_at, recess),
            window.start,
            municipality.lead_time,
            window.end,
            recess,
        )
    except RecessUnknownError:  # the lead time reaches past the school holidays that are known
        return None
    return found if found.can_be_heard or schedule.covers(window) else None
