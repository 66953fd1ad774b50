# SPDX-License-Identifier: EUPL-1.2
"""Is the plan adopted by those who may, in time, and sent to those who must have it?"""

from collections.abc import Iterator
from datetime import timedelta

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import counted, day_in_words, enumeration, full_day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import about, said, when
from gehoord.domain.eenheid.eenheid import KORPSCHEF, MINISTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.domain.proposal.step import Letter, StepKind
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
    """There is no adoption."""
    if case.adoption is None:
        yield (), "Het voorstel heeft geen stap waarin het beleidsplan wordt vastgesteld."


@CHECKS.add(
    "vaststelling-zonder-dag",
    Severity.BLOCK,
    mistake=9,
    article=ADOPT,
    reading="zonder dag is niet te zien of het op tijd is, en na het horen",
    practice="S004: het Bestuurscollege dat het MJB vaststelt, heeft geen dag",
    remedy="Vul bij de vaststelling 'wanneer' in; zonder dag is niets te toetsen.",
    in_dossier="Geef de vaststelling een dag (gehoord move).",
)
def adoption_without_day(case: Case) -> Iterator[Observation]:
    """The adoption has no day."""
    if case.adoption and case.dated_adoption is None:
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
    adoption = case.dated_adoption
    if previous is None or adoption is None:
        return
    last = last_lawful_day(previous)
    if (late := (adoption.due_on - last).days) > 0:
        yield (
            (adoption.id,),
            f"De laatste dag om vast te stellen is {full_day_in_words(last)}; "
            f"{_named(adoption)} is {about(adoption.stretch)}{counted(late, 'dag', 'dagen')} te "
            "laat.",
        )


def _named(adoption: PlannedStep) -> str:
    """Return the day of the adoption with its weekday, or in the words of what is no day."""
    return full_day_in_words(adoption.due_on) if adoption.names_day else adoption.due.in_words


@CHECKS.add(
    "gat-tussen-plannen",
    Severity.WARN,
    mistake=9,
    article=ADOPT,
    reading="voor elke periode geldt een vastgesteld plan",
    practice="S004: het MJB 2019-2022 wordt op zijn vroegst in maart 2019 vastgesteld",
    remedy="Stel het plan eerder vast, of verleng het vorige plan met een besluit.",
)
def gap_between_plans(case: Case) -> Iterator[Observation]:
    """The plan is adopted after its period has started, or starts later than the last one ends."""
    period = case.proposal.beleidsplan
    adoption = case.adoption
    if adoption:
        due = _adopted_from(case, adoption)
        if due and due.day >= period.start:
            at = when(adoption.stretch) if case.dated_adoption else f"op {said(due)} of later"
            yield (
                (adoption.id,),
                f"Het plan geldt vanaf {day_in_words(period.start)}, maar wordt pas vastgesteld "
                f"{at}.",
            )
    previous = period.previous_ends_on
    if previous and period.start > previous + timedelta(days=1):
        yield (
            (),
            f"Het vorige plan geldt tot en met {day_in_words(previous)}, het nieuwe pas vanaf "
            f"{day_in_words(period.start)}.",
        )


def _adopted_from(case: Case, adoption: PlannedStep) -> Due | None:
    """Return the day of the adoption; of one without, from when it can be, if that is written."""
    if case.dated_adoption:
        return adoption.due
    return adoption.first if adoption.step.not_before else None


@CHECKS.add(
    "niet-toegezonden",
    Severity.BLOCK,
    mistake=20,
    article=SEND_OUT,
    remedy="Voeg na de vaststelling een bericht toe aan de minister en een aan de korpschef.",
    in_dossier="Start de fase 'vaststelling' (gehoord start … vaststelling); dan gaat het plan "
    "naar de minister en de korpschef.",
)
def not_sent_out(case: Case) -> Iterator[Observation]:
    """The adopted plan does not go to the minister and the korpschef."""
    if case.adoption is None:
        return
    sent = send_outs(case)
    for party in (MINISTER, KORPSCHEF):
        if not any(party in notice.step.to for notice in sent):
            yield (case.adoption.id,), f"Het vastgestelde plan gaat niet naar de {party}."
    for notice in sent:
        if not _is_yet_to_go(case, notice) and _goes_before(notice, case.dated_adoption):
            yield (
                (notice.id, case.adoption.id),
                f"Het plan gaat {when(notice.stretch)} naar de "
                f"{enumeration(list(notice.step.to))}, maar wordt pas vastgesteld "
                f"{when(case.adoption.stretch)}.",
            )
    for notice in _late_send_outs(case):
        offices = enumeration(list(notice.step.to))
        later = case.adopted_later_by
        since = f"; er is {counted(later.days, 'dag', 'dagen')} later vastgesteld" if later else ""
        yield (
            (notice.id,),
            f"Het vastgestelde plan is nog niet naar de {offices} gestuurd; dat zou "
            f"{notice.due.by_in_words} gebeuren{since}.",
        )


def _goes_before(notice: PlannedStep, adoption: PlannedStep | None) -> bool:
    """Whether a plan is sent out that nobody has adopted yet."""
    if adoption is None or not notice.has_day:
        return False
    return adoption.stretch.first.is_surely_after(notice.due)


def _is_yet_to_go(case: Case, notice: PlannedStep) -> bool:
    """Whether a plan that was adopted did not go yet: then it cannot have gone before that."""
    return case.adopted_on() is not None and not case.is_done(notice)


def send_outs(case: Case) -> list[PlannedStep]:
    """Return the steps that send the adopted plan to somebody."""
    return [n for n in case.of_kind(StepKind.NOTICE) if n.step.letter is Letter.SEND_OUT]


def _late_send_outs(case: Case) -> list[PlannedStep]:
    """Return those of which the day has surely passed since the plan was adopted.

    Adopted later than planned, it may go as much later: the law names no term (art. 39 lid 4).
    """
    on = case.on
    if on is None or case.adopted_on() is None:
        return []
    dated = [n for n in send_outs(case) if n.has_day and not case.is_done(n)]
    return [n for n in dated if n.due.may_be.end + case.adopted_later_by < on]
