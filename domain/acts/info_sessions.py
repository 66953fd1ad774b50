# SPDX-License-Identifier: EUPL-1.2
"""An information session is planned, moved, called off, or was held and counted."""

import re
from collections.abc import Sequence
from datetime import date, time

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.attendance_lines import attendance_in
from gehoord.domain.acts.report import SessionCalledOff, SessionHeld, SessionMoved, SessionPlanned
from gehoord.domain.acts.session_guests import who_is_invited
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.attendance import info_sessions, is_all_counted
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import INFO_SESSION, Step


@decide.register
def session_planned(report: SessionPlanned, state: State) -> Act:
    """Keep a session with who is invited; a step that was done is owed again by one more.

    No statute asks for it, and it is no hearing of a council (Politiewet 2012, art. 38b lid 2).
    """
    _refuse_after_adoption(state)
    step = _step(report.step, state)
    session = InfoSession(
        id=f"{state.id}/informatiesessie/{len(state.sessions) + 1}",
        dossier=state.id,
        number=len(state.sessions) + 1,
        step=step.id if step else None,
        meets_on=report.day,
        start=time.fromisoformat(report.start),
        end=time.fromisoformat(report.end) if report.end else None,
        place=report.place,
        invited=report.invited,
        changed_on=report.on,
    )
    _refuse_the_same(session, state)
    changes = Changes.adding(session)
    said = f"Informatiesessie {session.number} vastgelegd: {session.when}, {session.place}."
    return Act(
        " ".join([said, *who_is_invited(state, session, report.on)]),
        changes + step_follows(state, changes, session, report.on),
    )


@decide.register
def session_moved(report: SessionMoved, state: State) -> Act:
    """Put a session on another day, at another hour or elsewhere."""
    session = _to_come(report.session, state)
    moved = session.model_copy(
        update={
            "meets_on": report.day or session.meets_on,
            "start": time.fromisoformat(report.start) if report.start else session.start,
            "end": time.fromisoformat(report.end) if report.end else session.end,
            "place": report.place or session.place,
        }
    )
    if moved == session:
        raise RefusedError(
            f"Sessie {session.number} is al {session.when}, {session.place}. Noem wat er verandert."
        )
    if moved.end and moved.end <= moved.start:
        raise RefusedError(
            f"Sessie {session.number} zou om {moved.end:%H.%M} uur klaar zijn, en dat is niet na "
            "de aanvang. Noem ook hoe laat zij klaar is.",
            field="eindigt",
        )
    _refuse_the_same(moved, state)
    return Act(
        f"Informatiesessie {session.number} is nu {moved.when}, {moved.place}.",
        Changes.replacing([(session, moved.changed(report.on))]),
    )


@decide.register
def session_called_off(report: SessionCalledOff, state: State) -> Act:
    """Call a session off; the step is done when all others were held and counted."""
    session = _to_come(report.session, state)
    refuse_without_ground(report.reason, "waarom de sessie niet doorgaat")
    off = session.changed(report.on, called_off_on=report.on, called_off_because=report.reason)
    changes = Changes.replacing([(session, off)])
    return Act(
        f"Informatiesessie {session.number} gaat niet door: {session.when}, {session.place}.",
        changes + step_follows(state, changes, session, report.on),
    )


@decide.register
def session_held(report: SessionHeld, state: State) -> Act:
    """Keep how many came; with the last session that goes on the step is done."""
    session = _to_come(report.session, state)
    if report.on < session.meets_on:
        raise RefusedError(
            f"Sessie {session.number} is pas op {day_in_words(session.meets_on)}. Meld daarna "
            "hoeveel mensen er waren.",
            field="op",
        )
    held = session.model_copy(
        update={"counted_on": report.on, "attendance": attendance_in(report.attendance)}
    )
    changes = Changes.replacing([(session, held)])
    changes += step_follows(state, changes, session, report.on)
    left = [s for s in info_sessions(state.after(changes), session.step) if s.awaits_count]
    more = f" Nog te houden of te tellen: {'; '.join(s.called for s in left)}." if left else ""
    return Act(
        f"Informatiesessie {session.number} is gehouden, met "
        f"{counted(held.people, 'aanwezige', 'aanwezigen')}.{more}",
        changes,
    )


def step_follows(state: State, changes: Changes, session: InfoSession, on: date) -> Changes:
    """Return what becomes of the step of a session by these changes to it.

    It is done when each session that goes on is counted; else it is owed, also when all were
    called off: then somebody lets it lapse.
    """
    if session.step is None:
        return Changes()
    actions = state.actions.where(step=session.step)
    if is_all_counted(state.after(changes), session.step):
        return Changes.replacing((a, a.done(on)) for a in actions if a.is_open)
    done = [a for a in actions if a.state is ActionState.DONE]
    return Changes.replacing((a, a.reopened(on)) for a in done)


def session_named(said: str, state: State) -> InfoSession:
    """Return the session that people mean by its number, with more behind it or not.

    Raises:
        RefusedError: there is none by that number; names those there are.
    """
    known = info_sessions(state)
    number = re.match(r"\s*(\d{1,6})\b", said)
    found = [each for each in known if number and int(number[1]) == each.number]
    if not found:
        there = "; ".join(each.called for each in known)
        raise RefusedError(
            f"Er is geen informatiesessie '{said[:40]}'. "
            + (f"Noem het nummer: {there}." if there else "Er is er nog geen vastgelegd."),
            field="sessie",
        )
    return found[0]


def _to_come(said: str, state: State) -> InfoSession:
    """Return a session of which nothing final is known yet, and that can still change."""
    _refuse_after_adoption(state)
    session = session_named(said, state)
    if session.called_off_on:
        raise RefusedError(
            f"Sessie {session.number} ging niet door. Was dat een vergissing, neem het dan eerst "
            "terug (melding 'sessie-vervalt')."
        )
    if session.counted_on:
        raise RefusedError(
            f"Sessie {session.number} is al gehouden en geteld. Was dat een vergissing, neem het "
            "dan eerst terug (melding 'sessie-gehouden')."
        )
    return session


def _step(said: str | None, state: State) -> Step | None:
    """Return the step that a session belongs to: the one that is named, or else the only one.

    Nothing where the plan has no step for sessions and none is named.
    """
    there = [s for s in state.as_opened.steps if s.reported_as == INFO_SESSION and s.stands]
    step = _named(said, there, state) if said else _only(there)
    if step and state.has_lapsed(step.id):
        raise RefusedError(f"Stap '{step.id}' is vervallen. Neem dat eerst terug.", field="stap")
    return step


def _named(said: str, there: Sequence[Step], state: State) -> Step:
    step = state.as_opened.step(said)
    if step not in there:
        other = f"Kies uit: {_names(there)}." if there else "Laat de stap leeg."
        raise RefusedError(f"Stap '{step.id}' heeft geen informatiesessies. {other}", field="stap")
    return step


def _only(there: Sequence[Step]) -> Step | None:
    if len(there) > 1:
        raise RefusedError(
            f"Bij welke stap hoort de sessie? Kies uit: {_names(there)}.", field="stap"
        )
    return there[0] if there else None


def _names(steps: Sequence[Step]) -> str:
    return ", ".join(step.id for step in steps)


def _refuse_the_same(session: InfoSession, state: State) -> None:
    for other in info_sessions(state):
        same = (other.meets_on, other.start, other.place.casefold())
        is_other = other.number != session.number and other.goes_on
        if is_other and same == (session.meets_on, session.start, session.place.casefold()):
            raise RefusedError(f"Dat is al sessie {other.called}.")


def _refuse_after_adoption(state: State) -> None:
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; een "
            "informatiesessie telt daarvoor niet meer mee."
        )
