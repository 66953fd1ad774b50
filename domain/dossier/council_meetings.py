# SPDX-License-Identifier: EUPL-1.2
"""The meetings of a council at which it can be heard, as a dossier knows them."""

from datetime import date
from typing import Final

from gehoord.calendar.meetings import Meeting
from gehoord.calendar.opportunity import Opportunity
from gehoord.calendar.span import Span
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Municipality
from gehoord.domain.plan.opportunities import hearing_window, opportunity_of

NOT_YET_HEARD: Final = (HearingState.PLANNED, HearingState.INVITED)
"""The states of a council that must be heard still."""


def council_of(state: State, code: str) -> Municipality:
    """Return a municipality of the unit; one that came of a merger with what is known of it."""
    if municipality := state.eenheid.municipality(code):
        return municipality
    frozen, known = state.municipality(code), state.opened.meetings.get(code)
    return Municipality(
        code=frozen.code,
        name=frozen.name,
        holiday_region=frozen.holiday_region,
        schedule=known.schedule if known else None,
    )


def days_to_answer(state: State, hearing: Hearing, on: date) -> Span | None:
    """Return the days from the documents of a council up to its last to answer, both included.

    Before it is asked these are the days of the plan, as far as they are still to come. Nothing
    where it has none.

    Args:
        state: the dossier.
        hearing: of the council.
        on: today; who has no documents yet gets them on that day or later.
    """
    asked_on, due = hearing.invited_on, hearing.due
    if asked_on and due:
        return Span(asked_on, due.day) if asked_on <= due.day else None
    planned = hearing_window(state.plan)
    if planned is None or planned.end < on:
        return None
    return Span(max(planned.start, on), planned.end)


def opportunity_to_answer(
    state: State, hearing: Hearing, on: date = date.min
) -> Opportunity | None:
    """Return which meetings a council has in its days to answer, with its lead time.

    Nothing where its meetings, or these days, are not known. The arguments are those of
    `days_to_answer`; without a day it is as the plan has it.

    Law: Politiewet 2012, art. 38b lid 2 (names no term); a real chance to be heard.
    """
    council = council_of(state, hearing.municipality)
    window = days_to_answer(state, hearing, on) if council.schedule else None
    if window is None:
        return None
    return opportunity_of(council, window, None, state.eenheid).opportunity


def meetings_left(state: State, hearing: Hearing, on: date) -> tuple[Meeting, ...] | None:
    """Return at which meetings a council that is not heard yet can still be heard, from a day on.

    Nothing where that is not known, or the council need not be heard any more.
    """
    if hearing.state not in NOT_YET_HEARD:
        return None
    found = opportunity_to_answer(state, hearing, on)
    return tuple(m for m in found.fitting if m.day >= on) if found else None
