# SPDX-License-Identifier: EUPL-1.2
"""An adoption under lid 2: the account it asks, its announcement, and the clock that then runs."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.reading_day import reading_day
from gehoord.calendar.term import AppealClock, appeal_clock
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.next_steps import coming, done_with, on_another_day
from gehoord.domain.acts.report import Announced, AppealLodged, AppealWentOn
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.reason import has_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import (
    OF_PART,
    OF_PLAN,
    Appealable,
    Trail,
    adopted_under_lid_2,
    announcing,
    appeals_against,
    trail_of,
)
from gehoord.domain.eenheid.eenheid import ADVISER, BURGEMEESTERS, REGIOBURGEMEESTER
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.awb import ANNOUNCE, APPEAL_NOTICE
from gehoord.law.politiewet import ADOPT, APPEAL, GIVE_ACCOUNT

_TO_ANNOUNCE: Final = timedelta(weeks=1)
_TO_GIVE_ACCOUNT: Final = timedelta(weeks=6)
"""Proposals: no statute sets a term for either. Whoever wants another day moves the step."""


def owed_after_lid_2(adopted_on: date, after: list[str], trail: Trail = OF_PLAN) -> list[Written]:
    """Return what the regioburgemeester owes once he adopted the beleidsplan, or a part, himself.

    Args:
        adopted_on: the day of the besluit.
        after: the step of the adoption of the plan; a part is adopted in none.
        trail: what was adopted.

    Law: Politiewet 2012, art. 38d; Awb, art. 3:41 and 3:45. Neither names a term.
    """
    return [
        {
            "id": trail.announcement,
            "titel": f"vaststelling{trail.of_what} bekendmaken aan de burgemeesters",
            "fase": Stage.ADOPTION.value,
            "soort": StepKind.NOTICE.value,
            "actiehouder": ADVISER,
            "brief": Letter.ANNOUNCEMENT.value,
            "aan": BURGEMEESTERS,
            "wanneer": reading_day(adopted_on + _TO_ANNOUNCE).isoformat(),
            "dag_is_voorstel": True,
            "na": after,
            "toelichting": f"{ANNOUNCE} en {APPEAL_NOTICE.short}; de beroepstermijn begint de dag "
            "erna. De wet noemt geen termijn; een week is een voorstel.",
        },
        account(trail.account, trail.of_what or " van het beleidsplan", adopted_on, after),
    ]


def account(step: str, of_what: str, adopted_on: date, after: list[str]) -> Written:
    """Return the account to the other burgemeesters of an adoption under lid 2 (art. 38d)."""
    return {
        "id": step,
        "titel": "verantwoording afleggen aan de andere burgemeesters over de vaststelling"
        + of_what,
        "fase": Stage.ACCOUNT.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": REGIOBURGEMEESTER,
        "melding": "gedaan",
        "wanneer": reading_day(adopted_on + _TO_GIVE_ACCOUNT).isoformat(),
        "dag_is_voorstel": True,
        "na": after,
        "toelichting": f"{GIVE_ACCOUNT}, over het gebruik van art. 39 lid 2. De wet noemt geen "
        "termijn; zes weken is een voorstel.",
    }


def besluit_under_lid_2(report: Announced | AppealLodged | AppealWentOn, state: State) -> Besluit:
    """Return the adoption that a report is about, of those that are open to appeal.

    Raises:
        RefusedError: nothing was adopted yet, or on another ground; or it is not said which is
            meant of two.

    Law: Politiewet 2012, art. 39 lid 5.
    """
    there = {trail_of(besluit): besluit for besluit in adopted_under_lid_2(state)}
    refuse_unless_under_lid_2(state)
    wanted = _TRAILS[report.about] if report.about else None
    if wanted is None and len(there) == 1:
        return next(iter(there.values()))
    if wanted is None:
        raise RefusedError(
            "Zowel het plan als de definitieve sterkteverdeling is vastgesteld op grond van lid 2. "
            "Noem over welk besluit dit gaat: 'vaststelling' of 'onderdeel' (over).",
            field="over",
        )
    if wanted not in there:
        raise RefusedError(
            f"Op grond van lid 2 is niet {wanted.adopted} vastgesteld, maar "
            f"{next(iter(there)).adopted}. Noem dat besluit, of geen (over).",
            APPEAL,
            field="over",
        )
    return there[wanted]


_TRAILS: Final = {Appealable.ADOPTION: OF_PLAN, Appealable.PART: OF_PART}


def refuse_unless_under_lid_2(state: State) -> None:
    """Refuse what can only follow an adoption under lid 2 where there is none."""
    if adopted_under_lid_2(state):
        return
    if state.adoption is None:
        raise RefusedError("Het beleidsplan is nog niet vastgesteld.", ADOPT)
    raise RefusedError(
        "Beroep bestaat alleen tegen een vaststelling van het beleidsplan op grond van lid 2; "
        f"dit plan is vastgesteld op grond van lid {state.adoption.basis[-1]}.",
        APPEAL,
    )


@decide.register
def announced(report: Announced, state: State) -> Act:
    """Keep on which day the adoption was announced to the burgemeesters; the clock counts from it.

    Law: Awb, art. 3:41, 3:45 and 6:8.
    """
    adoption = besluit_under_lid_2(report, state)
    if report.on < adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was er nog niets bekend te maken: "
            f"{trail_of(adoption).adopted} is vastgesteld op {day_in_words(adoption.taken_on)}. "
            "Verbeter de dag."
        )
    if adoption.announced_on == report.on or (
        adoption.announced_on and not has_ground(report.note)
    ):
        raise RefusedError(
            f"De vaststelling{trail_of(adoption).of_what} is al bekendgemaakt op "
            f"{day_in_words(adoption.announced_on)}. Klopt die dag niet, leg dan de goede vast, "
            "met in de toelichting waarom."
        )
    return Act(
        f"Bekendgemaakt op {day_in_words(report.on)}. {_days_of(appeal_clock(report.on))}",
        announced_on(state, adoption, report.on),
    )


def letters_left(state: State, adoption: Besluit, on: date) -> Changes:
    """Return what changes when the letters leave that announce an adoption.

    A burgemeester without an address of his own has none yet: his letter goes to the adviser. Until
    somebody says on which day it was forwarded, nothing is announced and no clock runs.

    Law: Awb, art. 3:41 (by sending or handing it to the interested parties).
    """
    if missing := _without_letter(state):
        return coming(state, [_forwarding(missing, trail_of(adoption))], on)
    return announced_on(state, adoption, on)


def _without_letter(state: State) -> list[str]:
    return alphabetical(m.name for m in state.living if not m.address_of(BURGEMEESTERS))


def have_left(state: State, adoption: Besluit) -> bool:
    """Whether the letters that announce an adoption left, some by way of the adviser."""
    return _is_there(state, trail_of(adoption).forwarding)


def _is_there(state: State, step: str) -> bool:
    """Whether a step came to the dossier, and what asked for it was not taken back since."""
    return step in {s.id for s in state.as_opened.steps} and not state.has_lapsed(step)


def to_forward(state: State) -> str:
    """Return in Dutch that nothing is announced while letters must be forwarded; else empty."""
    owed = [trail for trail in (OF_PLAN, OF_PART) if state.owed(trail.forwarding)]
    return " ".join(
        f"De vaststelling{trail.of_what} geldt nog niet als bekendgemaakt: leg als bekendmaking "
        "vast op welke dag u de laatste brief doorstuurde; dan begint de termijn voor beroep."
        for trail in owed
    )


def _forwarding(missing: list[str], trail: Trail) -> Written:
    """Return what the adviser owes for the burgemeesters of whom no address is known."""
    to = counted(len(missing), "burgemeester", "burgemeesters")
    return {
        "id": trail.forwarding,
        "titel": f"brief over de vaststelling{trail.of_what} doorsturen aan {to}",
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": ADVISER,
        "melding": "bekendmaking",
        "toelichting": f"{ANNOUNCE}. Geen adres bekend van de burgemeester van "
        f"{enumeration(missing)}.",
    }


def announced_on(state: State, adoption: Besluit, on: date) -> Changes:
    """Return what changes when an adoption was announced on a day: that day, and what it starts.

    Of a day that is put right the end of the term and the decisions on appeals follow.
    """
    announced = adoption.model_copy(update={"announced_on": on})
    kept = Changes.replacing([(adoption, announced)])
    kept += done_with(state, announcing(state, adoption), on)
    trail = trail_of(adoption)
    if not _is_there(state, trail.end_of_term):
        return kept + coming(state, [_end_of_term(on, trail)], on)
    return kept + _counted_anew(state.after(kept), announced, on)


def _counted_anew(state: State, adoption: Besluit, on: date) -> Changes:
    """Return what changes in the days of appeals when the announcement was on another day."""
    clock = appeal_clock(on)
    changes, days = Changes(), {trail_of(adoption).end_of_term: lambda: clock.receive}
    for appeal in appeals_against(state, adoption):
        is_late = not clock.is_in_time(appeal.received_on, appeal.posted_on)
        changes += Changes.replacing([(appeal, appeal.model_copy(update={"is_late": is_late}))])
        days[appeal.step] = (
            (lambda: clock.postpone) if appeal.postponed_on else lambda: clock.decide
        )
    for step in filter(state.owed, days):
        with suppress(HolidaysUnknownError):  # then it has no day yet, and keeps none
            day = days[step]().last_day
            because = "de bekendmaking was op een andere dag"
            changes += on_another_day(state.after(changes), step, day, because, on)
    return changes


def _end_of_term(announced_on: date, trail: Trail) -> Written:
    """Return the step in which somebody looks whether an appeal was lodged.

    It is on the last day on which one that was posted in time may come in (Awb, art. 6:9 lid 2).
    """
    clock = appeal_clock(announced_on)
    step = {
        "id": trail.end_of_term,
        "titel": "nagaan of een burgemeester beroep heeft ingesteld" + trail.against,
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": ADVISER,
        "melding": "gedaan",
    }
    try:
        return step | {
            "wanneer": clock.receive.last_day.isoformat(),
            "toelichting": f"Beroep instellen kan tot en met {day_in_words(clock.lodge_by)}; wat "
            "op tijd is gepost, mag een week later binnenkomen (Awb, art. 6:7 en 6:9).",
        }
    except HolidaysUnknownError as error:
        return step | {"toelichting": f"De laatste dag is nog niet bekend. {error}"}


def _days_of(clock: AppealClock) -> str:
    """Return until when an appeal can be lodged and by when it is decided, in Dutch."""
    try:
        lodge, decided = day_in_words(clock.lodge_by), day_in_words(clock.decide_by)
        postponed = day_in_words(clock.postpone.last_day)
    except HolidaysUnknownError as error:
        return f"Niet alle dagen van een beroep zijn al bekend. {error}"
    return (
        f"Een burgemeester van de eenheid kan tot en met {lodge} beroep instellen. De minister "
        f"beslist dan uiterlijk {decided}, of na verdaging uiterlijk {postponed}."
    )
