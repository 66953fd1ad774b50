# SPDX-License-Identifier: EUPL-1.2
"""What the forms about information sessions offer to choose from."""

from datetime import date
from typing import Final

from gehoord.domain.dossier.attendance import info_sessions
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import INFO_SESSION


def sessions_recorded(state: State) -> list[str]:
    """Return every session that was not withdrawn, as a drop-down names it."""
    return [each.called for each in info_sessions(state)]


def _to_change(state: State, on: date) -> list[str]:
    return [each.called for each in info_sessions(state) if each.awaits_count]


def _to_count(state: State, on: date) -> list[str]:
    found = info_sessions(state)
    return [each.called for each in found if each.awaits_count and each.meets_on <= on]


def _steps_with_sessions(state: State, on: date) -> list[str]:
    steps = state.as_opened.steps
    return [step.id for step in steps if step.reported_as == INFO_SESSION and step.stands]


OF_SESSIONS: Final = {
    ("informatiesessie", "stap"): _steps_with_sessions,
    ("sessie-verplaatst", "sessie"): _to_change,
    ("sessie-vervalt", "sessie"): _to_change,
    ("sessie-gehouden", "sessie"): _to_count,
}
"""What one field of one form offers. Who is invited is free: a list would shut it."""
