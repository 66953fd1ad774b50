"""The meetings at which councils mean to treat the ontwerp, beside what is asked of them."""

from gehoord.calendar.due import Due
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State


def councils_that_meet(state: State) -> list[Hearing]:
    """Return the hearings of the councils that named a meeting and are to be heard still."""
    return [hearing for hearing in state.hearings if hearing.meeting_on]


def last_to_answer(state: State, hearing: Hearing) -> Due | None:
    """Return the last day on which a council can answer, its respite included; if it has one.

    Before it is asked that is the day of the plan.
    """
    step = state.as_opened.hearing
    owed = state.owed(step.id, hearing.municipality) if step else []
    return owed[0].due if owed else None


def last_day_before_meeting(state: State, hearing: Hearing) -> Due | None:
    """Return the last day to answer of a council whose meeting comes after it; else nothing."""
    last = last_to_answer(state, hearing) if hearing.meeting_on else None
    if hearing.meeting_on is None or last is None:
        return None
    return last if Due.on(hearing.meeting_on).is_surely_after(last) else None
