# SPDX-License-Identifier: EUPL-1.2
"""The meetings at which a council, or its committee, treats the ontwerp, in calendars."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.ical.entry import Entry, changed_at, uid_of
from gehoord.domain.acts.before_deciding import NOT_HEARD, OF_KIND
from gehoord.domain.dossier.agenda_item import AgendaItem, MeetingStands
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.law.politiewet import HEAR_COUNCILS


def council_meetings(state: State, owner: str | None) -> Iterator[Entry]:
    """Yield how the meetings that councils named stand in the calendar of an owner, or of all.

    One on a day that has passed stays as it was; one that lapsed is cancelled. What was said to be
    off only after its day is left out: nobody need strike it out any more.

    Args:
        state: the dossier.
        owner: whose calendar, by its key: all of a municipality share one; nothing means everybody.
    """
    found = state.hearings if owner is None else state.hearings.where(municipality=owner)
    for hearing in found:
        if hearing.meets_on and not _is_off_only_after(hearing, hearing.meets_on):
            yield meeting_entry(hearing, state.proposal.title)
        for item in hearing.agenda:
            if item.stands is not MeetingStands.OFF or item.told_on <= item.day:
                yield item_entry(hearing, item, state.proposal.title)


def _is_off_only_after(hearing: Hearing, day: date) -> bool:
    """Whether the deciding meeting was said to be off, or lapsed, only after its day."""
    return hearing.is_called_off and (hearing.meeting_changed_on or day) > day


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


def item_entry(hearing: Hearing, item: AgendaItem, plan: str) -> Entry:
    """Return how a meeting before the deciding one stands in a calendar; it is no hearing.

    Args:
        hearing: of the council.
        item: its meeting, or one of a committee.
        plan: the title of the procedure.
    """
    is_off = hearing.is_item_off(item)
    where = f", {item.where}" if item.where else ""
    said = [] if is_off else [_SAID_BEFORE[item.stands], NOT_HEARD]
    return Entry(
        key=(hearing.dossier, f"{_NO_STEP} ({item.kind})", hearing.municipality),
        title=f"{hearing.name}: {OF_KIND[item.kind]} behandeling van het ontwerp{where}"
        f"{'' if is_off else f' ({item.stands})'}",
        start=item.day,
        changed_at=changed_at(item.told_on, item.sequence),
        description=" ".join([f"{plan}.", *said]),
        sequence=item.sequence,
        cancelled=is_off,
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
_SAID_BEFORE: Final = {
    MeetingStands.RESERVED: "Er is tijd gereserveerd.",
    MeetingStands.ON_AGENDA: "Het ontwerp staat op de agenda.",
    MeetingStands.TREATED: "Het ontwerp is behandeld.",
}
