# SPDX-License-Identifier: EUPL-1.2
"""The meetings at which councils mean to treat the ontwerp, beside what is asked of them."""

from collections.abc import Iterable

from gehoord.calendar.due import Due
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State


def meetings_too_late(state: State, hearings: Iterable[Hearing]) -> list[tuple[Hearing, Due]]:
    """Return the hearings of which the meeting comes after the last day to answer, with that day.

    A respite is counted in it; before a council is asked the day of the plan is its last. What is
    asked of the register is the same for one council and for all.

    Args:
        state: the dossier.
        hearings: of which; a council that named no meeting is left out.
    """
    meet = [hearing for hearing in hearings if hearing.meeting_on]
    last = _last_days(state) if meet else {}
    pairs = ((hearing, last.get(hearing.municipality)) for hearing in meet)
    return [(hearing, due) for hearing, due in pairs if due and _is_after(hearing, due)]


def _last_days(state: State) -> dict[str, Due | None]:
    """Return the last day on which each council can answer that still must, by its CBS code."""
    step = state.as_opened.hearing
    owed = state.owed(step.id) if step else []
    return {action.owner: action.due for action in owed}


def _is_after(hearing: Hearing, last: Due) -> bool:
    """Whether a meeting surely comes after a day, however rough that is."""
    return hearing.meeting_on is not None and Due.on(hearing.meeting_on).is_surely_after(last)
