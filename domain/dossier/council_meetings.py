"""The meetings of a council at which it can be heard, as a dossier knows them."""

from datetime import date

from gehoord.calendar.meetings import Meeting
from gehoord.calendar.opportunity import Opportunity
from gehoord.calendar.span import Span
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Municipality
from gehoord.domain.plan.opportunities import hearing_window, opportunity_of


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


def opportunity_to_answer(state: State, hearing: Hearing) -> Opportunity | None:
    """Return which meetings a council has from its documents up to its last day to answer.

    Before it is asked, these are the days of the plan. Nothing where its meetings, or these days,
    are not known.

    Law: Politiewet 2012, art. 38b lid 2 (names no term); a real chance to be heard.
    """
    council = council_of(state, hearing.municipality)
    if council.schedule is None:
        return None
    window = _asked(hearing) or hearing_window(state.plan)
    if window is None:
        return None
    return opportunity_of(council, window, None, state.eenheid).opportunity


def meetings_left(state: State, hearing: Hearing, on: date) -> tuple[Meeting, ...] | None:
    """Return at which meetings a council that is not heard yet can still be heard, from a day on.

    Nothing where that is not known, or the council need not be heard any more.
    """
    if not hearing.is_owed or hearing.state not in (HearingState.PLANNED, HearingState.INVITED):
        return None
    found = opportunity_to_answer(state, hearing)
    return tuple(m for m in found.fitting if m.day >= on) if found else None


def _asked(hearing: Hearing) -> Span | None:
    """Return the days from the one on which a council was asked up to its last, if it has these."""
    asked_on, due = hearing.invited_on, hearing.due
    return Span(asked_on, due.day) if asked_on and due and asked_on <= due.day else None
