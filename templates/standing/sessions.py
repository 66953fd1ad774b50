# SPDX-License-Identifier: EUPL-1.2
"""The information sessions: when and where, who was invited, how many came."""

from gehoord.domain.dossier.state import State
from gehoord.templates.markdown import plain
from gehoord.templates.told_sessions import ToldSession, told_sessions


def sessions(state: State) -> list[str]:
    """Return the information sessions in Markdown; nothing while there are none."""
    found = told_sessions(state)
    if not found.each:
        return []
    lines = ["## Informatiesessies", "", *map(_line, found.each)]
    return [*lines, "", plain(found.together)] if found.together else lines


def _line(session: ToldSession) -> str:
    told = f"Sessie {session.number}: {session.place_and_time}; {session.standing}."
    invited = f" Genodigd: {session.invited}." if session.invited else ""
    return f"- {plain(told + invited)}"
