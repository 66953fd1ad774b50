# SPDX-License-Identifier: EUPL-1.2
"""The fields of every letter and mail, filled from a dossier in Dutch words."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from gehoord.calendar.dutch import alphabetical, day_in_words, enumeration, full_day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError, expected_holidays
from gehoord.calendar.term import appeal_clock
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.own_words import newest
from gehoord.domain.dossier.promised import promised_with
from gehoord.domain.dossier.silence import opportunity_given, silent_without_opportunity
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import OF_PART, part_besluit
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.domain.proposal.proposal import Beleidsplan, Proposal
from gehoord.domain.proposal.step import Letter, Part, Step
from gehoord.law.politiewet import BASES
from gehoord.templates.chosen_themes import chosen_themes
from gehoord.templates.known import Correspondence, Unset
from gehoord.templates.strength_told import told_strength
from gehoord.templates.when import When


def correspondence(state: State, on: date) -> Correspondence:
    """Return what letters and mails of a dossier may say to everybody on one day."""
    proposal, plan, themes, adopted = state.proposal, state.plan, state.themes(), state.adoption
    days: dict[Unset, PlannedStep | None] = {
        "verzending": _sending(plan),
        "behandeling": next((p for p in plan.steps if p.step.treats_in_council), None),
        "antwoord": _planned(plan, proposal.hearing),
        "vaststelling": _planned(plan, proposal.adoption),
    }
    return Correspondence(
        on=on,
        **_of_proposal(proposal),
        eenheid=state.dossier.eenheid_name,
        **_of_adviser(state),
        councils=len(state.living),
        adoption=_last_day(days["vaststelling"]),
        respond_by=_last_day(days["antwoord"]),
        treatment=_during(days["behandeling"]),
        sending=_last_day(days["verzending"]),
        sent_on=_sent_on(state, days["verzending"]),
        **_of_themes_to_come(state),
        time_asked=_time_asked(state),
        unset=tuple(what for what, planned in days.items() if _is_unset(state, planned)),
        worked_before=_worked_before(days["antwoord"]),
        lawful_by=_lawful_by(proposal.beleidsplan, days["vaststelling"]),
        themes=_chosen(themes),
        themes_on=_taken_on(themes),
        chosen=chosen_themes(state),
        **_of_ontwerp(state, on),
        adopted_on=_taken_on(adopted),
        basis=_basis(adopted),
        announced_on=_on(adopted.announced_on if adopted else None),
        appeal_by=_appeal_by(adopted),
        heard=len(state.hearings.where(state=HearingState.HEARD)),
        undisposed=sum(z.awaits_disposition for z in state.zienswijzen),
        opportunities=_opportunities(state),
        without_opportunity=_without_opportunity(state),
        silent=tuple(alphabetical(h.name for h in state.hearings.where(state=HearingState.SILENT))),
    )


def _of_proposal(proposal: Proposal) -> dict[str, Any]:
    """Return what a letter says of the plan that stands in its proposal."""
    beleidsplan = proposal.beleidsplan
    return {
        "plan": proposal.title,
        "named": proposal.in_sentence,
        "title": beleidsplan.name,
        "lidwoord": beleidsplan.lidwoord,
        "coupled": any(step.document != "beleidsplan" for step in proposal.steps),
        "period": _period(beleidsplan),
        "commission": proposal.commission,
        "explanation": proposal.explanation,
        "previous_on": _on(beleidsplan.previous_adopted_on),
    }


def _of_adviser(state: State) -> dict[str, Any]:
    """Return what the adviser gives his letters himself: their letterhead, and words of his own."""
    return {
        "letterhead": state.given_letterhead.on(state.eenheid.letterhead),
        "annexes": state.given_letterhead.annexes,
        "own_words": {called: own.text for called, own in newest(state.own_words).items()},
    }


def announced_part(state: State) -> dict[str, Any]:
    """Return what a letter says that announces a part of the plan, adopted later under lid 2.

    Law: Politiewet 2012, art. 39 lid 2 and 5; Awb, art. 3:41 and 3:45.
    """
    besluit = part_besluit(state)
    return {
        "part": OF_PART.adopted,
        "plan_on": _taken_on(state.adoption),
        "adopted_on": _taken_on(besluit),
        "basis": _basis(besluit),
        "announced_on": _on(besluit.announced_on if besluit else None),
        "appeal_by": _appeal_by(besluit),
    }


def _basis(adopted: Besluit | None) -> str:
    return str(BASES[adopted.basis]) if adopted else ""


def _on(day: date | None) -> When | None:
    return When.on(day) if day else None


def _appeal_by(adopted: Besluit | None) -> When | None:
    """Return the last day to appeal, if the adoption was announced and the day can be known."""
    if adopted is None or adopted.announced_on is None:
        return None
    with suppress(HolidaysUnknownError):
        return When.on(appeal_clock(adopted.announced_on).lodge_by)
    return None


def _opportunities(state: State) -> tuple[str, ...]:
    """Return which councils were silent after which real opportunity; those alike together."""
    alike: dict[str, list[str]] = {}
    for hearing in state.hearings.where(state=HearingState.SILENT):
        given = opportunity_given(state, hearing, hearing.heard_on or date.max)
        if given.is_real:
            alike.setdefault(given.in_words, []).append(hearing.name)
    return tuple(f"{enumeration(alphabetical(names))}: {words}" for words, names in alike.items())


def _without_opportunity(state: State) -> tuple[str, ...]:
    """Return which councils were silent without one, each with the reason recorded for it."""
    return tuple(f"{h.name}: {h.reason}" for h in silent_without_opportunity(state))


def account_of(jaarverslag: Besluit) -> dict[str, Any]:
    """Return what a letter says of a jaarverslag in the place of what it says of the plan."""
    return {
        "adopted_on": _taken_on(jaarverslag),
        "basis": _basis(jaarverslag),
        "year": jaarverslag.year or 0,
    }


def _period(beleidsplan: Beleidsplan) -> str:
    return f"{day_in_words(beleidsplan.start)} tot en met {day_in_words(beleidsplan.end)}"


def _planned(plan: Plan, step: Step | None) -> PlannedStep | None:
    return plan[step.id] if step else None


def _is_unset(state: State, planned: PlannedStep | None) -> bool:
    """Whether something is still to come, and has no day; once adopted nothing is."""
    if planned is None or state.is_adopted:
        return False
    return not planned.has_day and not state.is_finished(planned.id)


def _last_day(planned: PlannedStep | None) -> When | None:
    return When.by(planned.stretch) if planned and planned.has_day else None


def _during(planned: PlannedStep | None) -> When | None:
    return When.during(planned.stretch) if planned and planned.has_day else None


def _worked_before(hearing: PlannedStep | None) -> str:
    """Return the last working day before the last one to answer, if nobody works on that."""
    if hearing is None or not hearing.names_day:
        return ""
    last = day = hearing.due_on
    while expected_holidays().is_day_off(day):
        day -= timedelta(days=1)
    return "" if day == last else full_day_in_words(day)


def _lawful_by(beleidsplan: Beleidsplan, adoption: PlannedStep | None) -> str:
    """Return the last day that the law leaves for the adoption, if it is planned later."""
    previous = beleidsplan.previous_adopted_on
    if previous is None or adoption is None or not adoption.has_day:
        return ""
    last = last_lawful_day(previous)
    return day_in_words(last) if adoption.due_on > last else ""


def _sending(plan: Plan) -> PlannedStep | None:
    """Return the first letter with the ontwerp."""
    return next((p for p in plan.steps if p.step.sends_ontwerp and p.step.stands), None)


def _sent_on(state: State, sending: PlannedStep | None) -> When | None:
    """Return the day on which the newest ontwerp went to the councils, if it did."""
    if sending is None or not state.is_finished(sending.id):
        return None
    sent_on = state.tally(sending.id).last_done_on
    return _on(sent_on)


def _of_themes_to_come(state: State) -> dict[str, Any]:
    """Return when the themes are to be chosen and the councils read of it; nothing once chosen."""
    if state.themes():
        return {}
    standing = [p for p in state.plan.steps if p.step.stands and not state.is_finished(p.id)]
    choosing = next((p for p in standing if p.step.chooses_themes), None)
    telling = next((p for p in standing if p.step.letter is Letter.THEMES), None)
    return {"choosing": _last_day(choosing), "telling": _last_day(telling)}


def _time_asked(state: State) -> bool:
    """Whether the griffies were asked to keep time free for the council."""
    asking = [p for p in state.plan.steps if p.step.letter is Letter.RESERVE_TIME]
    return any(p.step.stands and state.is_finished(p.id) for p in asking)


def _taken_on(besluit: Besluit | None) -> When | None:
    return When.on(besluit.taken_on) if besluit else None


def _chosen(themes: Besluit | None) -> tuple[str, ...]:
    return tuple(theme.name for theme in themes.chosen_themes) if themes else ()


def _of_ontwerp(state: State, on: date) -> dict[str, Any]:
    """Return what is said of the newest ontwerp, or of one that is still to come."""
    ontwerp = state.ontwerp
    return {
        "strength": told_strength(state),
        "version": _in_words(ontwerp),
        "missing_parts": _missing_parts(ontwerp),
        "follows": _still_to_follow(state, ontwerp, on),
        "has_document": ontwerp is not None and ontwerp.document is not None,
    }


def _still_to_follow(state: State, ontwerp: DraftVersion | None, on: date) -> tuple[str, ...]:
    """Return what the councils were promised with an ontwerp and was not sent on to them yet."""
    return tuple(
        each.in_words(on)
        for each in promised_with(state, ontwerp)
        if each.chapter.is_for_councils and each.is_owed
    )


def _in_words(ontwerp: DraftVersion | None) -> str:
    if ontwerp is None or not ontwerp.completeness:
        return "het ontwerp"
    return f"het ontwerp (versie {ontwerp.completeness}%)"


def _missing_parts(ontwerp: DraftVersion | None) -> tuple[str, ...]:
    return tuple(str(p) for p in Part if ontwerp and p not in ontwerp.contains)
