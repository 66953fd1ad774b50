# SPDX-License-Identifier: EUPL-1.2
"""A part changed after councils were heard: the regioburgemeester judges whether they are again."""

from collections.abc import Sequence
from datetime import date

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, HeardAfterAll, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.done_then import done_again, done_then
from gehoord.domain.acts.own_day import on_own_day
from gehoord.domain.acts.report import Corrected, RehearingJudged
from gehoord.domain.acts.reports_of_rehearing import HeardAgain
from gehoord.domain.acts.told_again import told_again
from gehoord.domain.acts.treatment import untreated
from gehoord.domain.checks.offices import meant
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changed_parts import ChangedPart, changed_parts, heard_before
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.grown import grew_since
from gehoord.domain.dossier.hearing import SINCE, Hearing
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.errors import RefusedError
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def rehearing_judged(report: RehearingJudged, state: State) -> Act:
    """Keep whether councils are heard again on what changed; if so their hearing is owed again.

    What they said stays with the version that they said it of. The statute does not say when a
    change asks for another hearing: that is a person's judgement, and it is recorded.

    Law: Politiewet 2012, art. 38b lid 2 (as we read it, what changed after the hearing was not
    heard).
    """
    _refuse_of_adopted(state)
    by = _office(report)
    refuse_without_ground(report.reason, "waarom de raden wel of niet opnieuw worden gehoord")
    changes = changed_parts(state)
    heard = heard_before(state, changes)
    if not heard:
        raise RefusedError(_nothing_changed(state))
    _refuse_day(report, changes)
    judged = _judged(report, state, by, changes)
    if report.again is HeardAgain.NO:
        return _not_again(report, state, judged)
    return _again(report, state, judged, _of_whom(report, state, heard))


def rehearing_taken_back(report: Corrected, state: State) -> Act:
    """Take back the newest judgement; councils of which the hearing was opened are heard as before.

    One that was asked anew or became another stays. One that ceased comes back as it was heard.

    Raises:
        RefusedError: there is none, or a council answered since.
    """
    refuse_after_adoption(state)
    judged = max(standing(state.rehearings), key=lambda each: each.number, default=None)
    if judged is None:
        raise RefusedError("Er is geen oordeel over opnieuw horen vastgelegd.")
    opened = [before for before in judged.hearings if _is_open_by(judged, before, state)]
    _refuse_answered(opened, state)
    changes = Changes.replacing([(judged, judged.withdraw(report.reason, report.on))])
    for before in opened:
        now = state.hearing_of(before.municipality)
        again = _as_heard(now, before, report.on)
        changes += on_own_day(state.after(changes), now, again, report.on)
    actions = done_then(judged, opened, state)
    changes += done_again(state.after(changes), actions, report.on)
    return Act(
        _said_of_taken_back(judged, opened, state),
        changes,
        (HeardAfterAll(tuple(action.id for action in actions)),),
    )


def _is_open_by(judged: Rehearing, before: Hearing, state: State) -> bool:
    """Whether a hearing still is the one that was opened; what one that ceased answered stays."""
    now = state.hearing_of(before.municipality)
    is_same = (now.version, now.invited_on) == (before.version, judged.judged_on)
    stays = is_same and not grew_since(state, now.municipality, judged.judged_on)
    return stays and (now.is_owed or now.is_unanswered)


def _said_of_taken_back(judged: Rehearing, opened: Sequence[Hearing], state: State) -> str:
    """Return what was taken back, who is heard as before, and who stays as he is."""
    here = [h for h in opened if state.hearing_of(h.municipality).is_owed]
    others = [h for h in judged.hearings if h not in here]
    said = [f"Teruggenomen: het oordeel van {day_in_words(judged.judged_on)} over opnieuw horen."]
    if here:
        said.append(f"Weer gehoord: {_names(here)}.")
        said.append("Laat de griffies weten dat hun antwoord blijft staan.")
    if others:
        said.append(
            f"Voor {_names(others)} verandert er niets: wie sindsdien ophield, groeide of het "
            "ontwerp opnieuw kreeg, blijft zoals hij is."
        )
    return " ".join(said)


def _nothing_changed(state: State) -> str:
    """Return that there is nothing to judge, or that it was judged already."""
    known = [each for each in standing(state.rehearings) if each.again]
    if not known:
        return (
            "Er is niets bekend dat veranderde nadat een raad werd gehoord. Leg eerst de nieuwe "
            "versie of sterkteverdeling vast."
        )
    newest = max(known, key=lambda each: each.number)
    return (
        f"Op {day_in_words(newest.judged_on)} is al vastgelegd dat opnieuw worden gehoord: "
        f"{_names(newest.hearings)}. Daarna veranderde er niets meer. Klopt het niet, neem het dan "
        "terug (herstel)."
    )


def _refuse_day(report: RehearingJudged, changes: Sequence[ChangedPart]) -> None:
    """Refuse a judgement of before what it is about."""
    since = max(change.since for change in changes)
    if report.on < since:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was dit nog niet veranderd: dat was op "
            f"{day_in_words(since)}. Verbeter de dag.",
            field="op",
        )


def _refuse_unheard(report: RehearingJudged, councils: Sequence[Hearing]) -> None:
    """Refuse to hear a council again on a day on which it was not heard yet."""
    for hearing in councils:
        if hearing.settled_on and report.on < hearing.settled_on:
            raise RefusedError(
                f"De raad van {hearing.name} is pas op {day_in_words(hearing.settled_on)} gehoord; "
                f"op {day_in_words(report.on)} kon hij dat niet opnieuw worden. Verbeter de dag.",
                field="op",
            )


def _refuse_of_adopted(state: State) -> None:
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; daarna wordt "
            "geen raad opnieuw gehoord. Een ander plan hoort in een nieuw dossier.",
            HEAR_COUNCILS,
        )


def _asked_again(hearing: Hearing, on: date) -> Hearing:
    """Return a hearing asked anew about the same ontwerp, on the day on which that was judged."""
    return hearing.take_back(on).model_copy(update={"invited_on": on})


def _as_heard(now: Hearing, before: Hearing, on: date) -> Hearing:
    """Return a hearing as it was before it was opened again, with the meetings named since."""
    kept = {name: getattr(now, name) for name in SINCE}
    state = before.state if now.is_owed else now.state
    return before.model_copy(update={**kept, "state": state}).with_meetings_since(now, on)


def _office(report: RehearingJudged) -> str:
    """Return the office that judges; refuse any other."""
    if not meant(report.by, (REGIOBURGEMEESTER,)):
        raise RefusedError(
            f"Of raden opnieuw worden gehoord, beoordeelt de regioburgemeester, niet de "
            f"{report.by}. Noem dat ambt als wie oordeelt (door).",
            field="door",
        )
    return REGIOBURGEMEESTER


def _judged(
    report: RehearingJudged, state: State, by: str, changes: Sequence[ChangedPart]
) -> Rehearing:
    number = len(state.rehearings) + 1
    return Rehearing(
        id=f"{state.id}/opnieuw-horen/{number}",
        dossier=state.id,
        number=number,
        judged_on=report.on,
        by=by,
        again=report.again is HeardAgain.YES,
        because=report.reason,
        changes=tuple(dict.fromkeys(change.key for change in changes)),
        about="; ".join(change.in_words for change in changes),
    )


def _not_again(report: RehearingJudged, state: State, judged: Rehearing) -> Act:
    if report.councils or report.until:
        raise RefusedError(
            "Bij 'nee' hoort geen gemeente en geen dag: geen raad wordt opnieuw gehoord. Laat die "
            "weg, of kies 'ja'.",
            field="oordeel",
        )
    if any(
        not each.again and each.changes == judged.changes for each in standing(state.rehearings)
    ):
        raise RefusedError("Dat is hierover al vastgelegd. Is er iets veranderd, neem het terug.")
    return Act(
        "Vastgelegd: de raden worden hierover niet opnieuw gehoord. De reden staat in het "
        "overzicht en in het archief.",
        Changes.adding(judged),
    )


def _of_whom(report: RehearingJudged, state: State, heard: Sequence[Hearing]) -> list[Hearing]:
    """Return the councils that are heard again: those that are named, else all it concerns."""
    if not report.councils:
        return list(heard)
    named = [state.hearing_of(state.municipality(name).code) for name in report.councils]
    wrong = [hearing for hearing in named if hearing not in heard]
    if wrong:
        raise RefusedError(
            f"De raad van {wrong[0].name} is niet gehoord voordat dit veranderde; hij hoeft niet "
            "opnieuw.",
            field="gemeenten",
        )
    return list(dict.fromkeys(named))


def _again(
    report: RehearingJudged, state: State, judged: Rehearing, councils: list[Hearing]
) -> Act:
    """Open the hearing of councils again, each with the last day that was named."""
    if report.until is None:
        raise RefusedError(
            "Noem tot en met welke dag deze raden mogen antwoorden (naar).", field="naar"
        )
    if report.until < report.on:
        raise RefusedError(
            f"{day_in_words(report.until)} is al voorbij. Kies een dag vanaf "
            f"{day_in_words(report.on)}.",
            field="naar",
        )
    _refuse_unheard(report, councils)
    done = [action for hearing in councils for action in _done(state, hearing)]
    changes = untreated(state, councils, report.on)
    treated = [before for before, _ in changes.replaced if isinstance(before, Action)]
    changes += Changes.replacing((action, action.reopened(report.on)) for action in done)
    changes += Changes.replacing((h, _asked_again(h, report.on)) for h in councils)
    kept = judged.model_copy(
        update={
            "councils": tuple(h.municipality for h in councils),
            "hearings": tuple(councils),
            "actions": (*done, *treated),
        }
    )
    changes += Changes.adding(kept)
    told = told_again(report, state.after(changes), councils)
    how_many = counted(len(councils), "raad wordt", "raden worden")
    return Act(
        f"{how_many.capitalize()} opnieuw gehoord: {_names(councils)}, tot en met "
        f"{day_in_words(report.until)}. Hun eerdere antwoord blijft bewaard. Stuur hun het "
        "gewijzigde deel.",
        changes + told.changes,
        told.news,
    )


def _done(state: State, hearing: Hearing) -> list[Action]:
    """Return what was done of the hearing of a council."""
    step = state.as_opened.hearing
    of = {"step": step.id if step else "", "owner": hearing.municipality}
    return state.actions.where(state=ActionState.DONE, **of)


def _refuse_answered(opened: Sequence[Hearing], state: State) -> None:
    """Refuse once a council answered again: that goes first."""
    for before in opened:
        now = state.hearing_of(before.municipality)
        if not now.is_unanswered:
            raise RefusedError(
                f"De raad van {now.name} is sindsdien opnieuw gehoord. Neem dat eerst terug "
                "(herstel, bij de stap van het horen).",
                HEAR_COUNCILS,
            )


def _names(hearings: Sequence[Hearing]) -> str:
    return enumeration(alphabetical(hearing.name for hearing in hearings))
