# SPDX-License-Identifier: EUPL-1.2
"""Appeals of burgemeesters against an adoption under lid 2: lodged, heard, postponed, decided."""

import re
from contextlib import suppress
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words, in_dutch
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.reading_day import reading_day
from gehoord.calendar.term import appeal_clock
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.announcement import besluit_under_lid_2
from gehoord.domain.acts.next_steps import (
    TO_BRING_INTO_LINE,
    coming,
    done_with,
    on_another_day,
)
from gehoord.domain.acts.report import AppealLodged, AppealWentOn
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.appeal import CHANGES_THE_PLAN, Appeal, AppealOutcome
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import Trail, appealed, appeals_against, trail_of
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import MINISTER, REGIOBURGEMEESTER
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.law.awb import DECIDE_APPEAL, HEAR_APPELLANT, POSTPONE_DECISION
from gehoord.law.politiewet import APPEAL, IN_LINE_AFTER_APPEAL


@decide.register
def appeal_lodged(report: AppealLodged, state: State) -> Act:
    """Keep that a burgemeester lodged an appeal, in time or late; the minister owes a decision.

    Law: Politiewet 2012, art. 39 lid 5; Awb, art. 6:7 to 6:10, 6:16 and 7:24.
    """
    adoption, announced_on = _announced(report, state)
    whose = _burgemeester(state, report.appellant)
    _refuse_gone(report, whose)
    _refuse_unlikely_day(report, adoption)
    _refuse_double(state, whose, adoption)
    clock = appeal_clock(announced_on)
    number = 1 + len(state.appeals.where(municipality=whose.code))
    again = "" if number == 1 else f"-{number}"
    appeal = Appeal(
        id=f"{state.id}/beroep/{whose.code}{again}",
        dossier=state.id,
        municipality=whose.code,
        name=whose.name,
        step=f"beroep-{whose.code.lower()}{again}",
        received_on=report.on,
        posted_on=report.posted_on,
        is_late=not clock.is_in_time(report.on, report.posted_on),
        text=report.text,
        besluit=adoption.id if adoption.kind is BesluitKind.PART else None,
    )
    lodge_by = day_in_words(clock.lodge_by)
    when = f"te laat: dat kon tot en met {lodge_by}. Wat dat betekent, bepaalt de minister"
    if not appeal.is_late:
        when = f"op tijd: dat kon tot en met {lodge_by}"
    owed = _decision(appeal, announced_on, trail_of(adoption))
    by = f"De minister beslist uiterlijk {in_dutch(owed['wanneer'])}." if "wanneer" in owed else ""
    return Act(
        f"Beroep van de burgemeester van {whose.name} vastgelegd, {when}. "
        f"{by or owed['toelichting']} Het beroep schorst de vaststelling"
        f"{trail_of(adoption).of_what} niet.",
        Changes.adding(appeal) + coming(state, [owed], report.on),
    )


@decide.register
def appeal_went_on(report: AppealWentOn, state: State) -> Act:
    """Keep what became of an appeal: heard, postponed, decided or withdrawn.

    Only a founded one changes the plan (Politiewet 2012, art. 39 lid 6).
    """
    appeal = _lodged_by(report, state)
    announced_on = _announced(report, state, appeal)[1]
    of = f"het beroep van de burgemeester van {appeal.name}"
    if report.event == "gehoord":
        changes = Changes.replacing([(appeal, appeal.heard(report.on))])
        return Act(f"De burgemeester van {appeal.name} is gehoord over het beroep.", changes)
    if report.event == "verdaagd":
        return _postponed(report, state, appeal, announced_on)
    outcome = AppealOutcome(report.event)
    changes = Changes.replacing([(appeal, appeal.closed(report.on, outcome))])
    if outcome is AppealOutcome.WITHDRAWN:
        lapsed = Changes.replacing((a, a.lapsed(report.on)) for a in state.owed(appeal.step))
        return Act(f"{_capital(of)} is ingetrokken. Er verandert niets.", changes + lapsed)
    changes += done_with(state, [appeal.step], report.on)
    unheard = "" if appeal.heard_on else _NOT_HEARD
    if outcome not in CHANGES_THE_PLAN:
        return Act(f"{_capital(of)} is {outcome}. Het plan blijft zoals het is.{unheard}", changes)
    changes += coming(state.after(changes), [_bringing_into_line(appeal, report.on)], report.on)
    return Act(
        f"{_capital(of)} is {outcome}. De regioburgemeester brengt het plan in overeenstemming met "
        "de beslissing; leg de nieuwe versie vast als 'wijziging', met grondslag 'beroep'."
        f"{unheard}",
        changes,
    )


_NOT_HEARD: Final = f" Let op: van een hoorzitting is niets vastgelegd ({HEAR_APPELLANT})."
"""Said and not refused: art. 7:17 lets the minister leave it out, and Gehoord cannot know why."""


def _postponed(report: AppealWentOn, state: State, appeal: Appeal, announced_on: date) -> Act:
    """Put the decision on the last day after postponement (Awb, art. 7:24 lid 4)."""
    changes = Changes.replacing([(appeal, appeal.postponed(report.on))])
    try:
        last = appeal_clock(announced_on).postpone.last_day
        was = appeal_clock(announced_on).decide_by
    except HolidaysUnknownError as error:
        return Act(f"Verdaagd; de nieuwe laatste dag is nog niet bekend. {error}", changes)
    because = f"verdaagd op {day_in_words(report.on)} ({POSTPONE_DECISION})"
    changes += on_another_day(state.after(changes), appeal.step, last, because, report.on)
    late = f" Let op: de beslissing had er al op {day_in_words(was)} moeten zijn."
    return Act(
        f"De beslissing op het beroep van de burgemeester van {appeal.name} is verdaagd. De "
        f"minister beslist nu uiterlijk {day_in_words(last)}.{late * (report.on > was)}",
        changes,
    )


def _announced(
    report: AppealLodged | AppealWentOn, state: State, appeal: Appeal | None = None
) -> tuple[Besluit, date]:
    """Return the adoption against which appeal is open, and the day of its announcement."""
    known = appealed(state, appeal) if appeal else None
    adoption = known or besluit_under_lid_2(report, state)
    if adoption.announced_on is None:
        raise RefusedError(
            "De dag van bekendmaking aan de burgemeesters is nog niet vastgelegd; daarvan hangt af "
            "of een beroep op tijd is. Leg die eerst vast als 'bekendmaking'.",
            APPEAL,
        )
    return adoption, adoption.announced_on


_NO_BURGEMEESTER: Final = re.compile(r"\b(gemeente)?ra(ad|den)\b|\bgriffie", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"^(de )?(burgemeester|gemeente)( van| te)?( de gemeente)? ", re.IGNORECASE
)


def _burgemeester(state: State, named: str) -> FrozenMunicipality:
    """Return the municipality of a burgemeester, however he is named: nobody else can appeal.

    It may have ceased since: an appeal that he lodged before is decided all the same.
    """
    words = " ".join(named.split())
    if not _NO_BURGEMEESTER.search(words):
        with suppress(GehoordError):
            return state.municipality(_OFFICE.sub("", words))
    raise RefusedError(
        f"'{words}' kan geen beroep instellen: alleen een burgemeester van een gemeente in de "
        "eenheid kan dat. Noem de gemeente van die burgemeester.",
        APPEAL,
    )


def _refuse_gone(report: AppealLodged, whose: FrozenMunicipality) -> None:
    """Refuse who was burgemeester no more when he posted his appeal, or else when it came in."""
    lodged_on = report.posted_on or report.on
    if whose.until and (whose.never_was or whose.until < lodged_on):
        raise RefusedError(
            f"{whose.name} bestond op {day_in_words(lodged_on)} niet meer; daarna kan de "
            "burgemeester geen beroep meer instellen. Noem de dag waarop het is gepost, of de "
            "gemeente waarin zij opging.",
            APPEAL,
        )


def _refuse_unlikely_day(report: AppealLodged, adoption: Besluit) -> None:
    if report.on < adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was {trail_of(adoption).adopted} nog niet vastgesteld. "
            "Verbeter de dag."
        )
    if report.posted_on and report.posted_on > report.on:
        raise RefusedError(
            f"Het beroep kan niet zijn gepost op {day_in_words(report.posted_on)}: het kwam binnen "
            f"op {day_in_words(report.on)}. Verbeter een van beide dagen."
        )


def _refuse_double(state: State, whose: FrozenMunicipality, adoption: Besluit) -> None:
    for appeal in appeals_against(state, adoption):
        is_his = appeal.municipality == whose.code
        if is_his and appeal.outcome is not AppealOutcome.WITHDRAWN:
            raise RefusedError(
                f"De burgemeester van {whose.name} heeft al beroep ingesteld, ontvangen op "
                f"{day_in_words(appeal.received_on)}. Wat daarna gebeurt, legt u vast als "
                "'beroep-vervolg'."
            )


def _lodged_by(report: AppealWentOn, state: State) -> Appeal:
    """Return the appeal that is meant: of one besluit where that is named, else what is open."""
    whose = _burgemeester(state, report.appellant)
    lodged = standing(state.appeals.where(municipality=whose.code))
    if report.about:
        against = besluit_under_lid_2(report, state)
        lodged = [appeal for appeal in lodged if appealed(state, appeal) == against]
    if not lodged:
        raise RefusedError(
            f"Van de burgemeester van {whose.name} is geen beroep vastgelegd. Leg het eerst vast "
            "als 'beroep'."
        )
    still_open = [appeal for appeal in lodged if appeal.is_open]
    if len(still_open) > 1:
        besluit_under_lid_2(report, state)
    return still_open[0] if still_open else lodged[-1]


def _decision(appeal: Appeal, announced_on: date, trail: Trail) -> Written:
    """Return the decision that the minister owes (Awb, art. 7:24 lid 1)."""
    step = {
        "id": appeal.step,
        "titel": f"beslissen op het beroep van de burgemeester van {appeal.name}{trail.against}",
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.DECISION.value,
        "actiehouder": MINISTER,
        "melding": "beroep-vervolg",
    }
    try:
        last = appeal_clock(announced_on).decide_by
    except HolidaysUnknownError as error:
        return step | {"toelichting": f"De laatste dag is nog niet bekend. {error}"}
    return step | {"wanneer": last.isoformat(), "toelichting": f"{DECIDE_APPEAL}."}


def _bringing_into_line(appeal: Appeal, on: date) -> Written:
    """Return what the regioburgemeester owes after a founded appeal (art. 39 lid 6)."""
    return {
        "id": bringing_into_line(appeal),
        "titel": "beleidsplan in overeenstemming brengen met de beslissing op het beroep van de "
        f"burgemeester van {appeal.name}",
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": REGIOBURGEMEESTER,
        "melding": "wijziging",
        "wanneer": reading_day(on + TO_BRING_INTO_LINE).isoformat(),
        "dag_is_voorstel": True,
        "na": [appeal.step],
        "toelichting": f"{IN_LINE_AFTER_APPEAL}. De wet noemt geen termijn; vier weken is een "
        "voorstel.",
    }


def bringing_into_line(appeal: Appeal) -> str:
    """Return the step in which the plan is brought into line with the decision on an appeal."""
    return f"aanpassen-{appeal.step}"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
