# SPDX-License-Identifier: EUPL-1.2
"""Something was recorded by mistake and is taken back; the journal keeps both."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.chapters import promise_taken_back, promised_chapters
from gehoord.domain.acts.choosing import candidates_taken_back, choice_taken_back
from gehoord.domain.acts.closing import CHOICE, closed_by
from gehoord.domain.acts.clusters import cluster_taken_back
from gehoord.domain.acts.correction_of_adoption import adoption_taken_back, announcement_taken_back
from gehoord.domain.acts.correction_of_appeals import (
    appeal_event_taken_back,
    appeal_of_step,
    appeal_taken_back,
    appeals_to_take_back,
)
from gehoord.domain.acts.correction_of_assent import (
    assent_taken_back,
    assents_to_take_back,
    condition_taken_back,
    lifting_taken_back,
)
from gehoord.domain.acts.correction_of_besluiten import jaarverslag_taken_back, priority_taken_back
from gehoord.domain.acts.correction_of_circulation import (
    circulation_taken_back,
    readers_to_take_back,
)
from gehoord.domain.acts.correction_of_drafts import (
    agreement_taken_back,
    themes_taken_back,
    version_taken_back,
)
from gehoord.domain.acts.correction_of_hearing import answers_taken_back, supplement_taken_back
from gehoord.domain.acts.correction_of_meetings import calendars_read, meetings_taken_back
from gehoord.domain.acts.correction_of_merger import merger_taken_back
from gehoord.domain.acts.correction_of_points import (
    point_disposition_taken_back,
    point_taken_back,
)
from gehoord.domain.acts.correction_of_sessions import (
    session_count_taken_back,
    session_on_again,
    session_taken_back,
)
from gehoord.domain.acts.correction_of_steps import closed, lapse_taken_back, step_taken_back
from gehoord.domain.acts.correction_of_strength import strength_taken_back
from gehoord.domain.acts.correction_of_uitvoering import (
    draft_taken_back,
    uitvoering_to_take_back,
    uitvoeringsplan_taken_back,
)
from gehoord.domain.acts.correction_of_words import (
    disposition_taken_back,
    reason_taken_back,
    response_taken_back,
)
from gehoord.domain.acts.goals import goals_taken_back
from gehoord.domain.acts.part_adoption import part_taken_back
from gehoord.domain.acts.polling import poll_taken_back
from gehoord.domain.acts.rehearing import rehearing_taken_back
from gehoord.domain.acts.replan import on_plan_again
from gehoord.domain.acts.report import Corrected, TakenBack
from gehoord.domain.acts.reports_of_hearing import ALL
from gehoord.domain.acts.request_answers import request_answer_taken_back, request_taken_back
from gehoord.domain.acts.reserving import meetings_named, reservation_taken_back
from gehoord.domain.acts.respite import respite_taken_back
from gehoord.domain.acts.reviewing import reviewer_taken_back
from gehoord.domain.acts.rewording import rewording_taken_back
from gehoord.domain.acts.safety_picture import safety_picture_taken_back
from gehoord.domain.acts.survey import survey_taken_back
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.attendance import info_sessions
from gehoord.domain.dossier.choices import choice_in
from gehoord.domain.dossier.own_words import newest
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answers, clusters
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.proposal.step import REQUEST_ANSWER, Step, StepKind

TakesBack = Callable[[Corrected, State], Act]

_BY_REPORT: Final[dict[TakenBack, TakesBack]] = {
    TakenBack.THEMES: themes_taken_back,
    TakenBack.POLL: poll_taken_back,
    TakenBack.CANDIDATES: candidates_taken_back,
    TakenBack.CHOICE: choice_taken_back,
    TakenBack.VERSION: version_taken_back,
    TakenBack.PROMISE: promise_taken_back,
    TakenBack.REVIEWERS: reviewer_taken_back,
    TakenBack.CIRCULATION: circulation_taken_back,
    TakenBack.AGREEMENT: agreement_taken_back,
    TakenBack.SUPPLEMENT: supplement_taken_back,
    TakenBack.RESPITE: respite_taken_back,
    TakenBack.RESERVATION: reservation_taken_back,
    TakenBack.REHEARING: rehearing_taken_back,
    TakenBack.RESPONSE: response_taken_back,
    TakenBack.DISPOSITION: disposition_taken_back,
    TakenBack.POINT: point_taken_back,
    TakenBack.POINT_DISPOSITION: point_disposition_taken_back,
    TakenBack.REASON: reason_taken_back,
    TakenBack.ASSENT: assent_taken_back,
    TakenBack.CONDITION: condition_taken_back,
    TakenBack.CONDITION_LIFTED: lifting_taken_back,
    TakenBack.ADOPTION: adoption_taken_back,
    TakenBack.ANNOUNCEMENT: announcement_taken_back,
    TakenBack.APPEAL: appeal_taken_back,
    TakenBack.APPEAL_EVENT: appeal_event_taken_back,
    TakenBack.PART: part_taken_back,
    TakenBack.PRIORITY: priority_taken_back,
    TakenBack.JAARVERSLAG: jaarverslag_taken_back,
    TakenBack.UITVOERINGSPLAN: uitvoeringsplan_taken_back,
    TakenBack.UITVOERINGSPLAN_DRAFT: draft_taken_back,
    TakenBack.MEETINGS: meetings_taken_back,
    TakenBack.REQUEST: request_taken_back,
    TakenBack.REQUEST_ANSWER: request_answer_taken_back,
    TakenBack.STRENGTH: strength_taken_back,
    TakenBack.SURVEY: survey_taken_back,
    TakenBack.CLUSTER: cluster_taken_back,
    TakenBack.SAFETY_PICTURE: safety_picture_taken_back,
    TakenBack.GOALS: goals_taken_back,
    TakenBack.SESSION: session_taken_back,
    TakenBack.SESSION_OFF: session_on_again,
    TakenBack.SESSION_COUNT: session_count_taken_back,
    TakenBack.OWN_WORDS: rewording_taken_back,
    TakenBack.MERGER: merger_taken_back,
}


@decide.register
def corrected(report: Corrected, state: State) -> Act:
    """Take back what was recorded by mistake, as far as nobody relies on it yet (ADR 31).

    Whatever is owed again by that comes on the days of the plan as it now is.
    """
    refuse_without_ground(report.reason, "wat er mis was")
    act = _taken_back(report, state)
    return replace(act, changes=on_plan_again(state, act.changes, report.on))


def _taken_back(report: Corrected, state: State) -> Act:
    _refuse_two_at_once(report)
    if report.step:
        return _of_step(report, state, state.as_opened.step(report.step))
    kind = report.report or (TakenBack.REASON if report.code else None)
    if kind is None:
        raise RefusedError(
            f"Noem wat u terugneemt: een stap of een melding.{_choices(state, report.on)}"
        )
    return _BY_REPORT[kind](report, state)


def _refuse_two_at_once(report: Corrected) -> None:
    """Refuse a step together with what belongs to none: one of them would not be taken back."""
    is_of_reason = report.report in (None, TakenBack.REASON)
    named = {
        f"stap '{report.step}'": bool(report.step),
        f"melding '{report.report}'": bool(report.report) and not (report.code and is_of_reason),
        f"bevinding '{report.code}'": bool(report.code),
    }
    both = [what for what, is_named in named.items() if is_named]
    if len(both) > 1:
        raise RefusedError(f"U noemt {enumeration(both)}. Neem ze een voor een terug.")


def _of_step(report: Corrected, state: State, step: Step) -> Act:
    """Take back what was recorded of a step; what lapsed goes before what was done.

    An answer to a request is taken back as such: its action closes with the request alone.
    """
    if step.reported_as == REQUEST_ANSWER:
        return request_answer_taken_back(report, state)
    if appeal_of_step(state, step.id):
        return appeal_event_taken_back(report, state)
    lapsed = state.tally(step.id).lapsed
    if lapsed and closed(state, step, report.owner, ActionState.LAPSED):
        return lapse_taken_back(report, state, step)
    kind = closed_by(step)
    if step.kind is StepKind.HEARING:
        return answers_taken_back(report, state, step)
    if step.kind is StepKind.VERSION:
        return version_taken_back(report, state, step)
    if kind in list(TakenBack) and not _is_choice_without_one(state, step):
        return _BY_REPORT[TakenBack(kind)](report, state)
    return step_taken_back(report, state, step)


def _is_choice_without_one(state: State, step: Step) -> bool:
    """Whether a body was reported to have chosen in a step, but not what (an older version did)."""
    return closed_by(step) == CHOICE and choice_in(step.id, state.choices) is None


def _choices(state: State, on: date) -> str:
    """Return in Dutch what can be taken back now; empty when nothing can."""
    found = [name for name, tried in _candidates(state, on) if _can(tried, state)]
    if not found:
        return " Er is nu niets dat kan worden teruggenomen."
    more = f" en nog {len(found) - _FEW}" if len(found) > _FEW else ""
    return f" Nu kan: {enumeration(found[:_FEW])}{more}."


_FEW: Final = 12


def _can(tried: Corrected, state: State) -> bool:
    with suppress(GehoordError):
        _taken_back(tried, state)
        return True
    return False


def _candidates(state: State, on: date) -> Iterator[tuple[str, Corrected]]:
    """Yield what could be taken back, by the name under which it is asked for."""
    reason = "om te zien of het kan"
    for step in state.as_opened.steps:
        is_closed = state.tally(step.id).done or state.tally(step.id).lapsed
        if is_closed and step.reported_as != REQUEST_ANSWER:
            of = _of_all(state, step)
            yield f"stap {step.id}", Corrected(on=on, step=step.id, owner=of, reason=reason)
    for kind, who in dict.fromkeys(_said(state)):
        yield f"{kind} van {who}", Corrected(on=on, report=kind, owner=who, reason=reason)
    for code in dict.fromkeys(r.code for r in standing(state.reasons)):
        yield f"reden bij {code}", Corrected(on=on, code=code, reason=reason)
    for kind in (TakenBack.PRIORITY, TakenBack.PART, TakenBack.STRENGTH, TakenBack.REHEARING):
        yield str(kind), Corrected(on=on, report=kind, reason=reason)


def _of_all(state: State, step: Step) -> str | None:
    """Return of whom all of a step is taken back: nobody need be named where one owes it."""
    return ALL if len({a.owner for a in state.actions.where(step=step.id)}) > 1 else None


def _said(state: State) -> Iterator[tuple[TakenBack, str]]:
    """Yield what somebody said or added, and what was done with it, with who it was."""
    for response in standing(state.responses):
        yield TakenBack.RESPONSE, response.sender
        yield TakenBack.DISPOSITION, response.sender
    yield from _of_drafts(state)
    for whose in calendars_read(state):
        yield TakenBack.MEETINGS, whose
    for hearing in state.hearings:
        if hearing.respite_until:
            yield TakenBack.RESPITE, hearing.name
        yield from ((TakenBack.RESERVATION, named) for named in meetings_named(hearing))
    for asked in standing(state.requests):
        yield TakenBack.REQUEST if asked.is_open else TakenBack.REQUEST_ANSWER, asked.called
    yield from _prepared(state)
    for zienswijze in standing(state.zienswijzen):
        yield TakenBack.SUPPLEMENT, zienswijze.name
        yield TakenBack.DISPOSITION, zienswijze.name


def _of_drafts(state: State) -> Iterator[tuple[TakenBack, str]]:
    """Yield who read drafts and what went to them, what they said, and what was promised."""
    yield from readers_to_take_back(state)
    yield from map(_of_point, standing(state.points))
    yield from ((TakenBack.PROMISE, chapter) for chapter in promised_chapters(state))
    yield from assents_to_take_back(state)
    yield from uitvoering_to_take_back(state)
    yield from appeals_to_take_back(state)


def _of_point(point: Point) -> tuple[TakenBack, str]:
    """Return what is taken back of a point first: what was done with it, else the point."""
    return TakenBack.POINT_DISPOSITION if point.outcome else TakenBack.POINT, point.called


def _prepared(state: State) -> Iterator[tuple[TakenBack, str]]:
    """Yield what was answered and put together in the survey, and the adviser's own words."""
    yield from ((TakenBack.SAFETY_PICTURE, each.maker) for each in standing(state.pictures))
    for session in info_sessions(state):
        yield TakenBack.SESSION, session.called
        yield TakenBack.SESSION_COUNT, session.called
        yield TakenBack.SESSION_OFF, session.called
    for answer in answers(state):
        yield TakenBack.SURVEY, answer.name
    for cluster in clusters(state):
        yield TakenBack.CLUSTER, cluster.name
    for called in newest(state.own_words):
        yield TakenBack.OWN_WORDS, called
    yield from ((TakenBack.GOALS, m.name) for m in state.living if m.goals_before)
    yield from ((TakenBack.MERGER, m.name) for m in state.municipalities)
