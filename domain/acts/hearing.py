# SPDX-License-Identifier: EUPL-1.2
"""Asking the councils, and what they answer (Politiewet 2012, art. 38b lid 2)."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, OntwerpSent, decide
from gehoord.domain.acts.new_council import asked_now
from gehoord.domain.acts.own_day import respites_ended
from gehoord.domain.acts.promises import promised_with_ontwerp
from gehoord.domain.acts.reasons import (
    how_to_lift,
    may_leave_without_agreement,
    refuse_with_open_points,
)
from gehoord.domain.acts.replan import on_plan_again
from gehoord.domain.acts.report import CLIENTS_THAT_AGREE, AnswerSupplemented, CouncilHeard
from gehoord.domain.acts.reports_of_hearing import means_all
from gehoord.domain.acts.treatment import settled
from gehoord.domain.checks.hearing import SENT_BEFORE_AGREEMENT
from gehoord.domain.checks.versions import without_file
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.politiewet import HEAR_COUNCILS

NEEDS_DISPOSITION = (Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS)


def ask_councils(state: State, on: date) -> tuple[Act, int]:
    """Ask every council that was not asked about the newest ontwerp yet, and send it that.

    Returns: the act, and how many councils are asked by it.

    Raises:
        RefusedError: there is no ontwerp that may leave, or the last day to answer lies behind;
            then the step must be moved first.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    ontwerp = ontwerp_that_may_leave(state, on)
    asked = frozenset(
        h.municipality for h in state.owed_hearings if h.version != ontwerp.content_id
    )
    changes = respites_ended(state, asked, on)
    changes += _owed_again(state.after(changes), asked, on)
    state = state.after(changes)
    changes += Changes.replacing(_asked(state, ontwerp, asked, on))
    sending = [p.id for p in state.plan.steps if p.step.letter is Letter.ONTWERP and p.step.stands]
    for notice in sending:
        changes += Changes.replacing((a, a.done(on)) for a in state.owed(notice))
    if asked:
        changes += asked_now(state, asked, on)
        changes += promised_with_ontwerp(state.after(changes), on)
    told = tuple(OntwerpSent(notice, asked) for notice in sending)
    return Act(_said(ontwerp, asked), changes, told), len(asked)


def _said(ontwerp: DraftVersion, asked: frozenset[str]) -> str:
    """Return what who sends an ontwerp must know of it; nothing when it goes to no council."""
    return without_file(ontwerp) if asked else ""


def _owed_again(state: State, councils: frozenset[str], on: date) -> Changes:
    """Return the hearings that were done and are owed again, on the days of the plan."""
    done = state.actions.where(kind=StepKind.HEARING, state=ActionState.DONE)
    again = [a for a in done if a.municipality in councils]
    return on_plan_again(state, Changes.replacing((a, a.reopened(on)) for a in again), on)


def _asked(
    state: State, ontwerp: DraftVersion, councils: frozenset[str], on: date
) -> Iterator[tuple[Hearing, Hearing]]:
    """Yield each of the councils before and after it is asked about an ontwerp."""
    due = {a.municipality: a.due for a in state.open_actions(kind=StepKind.HEARING)}
    contents = [v for v in standing(state.versions) if v.is_ontwerp and not v.corrects]
    number = sum(v.number <= ontwerp.number for v in contents)
    for hearing in state.hearings:
        if hearing.municipality in councils:
            yield hearing, hearing.ask(ontwerp.content_id, on, due[hearing.municipality], number)


def ontwerp_that_may_leave(state: State, on: date) -> DraftVersion:
    """Return the ontwerp, if both clients agreed that this version is sent to the councils.

    No statute asks for their agreement: it is how units work (S003 shows what goes wrong without).
    So one of them may give the reason why it leaves all the same.

    Raises:
        RefusedError: on that day there was no ontwerp, or a client had not agreed with it.

    Law: Politiewet 2012, art. 38b lid 2 (councils are heard on the ontwerp).
    """
    ontwerp = state.ontwerp
    if ontwerp is None or ontwerp.made_on > on:
        raise RefusedError(
            "Er is nog geen ontwerp waarover de raden kunnen worden gehoord. "
            "Leg eerst de versie vast die het ontwerp is.",
            HEAR_COUNCILS,
        )
    agreed = state.agreements_with(ontwerp)
    missing = [c for c in CLIENTS_THAT_AGREE if c not in agreed or agreed[c] > on]
    if missing and not may_leave_without_agreement(state, on):
        how = how_to_lift(state, SENT_BEFORE_AGREEMENT)
        names = {client: OFFICES[client] for client in missing}
        raise RefusedError(
            "Het ontwerp mag nog niet weg: akkoord ontbreekt van de "
            f"{enumeration(list(names.values()))}. "
            f"Leg het akkoord vast als het er is. Of {how}.",
            finding=SENT_BEFORE_AGREEMENT,
            onward=tuple(
                Onward(f"Is de {name} akkoord?", "akkoord", {"van": client})
                for client, name in names.items()
            ),
        )
    refuse_with_open_points(state, ontwerp, on)
    return ontwerp


@decide.register
def council_heard(report: CouncilHeard, state: State) -> Act:
    """Keep that a council was heard, with its zienswijze; or all that were not heard yet."""
    refuse_to_hear_after_adoption(state)
    if means_all(report.municipality):
        return _all_heard(report, state)
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    changes = Changes.keeping(report.document) + _heard(report, state, hearing)
    return Act(f"De raad van {hearing.name} is gehoord: {report.answer}.", changes)


def _all_heard(report: CouncilHeard, state: State) -> Act:
    """Keep of every council that was asked and not heard that it is heard now."""
    waiting = [h for h in state.hearings.where(state=HearingState.INVITED) if h.is_owed]
    if not waiting:
        raise RefusedError(
            "Er is geen raad die het ontwerp kreeg en nog niet is gehoord.", HEAR_COUNCILS
        )
    changes = Changes.keeping(report.document)
    for hearing in waiting:
        changes += _heard(report, state, hearing)
    verb = "is" if len(waiting) == 1 else "zijn"
    how_many = f"{counted(len(waiting), 'raad', 'raden')} {verb} gehoord: {report.answer}"
    names = enumeration(alphabetical(hearing.name for hearing in waiting))
    return Act(f"{how_many}. Het gaat om {names}.", changes)


def _heard(report: CouncilHeard, state: State, hearing: Hearing) -> Changes:
    heard = hearing.hear(report.on, report.manner, report.answer)
    changes = settled(state, hearing, heard, report.on) + hearing_done(state, hearing, report.on)
    has_content = report.text or report.document or report.answer in NEEDS_DISPOSITION
    if heard.version and has_content:
        arrival = Arrival.LATE if hearing.is_late(report.on) else Arrival.FIRST
        changes += Changes.adding(zienswijze_of(state, heard, report, arrival))
    return changes


def zienswijze_of(
    state: State, hearing: Hearing, report: CouncilHeard | AnswerSupplemented, arrival: Arrival
) -> Zienswijze:
    """Return what a council said, on the version that it was asked about."""
    return Zienswijze(
        id=_free_key(state, hearing),
        dossier=state.id,
        municipality=hearing.municipality,
        name=hearing.name,
        version=hearing.version or "",
        received_on=report.on,
        answer=report.answer,
        text=report.text,
        arrival=arrival,
        **as_filed(report.document),
    )


def refuse_to_hear_after_adoption(state: State) -> None:
    """Refuse what can be done only while the plan is not adopted."""
    if state.is_adopted and state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; horen kan "
            "alleen daarvoor. Leg wat een raad nu nog zegt vast als aanvulling: "
            "het wordt bewaard en verandert niets.",
            HEAR_COUNCILS,
            onward=(Onward("Zei een raad nu nog iets?", "aanvulling", {}),),
        )


def hearing_done(state: State, hearing: Hearing, on: date) -> Changes:
    """Return what changes when a council need not be heard any more: it owes nothing."""
    step = state.as_opened.hearing
    owed = state.owed(step.id, hearing.municipality) if step else []
    return Changes.replacing((a, a.done(on)) for a in owed)


def _free_key(state: State, hearing: Hearing) -> str:
    """Return a key for the next zienswijze of a council; one that was taken back keeps its own."""
    taken = {z.id for z in state.zienswijzen.where(municipality=hearing.municipality)}
    number = len(taken) + 1
    while f"{hearing.id}/{number}" in taken:
        number += 1
    return f"{hearing.id}/{number}"
