# SPDX-License-Identifier: EUPL-1.2
"""The sessions of a dossier as they stand, and how many people came."""

from gehoord.domain.dossier.info_session import Attendance, InfoSession
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing


def info_sessions(state: State, step: str | None = None) -> list[InfoSession]:
    """Return the sessions that were not withdrawn, of all steps or of one, in order of days."""
    found = [each for each in standing(state.sessions) if step is None or each.step == step]
    return sorted(found, key=lambda each: (each.meets_on, each.start, each.number))


def came(state: State) -> tuple[Attendance, ...]:
    """Return how many came to all sessions together, by group in the order in which they came."""
    people: dict[str, int] = {}
    for session in info_sessions(state):
        for each in session.attendance if session.goes_on else ():
            people[each.group] = people.get(each.group, 0) + each.people
    return tuple(Attendance(group=group, people=number) for group, number in people.items())


def is_on(state: State, session: InfoSession) -> bool:
    """Whether a session was or will be held: nor it nor its step was called off."""
    return session.goes_on and not (session.step and state.has_lapsed(session.step))


def is_all_counted(state: State, step: str) -> bool:
    """Whether each session of a step that goes on was held and counted, and there is one."""
    going = [session for session in info_sessions(state, step) if session.goes_on]
    return bool(going) and all(session.counted_on for session in going)
