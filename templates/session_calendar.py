# SPDX-License-Identifier: EUPL-1.2
"""How an information session stands in calendars, and in whose."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from gehoord.calendar.ical.entry import Entry, changed_at
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.attendance import is_on
from gehoord.domain.dossier.guests import guests
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import PER_MUNICIPALITY

_SESSION: Final = "informatiesessie"
"""In the place of a step in the key of an entry; the number of the session is its owner."""


_NO_HEARING: Final = "Een informatiesessie; de gemeenteraad wordt hier niet gehoord."


def sessions_in_calendar(state: State, owner: str | None) -> Iterator[Entry]:
    """Yield the sessions in the calendar of an owner: of who holds them, and of their guests.

    Args:
        state: the dossier.
        owner: whose calendar, by its key: all of a municipality share one; nothing means everybody.
    """
    for session in state.sessions:
        if owner is None or _is_of(state, session, owner):
            yield session_entry(state, session)


def session_entry(state: State, session: InfoSession) -> Entry:
    """Return how a session stands in a calendar, at its hour; one that is not held is cancelled."""
    steps = _of_step(state, session)
    number = session.sequence + sum(a.sequence for a in steps) + (not session.counts)
    day = _changed_on(session, steps)
    return Entry(
        key=(session.dossier, _SESSION, str(session.number)),
        title=f"Informatiesessie: {title_of(state, session)}",
        start=datetime.combine(session.meets_on, session.start, AMSTERDAM),
        end=datetime.combine(session.meets_on, session.end, AMSTERDAM) if session.end else None,
        changed_at=changed_at(day, number),
        description=f"{state.proposal.title}. {_NO_HEARING}",
        location=session.place,
        sequence=number,
        cancelled=not is_on(state, session),
    )


def title_of(state: State, session: InfoSession) -> str:
    """Return what a session is about: the title of its step, or else the plan."""
    return state.as_opened.step(session.step).title if session.step else state.proposal.title


def _is_of(state: State, session: InfoSession, owner: str) -> bool:
    if any(action.owner == owner for action in _of_step(state, session)):
        return True
    invited = guests(state, session)
    is_municipality = bool(state.municipalities.where(code=owner))
    return owner in invited or (is_municipality and any(g in PER_MUNICIPALITY for g in invited))


def _of_step(state: State, session: InfoSession) -> list[Action]:
    return state.actions.where(step=session.step) if session.step else []


def _changed_on(session: InfoSession, steps: list[Action]) -> date:
    """Return the last day on which a session, or its step, changed for who comes."""
    days = [session.changed_on, session.withdrawn_on, *(a.changed_on for a in steps)]
    return max(day for day in days if day)
