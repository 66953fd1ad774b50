# SPDX-License-Identifier: EUPL-1.2
"""Is account given of every year of the plan, by those who may, and is it sent out?"""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.accounts import accounts_owed
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.jaarverslag import named_years, years_of
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.politiewet import ADOPT, SEND_OUT

CHECKS = Checks()
_SEND: Final = (
    "Start de fase 'verantwoording' (gehoord start … verantwoording); dan gaat het jaarverslag "
    "naar de minister en de korpschef."
)


@CHECKS.add(
    "jaarverslag-ontbreekt",
    Severity.WARN,
    mistake=28,
    article=ADOPT,
    remedy="Voeg in de fase 'verantwoording' een stap 'jaarverslag' toe die elk jaar terugkomt.",
    in_dossier="Leg elk jaarverslag vast als het er is (gehoord record jaarverslag).",
)
def no_yearly_account(case: Case) -> Iterator[Observation]:
    """No jaarverslag follows the adoption, or not one over every year of the plan.

    Other yearly steps, such as the uitvoeringsplannen per theme (`uitvoering`), are what a unit
    promised itself; the law asks for the jaarverslag alone.
    """
    steps = _dated(case)
    if not steps:
        yield (), "Er is geen stap voor het jaarverslag."
        return
    beleidsplan = case.proposal.beleidsplan
    covered = {year for planned in steps for year in _about(case, planned)} | _adopted(case)
    years = range(beleidsplan.start.year, beleidsplan.end.year + 1)
    if bare := [str(year) for year in years if year not in covered]:
        text = f"Over {enumeration(bare)} is er geen stap voor het jaarverslag."
        yield tuple(p.id for p in steps), text


@CHECKS.add(
    "jaarverslag-jaar",
    Severity.WARN,
    mistake=28,
    article=ADOPT,
    remedy="Schrijf in de titel over welk jaar het gaat ('jaarverslag over 2028'), een stap per "
    "jaar, of laat de stap elk jaar terugkomen.",
)
def year_in_doubt(case: Case) -> Iterator[Observation]:
    """A jaarverslag does not say over which one year it is, or comes before that year is over."""
    for planned in _dated(case):
        if planned.precision is Precision.YEARLY:
            continue
        years = named_years(planned.step)
        if not years:
            yield (planned.id,), f"'{planned.step.title}' zegt niet over welk jaar het gaat."
        elif len(years) > 1:
            named = enumeration([str(year) for year in years])
            yield (
                (planned.id,),
                f"'{planned.step.title}' noemt {named}; over elk jaar komt een eigen jaarverslag.",
            )
        elif planned.due_on.year <= years[0]:
            yield (
                (planned.id,),
                f"'{planned.step.title}' is op {day_in_words(planned.due_on)}; dan is {years[0]} "
                "nog niet voorbij.",
            )


@CHECKS.add(
    "jaarverslag-onbevoegd",
    Severity.WARN,
    mistake=28,
    also=(22,),
    article=ADOPT,
    remedy="Laat het jaarverslag vaststellen door alle burgemeesters en de hoofdofficier.",
    in_dossier="Laat vaststellen door wie dat mag, en leg dat vast (gehoord record jaarverslag).",
)
def adopted_by_who_cannot(case: Case) -> Iterator[Observation]:
    """The jaarverslag is adopted by a delegation, or without the hoofdofficier."""
    for planned in _dated(case):
        if planned.step.kind is not StepKind.DECISION:
            continue
        party = case.eenheid.party(planned.step.owner)
        name = party.name if party else planned.step.owner
        if party is None or party.is_delegation or not party.adopts:
            yield (planned.id,), f"{name} kan het jaarverslag niet vaststellen."
        elif not party.includes_hoofdofficier:
            text = f"{name} stelt het jaarverslag vast zonder de hoofdofficier van justitie."
            yield (planned.id,), text


@CHECKS.add(
    "jaarverslag-niet-toegezonden",
    Severity.BLOCK,
    mistake=28,
    also=(20,),
    article=SEND_OUT,
    remedy=_SEND,
)
def not_sent_out(case: Case) -> Iterator[Observation]:
    """A jaarverslag was not sent to the minister or the korpschef by the day that was agreed on."""
    for notice in _late_send_outs(case, proposed=False):
        yield (
            (notice.id,),
            f"Nog niet gedaan: {notice.step.title}; dat zou uiterlijk "
            f"{day_in_words(notice.due_on)} gebeuren.",
        )


@CHECKS.add(
    "jaarverslag-nog-niet-toegezonden",
    Severity.WARN,
    mistake=28,
    also=(20,),
    article=SEND_OUT,
    remedy=_SEND,
)
def not_sent_out_yet(case: Case) -> Iterator[Observation]:
    """A jaarverslag was not sent out yet. The law names no term, so nobody is too late by it."""
    for notice in _late_send_outs(case, proposed=True):
        yield (notice.id,), f"Nog niet toegezonden: {notice.step.title}."


@CHECKS.add(
    "jaarverslag-niet-vastgesteld",
    Severity.WARN,
    mistake=28,
    article=ADOPT,
    remedy="Laat het jaarverslag vaststellen, en leg dat vast (gehoord record jaarverslag).",
)
def not_adopted(case: Case) -> Iterator[Observation]:
    """The day of a jaarverslag has passed, and it was not adopted."""
    if case.state is None or case.on is None:
        return
    adopted = _adopted(case)
    for year, action in sorted(accounts_owed(case.state), key=lambda owed: owed[0]):
        if year not in adopted and action.is_late(case.on):
            yield (
                (action.step,),
                f"Het jaarverslag over {year} is nog niet vastgesteld; dat zou "
                f"{action.due_in_words} gebeuren.",
            )


def _late_send_outs(case: Case, *, proposed: bool) -> list[PlannedStep]:
    """Return the letters of a jaarverslag that are late, on a day that Gehoord proposed or not."""
    state = case.state
    return [
        notice
        for notice in case.of_kind(StepKind.NOTICE)
        if state and notice.step.letter is Letter.JAARVERSLAG and case.is_late(notice)
        if has_proposed_day(state, notice.id) is proposed
    ]


def _dated(case: Case) -> list[PlannedStep]:
    """Return the steps of the jaarverslag that have a day, or come back every year."""
    return [
        p for p in case.standing() if p.step.is_jaarverslag and p.precision is not Precision.UNDATED
    ]


def _about(case: Case, planned: PlannedStep) -> list[int]:
    """Return the years of which this step gives account without doubt."""
    if planned.precision is Precision.YEARLY:
        return list(years_of(case.proposal.beleidsplan, planned.span))
    years = named_years(planned.step)
    return list(years) if len(years) == 1 else []


def _adopted(case: Case) -> set[int]:
    """Return the years over which a jaarverslag was adopted."""
    known = case.state.besluiten_on(BesluitKind.JAARVERSLAG) if case.state else []
    return {besluit.year for besluit in known if besluit.year}
