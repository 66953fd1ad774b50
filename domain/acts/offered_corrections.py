# SPDX-License-Identifier: EUPL-1.2
"""What the form that takes something back offers to choose from."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.chapters import promised_chapters
from gehoord.domain.acts.correction_of_appeals import appeals_to_take_back
from gehoord.domain.acts.correction_of_meetings import calendars_read
from gehoord.domain.acts.correction_of_uitvoering import uitvoering_to_take_back
from gehoord.domain.acts.escalation import is_still_so_late, late_behind
from gehoord.domain.acts.offered_assents import of_assents
from gehoord.domain.acts.offered_circulation import what_was_read
from gehoord.domain.acts.offered_sessions import sessions_recorded
from gehoord.domain.acts.reports_of_hearing import ALL
from gehoord.domain.acts.reserving import longer_or_meeting
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answers, clusters


def _may_come_back(state: State) -> Iterator[Action]:
    """Yield what was closed; of what is no longer late no escalation."""
    for action in state.actions:
        if not action.is_open and (not action.about or is_still_so_late(state, action)):
            yield action


def _steps_that_are_closed(state: State, on: date) -> Iterator[str]:
    closed = {action.step for action in _may_come_back(state)}
    yield from (step.id for step in state.as_opened.steps if step.id in closed)


def _who_may_take_back(state: State, on: date) -> list[str]:
    """Return of whom something was recorded, or `ALL`; of a jaarverslag that is its year."""
    years = {str(besluit.year) for besluit in state.besluiten if besluit.counts and besluit.year}
    senders = alphabetical({response.sender for response in state.responses if response.counts})
    closed = {
        action.owner_name
        for item in _may_come_back(state)
        for action in (item, *late_behind(state, item))
    }
    return [
        *[ALL][: len(closed)],
        *alphabetical(closed | _councils_with_more(state)),
        *senders,
        *promised_chapters(state),
        *sorted(years),
    ]


def _councils_with_more(state: State) -> set[str]:
    """Return of which councils, or bodies, something was recorded beside what they answered."""
    named = longer_or_meeting(state)
    named |= {asked.called for asked in state.requests if asked.counts}
    named |= set(sessions_recorded(state))
    named |= {point.called for point in state.points if point.counts}
    named |= set(what_was_read(state)) | of_assents(state)
    named |= {name for _, name in uitvoering_to_take_back(state)}
    named |= {name for _, name in appeals_to_take_back(state)}
    named |= {answer.name for answer in answers(state)} | {c.name for c in clusters(state)}
    return named | set(calendars_read(state))


def _reasons_given(state: State, on: date) -> Iterator[str]:
    yield from (reason.code for reason in state.reasons if reason.counts)


OF_CORRECTIONS: Final = {
    ("herstel", "stap"): _steps_that_are_closed,
    ("herstel", "actiehouder"): _who_may_take_back,
    ("herstel", "bevinding"): _reasons_given,
}
"""What one field of one form offers."""
