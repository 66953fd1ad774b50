# SPDX-License-Identifier: EUPL-1.2
"""A draft goes to those who read along: to all the first time, and then to who was critical."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import capital, counted, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.draft_readers import meant_readers, unjudged_in_words, who_lack_it
from gehoord.domain.acts.reasons import refuse_with_open_points
from gehoord.domain.acts.report import ReviewAsked
from gehoord.domain.checks.points import is_round_on
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.circulated import draft_in_words
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, latest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def review_asked(report: ReviewAsked, state: State) -> Act:
    """Send a version to be read, or keep that it was sent by other means.

    Nobody named: in the first round everybody who reads along, after it who was critical of the
    version before (S003). It is no hearing of a council.

    Law: Politiewet 2012, art. 38b lid 2 (asks nothing of this round).
    """
    step = _round(state, report)
    version = _version(state, step, report)
    if not report.was_sent:
        _refuse_without_file(state, version)
        refuse_with_open_points(state, version, report.on)
    until = _last_day(state, step, report)
    meant = meant_readers(state, version, report)
    readers = who_lack_it(state, version, step, meant.readers, by_mail=not report.was_sent)
    number = len(state.circulations) + 1
    circulation = Circulation(
        id=f"{state.id}/lezing/{number}",
        dossier=state.id,
        number=number,
        step=step.id,
        version=version.id,
        document=version.document,
        sent_on=report.on,
        respond_by=until,
        is_voluntary=meant.is_voluntary,
        is_by_mail=not report.was_sent,
        sent_to=tuple(readers),
    )
    said = _said(circulation, version)
    return Act(f"{said}{unjudged_in_words(state, version, report)}", Changes.adding(circulation))


def refuse_to_mail_for(act: Act, today: date) -> None:
    """Refuse to send a draft under another day than that on which it leaves.

    Raises:
        RefusedError: it is reported for a day that has passed, and not as sent already.
    """
    for each in act.changes.of(Circulation)[1]:
        if each.is_by_mail and each.sent_on != today:
            raise RefusedError(
                f"Gehoord stuurt een concept vandaag, niet op {day_in_words(each.sent_on)}. Laat "
                "de dag weg. Heeft u het die dag zelf verstuurd, zeg dat dan ('al_verstuurd').",
                field="op",
            )


def _round(state: State, report: ReviewAsked) -> Step:
    """Return the step in which responses to a version are asked for.

    Raises:
        RefusedError: the plan is adopted, in that step nobody is asked about a version, or it
            was done or lapsed.
    """
    if state.is_adopted:
        raise RefusedError("Het plan is al vastgesteld; er gaat geen concept meer uit.")
    step = state.as_opened.step(report.step)
    rounds = [each for each in state.as_opened.steps if _asks_about_version(state, each)]
    if step not in rounds:
        known = ", ".join(each.id for each in rounds)
        other = f"Kies uit: {known}." if rounds else "Dit plan heeft zo'n raadpleging niet."
        raise RefusedError(
            f"In stap '{step.id}' wordt niet om reacties op een versie gevraagd. {other}",
            field="stap",
        )
    if state.has_lapsed(step.id):
        raise RefusedError(f"Stap '{step.id}' is vervallen. Neem dat eerst terug.", field="stap")
    if state.is_finished(step.id) and not report.was_sent:
        raise RefusedError(
            f"Stap '{step.id}' is al gedaan, dus er gaat geen concept meer uit. Neem dat eerst "
            "terug (melding 'herstel').",
            field="stap",
        )
    return step


def rounds_to_ask_in(state: State) -> list[Step]:
    """Return the steps in which a version that is there can go to be read."""
    newest = latest(state.versions)
    if newest is None or newest.is_ontwerp or state.is_adopted:
        return []
    return [
        s for s in state.as_opened.steps if is_round_on(s, newest) and not state.has_lapsed(s.id)
    ]


def _asks_about_version(state: State, step: Step) -> bool:
    steps = state.as_opened.steps
    versions = {each.id for each in steps if each.kind is StepKind.VERSION}
    return step.kind is StepKind.CONSULTATION and bool(versions.intersection(step.after))


def _version(state: State, step: Step, report: ReviewAsked) -> DraftVersion:
    """Return the version that goes out: the newest, and no ontwerp.

    Raises:
        RefusedError: it is not there yet, a newer one is, or the councils are to be asked about it.
    """
    there = [v for v in standing(state.versions) if is_round_on(step, v)]
    if not there:
        raise _nothing_to_send(state, step)
    version = max(there, key=lambda v: v.number)
    if version.is_ontwerp:
        raise RefusedError(
            "Het ontwerp gaat met een brief naar de raden: start daarvoor de fase 'horen'.",
            HEAR_COUNCILS,
        )
    if not report.was_sent:
        _refuse_outdated(state, version)
    if report.on < version.made_on:
        raise RefusedError(
            f"Deze versie is van {day_in_words(version.made_on)}; eerder kan zij niet zijn "
            "verstuurd. Verbeter de dag.",
            field="op",
        )
    return version


def _nothing_to_send(state: State, step: Step) -> RefusedError:
    after = [state.as_opened.step(each) for each in step.after]
    before = ", ".join(each.id for each in after if each.kind is StepKind.VERSION)
    return RefusedError(
        f"Er is nog geen versie om te sturen. Leg die eerst vast, met het bestand: 'gehoord "
        f"record versie {state.id} {before} --bestand …'.",
        field="stap",
    )


def _refuse_outdated(state: State, version: DraftVersion) -> None:
    newest = latest(state.versions)
    if newest and newest.number > version.number:
        raise RefusedError(
            f"Er is al een nieuwere versie: {draft_in_words(newest)}. Stuur die.", field="stap"
        )


def _refuse_without_file(state: State, version: DraftVersion) -> None:
    if version.document is None:
        raise RefusedError(
            f"Van {draft_in_words(version)} is geen bestand bewaard, en zonder stuk valt er niets "
            "te lezen. Lever het in op uw pagina van de balie, bij 'Versies en andere stukken', of "
            f"met 'gehoord record stuk {state.id} {version.number} --bestand …'."
        )


def _last_day(state: State, step: Step, report: ReviewAsked) -> date | None:
    """Return the last day to respond, which counts: the one that is given, else that of the plan.

    Raises:
        RefusedError: the plan names none, or it has passed.
    """
    planned = state.plan[step.id]
    until = report.until or (planned.due_on if planned.names_day else None)
    if report.was_sent and (until is None or (report.until is None and until < report.on)):
        return None
    if until is None:
        raise RefusedError(
            f"Stap '{step.id}' heeft geen vaste laatste dag. Noem de laatste dag om te reageren.",
            field="tot_en_met",
        )
    if until < report.on:
        raise RefusedError(
            f"{day_in_words(until)} is al voorbij. Noem een latere dag om te reageren.",
            field="tot_en_met",
        )
    return until


def _said(circulation: Circulation, version: DraftVersion) -> str:
    who = counted(len(circulation.sent_to), "lezer", "lezers")
    if len(circulation.sent_to) <= _FEW:
        who = some([one.name for one in circulation.sent_to])
    day = circulation.respond_by
    until = f" Reageren kan tot en met {day_in_words(day)}." if day else ""
    free = " Reageren is vrijblijvend." if circulation.is_voluntary else ""
    if circulation.is_by_mail:
        return f"{capital(draft_in_words(version))} gaat ter lezing naar {who}.{until}{free}"
    sent_on = day_in_words(circulation.sent_on)
    return f"Vastgelegd: {draft_in_words(version)} ging op {sent_on} naar {who}.{until}{free}"


_FEW: Final = 3
