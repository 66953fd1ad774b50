# SPDX-License-Identifier: EUPL-1.2
"""The meeting at which a council means to treat the ontwerp, as it stands in calendars."""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.ical.entry import Entry, changed_at, uid_of
from gehoord.domain.dossier.agenda_item import MeetingStands
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.law.politiewet import HEAR_COUNCILS


def council_meetings(state: State, owner: str | None) -> Iterator[Entry]:
    """Yield how the meetings that councils named stand in the calendar of an owner, or of all.

    One on a day that has passed stays as it was; one that lapsed is cancelled.

    Args:
        state: the dossier.
        owner: whose calendar, by its key: all of a municipality share one; nothing means everybody.
    """
    found = state.hearings if owner is None else state.hearings.where(municipality=owner)
    for hearing in found:
        if hearing.meets_on:
            yield meeting_entry(hearing, state.proposal.title)


def meeting_entry(hearing: Hearing, plan: str) -> Entry:
    """Return how the meeting of a council stands in a calendar: all day, for its hour is not known.

    Args:
        hearing: of the council, which named a meeting.
        plan: the title of the procedure.

    Raises:
        ValueError: the council named none.
    """
    if hearing.meets_on is None:
        raise ValueError(f"{hearing.name} named no meeting")
    how_far = "" if hearing.is_called_off else f" ({hearing.meeting_stands})"
    return Entry(
        key=_key(hearing),
        title=f"{hearing.name}: raad behandelt het ontwerp{how_far}",
        start=hearing.meets_on,
        changed_at=changed_at(
            hearing.meeting_changed_on or hearing.meets_on, hearing.meeting_sequence
        ),
        description=" ".join(_description(hearing, plan)),
        sequence=hearing.meeting_sequence,
        cancelled=hearing.is_called_off,
    )


def uid_of_meeting(hearing: Hearing) -> str:
    """Return by what the calendars know the meeting of a council, whichever day it is on."""
    return uid_of(_key(hearing))


def _key(hearing: Hearing) -> tuple[str, str, str]:
    return hearing.dossier, _NO_STEP, hearing.municipality


_NO_STEP: Final = "vergadering van de raad"
"""In the place of a step: the id of a step has no blanks."""


def _description(hearing: Hearing, plan: str) -> Iterator[str]:
    yield f"{plan}."
    if hearing.meeting_stands and not hearing.is_called_off:
        yield _SAID[hearing.meeting_stands]
        yield "Meld daarna wat de raad antwoordde."
    yield f"Grond: {HEAR_COUNCILS}."


_SAID: Final = {
    MeetingStands.RESERVED: "De raad heeft tijd gereserveerd.",
    MeetingStands.ON_AGENDA: "Het ontwerp staat op de agenda van de raad.",
}
