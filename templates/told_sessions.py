# SPDX-License-Identifier: EUPL-1.2
"""What pages say of information sessions: when and where, who was invited, how many came."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gehoord.calendar.dutch import counted, enumeration
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.attendance import came, info_sessions, is_on
from gehoord.domain.dossier.guests import is_guest
from gehoord.domain.dossier.info_session import Attendance, InfoSession
from gehoord.domain.dossier.state import State


@dataclass(frozen=True, slots=True)
class ToldSession:
    """One session: its number, when and where, how it stands, and who was invited."""

    number: int
    place_and_time: str
    standing: str
    invited: str


@dataclass(frozen=True, slots=True)
class ToldSessions:
    """All sessions in the order of their days, and how many came to them together."""

    each: tuple[ToldSession, ...]
    together: str


def told_sessions(state: State) -> ToldSessions:
    """Return what pages say of the sessions that were not withdrawn; empty when there are none."""
    found = info_sessions(state)
    held = [session for session in found if session.counted_on]
    total = came(state) if len(held) > 1 else ()
    number = counted(len(held), "sessie", "sessies")
    return ToldSessions(
        tuple(told(state, session) for session in found),
        f"Bij {number} samen: {people(total)}." if total else "",
    )


def sessions_of(state: State, recipient: str) -> tuple[ToldSession, ...]:
    """Return the sessions to which who gets mail under a key is invited, in order of days.

    That one must still be counted is no matter of a guest.
    """
    invited = [each for each in info_sessions(state) if is_guest(state, each, recipient)]
    return tuple(
        replace(told(state, each), standing="") if each.awaits_count else told(state, each)
        for each in invited
    )


def told(state: State, session: InfoSession) -> ToldSession:
    """Return what pages say of one session."""
    return ToldSession(
        session.number,
        one_line(f"{session.when}, {session.place}"),
        how_it_stands(state, session),
        enumeration([one_line(name) for name in session.invited]),
    )


def how_it_stands(state: State, session: InfoSession) -> str:
    """Return in Dutch whether it goes on, was counted, or must be counted still."""
    if session.called_off_on:
        return f"gaat niet door: {one_line(session.called_off_because)}"
    if not is_on(state, session):
        return "gaat niet door: de stap is vervallen"
    if session.counted_on:
        return f"gehouden, {people(session.attendance)}"
    return "nog te houden of te tellen"


def people(attendance: Sequence[Attendance]) -> str:
    """Return how many came, and of which groups if these are known."""
    total = counted(sum(a.people for a in attendance), "aanwezige", "aanwezigen")
    if len(attendance) < 2:
        return total
    groups = enumeration([f"{a.people} {one_line(a.group)}" for a in attendance])
    return f"{total} ({groups})"
