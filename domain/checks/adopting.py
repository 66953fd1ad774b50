"""Is the plan adopted by those who may, in time, and sent to those who must have it?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.calendar.written import Precision
from gehoord.domain.adoption import last_lawful_day
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid import KORPSCHEF, MINISTER
from gehoord.domain.finding import Severity
from gehoord.domain.stage import Stage
from gehoord.domain.step import Part, StepKind
from gehoord.law.politiewet import ADOPT, SEND_OUT

CHECKS = Checks()


@CHECKS.add(
    "vaststelling-ontbreekt",
    Severity.BLOCK,
    mistake=22,
    article=ADOPT,
    remedy="Voeg een stap van soort 'vaststelling' toe, met een dag.",
)
def no_adoption(case: Case) -> Iterator[Observation]:
    """There is no adoption, or it has no day."""
    if case.adoption is None:
        yield (), "Het voorstel heeft geen stap waarin het beleidsplan wordt vastgesteld."
    elif case.adoption.precision is Precision.UNDATED:
        yield (case.adoption.id,), "De vaststelling heeft geen dag."


@CHECKS.add(
    "hoofdofficier-ontbreekt",
    Severity.BLOCK,
    mistake=22,
    article=ADOPT,
    remedy="Laat vaststellen door een overleg met stelt_vast = true en met_hoofdofficier = true.",
)
def without_hoofdofficier(case: Case) -> Iterator[Observation]:
    """The plan is adopted by somebody who cannot: a delegation, or without the hoofdofficier."""
    if case.adoption is None:
        return
    owner = case.adoption.step.owner
    party = case.eenheid.party(owner)
    if party and party.is_delegation:
        yield (case.adoption.id,), f"{party.name} is een delegatie en kan niet vaststellen."
    elif party is None or not party.adopts:
        yield (case.adoption.id,), f"'{owner}' kan het beleidsplan niet vaststellen."
    elif not party.includes_hoofdofficier:
        yield (case.adoption.id,), f"{party.name} stelt vast zonder de hoofdofficier van justitie."


@CHECKS.add(
    "vier-jaar-voorbij",
    Severity.WARN,
    mistake=9,
    article=ADOPT,
    remedy="Kies een vergadering op of voor de laatste dag.",
)
def four_years_passed(case: Case) -> Iterator[Observation]:
    """More than four years lie between two adoptions. A term in years is never extended."""
    previous = case.proposal.beleidsplan.previous_adopted_on
    if previous is None or case.adoption is None:
        return
    last = last_lawful_day(previous)
    if (late := (case.adoption.due_on - last).days) > 0:
        yield (
            (case.adoption.id,),
            f"De laatste dag om vast te stellen is {full_day_in_words(last)}; "
            f"{full_day_in_words(case.adoption.due_on)} is {late} dagen te laat.",
        )


@CHECKS.add(
    "gat-tussen-plannen",
    Severity.WARN,
    mistake=9,
    article=ADOPT,
    remedy="Stel het plan eerder vast, of verleng het vorige plan met een besluit.",
)
def gap_between_plans(case: Case) -> Iterator[Observation]:
    """The plan is adopted after its period has started."""
    period = case.proposal.beleidsplan
    if case.adoption and case.adoption.due_on >= period.start:
        yield (
            (case.adoption.id,),
            f"Het plan geldt vanaf {day_in_words(period.start)}, maar wordt pas vastgesteld op "
            f"{day_in_words(case.adoption.due_on)}.",
        )


@CHECKS.add(
    "deel-ontbreekt",
    Severity.BLOCK,
    mistake=4,
    article=ADOPT,
    remedy="Zet bij de laatste versie voor de vaststelling onder 'bevat' wat erin moet staan.",
)
def part_missing(case: Case) -> Iterator[Observation]:
    """The version that is adopted lacks a part the law asks for."""
    versions = case.of_kind(StepKind.VERSION)
    if case.adoption is None or not versions:
        return
    last = max(versions, key=lambda v: (v.step.completeness or 0, v.due_on))
    if missing := [p for p in Part if p not in last.step.contains]:
        yield (last.id,), f"In de versie die wordt vastgesteld ontbreekt: {', '.join(missing)}."


@CHECKS.add(
    "niet-toegezonden",
    Severity.BLOCK,
    mistake=20,
    article=SEND_OUT,
    remedy="Voeg na de vaststelling een bericht toe aan de minister en een aan de korpschef.",
)
def not_sent_out(case: Case) -> Iterator[Observation]:
    """The adopted plan does not go to the minister and the korpschef."""
    if case.adoption is None:
        return
    reached = {n.step.to for n in case.of_kind(StepKind.NOTICE)}
    for party in (MINISTER, KORPSCHEF):
        if party not in reached:
            yield (case.adoption.id,), f"Het vastgestelde plan gaat niet naar de {party}."


@CHECKS.add(
    "jaarverslag-ontbreekt",
    Severity.WARN,
    mistake=28,
    article=ADOPT,
    remedy="Voeg in de fase 'verantwoording' een stap toe die elk jaar terugkomt.",
)
def no_yearly_account(case: Case) -> Iterator[Observation]:
    """Nothing yearly follows the adoption."""
    if not any(
        p.step.stage is Stage.ACCOUNT and p.precision is Precision.YEARLY for p in case.standing()
    ):
        yield (), "Er is geen stap voor het jaarverslag."
