"""The calendars of a dossier, for each owner and for everybody: what stands in them, as bytes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import enumeration
from gehoord.calendar.holidays import expected_holidays
from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.feed import feed, shown
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.meeting import BodyMeeting, held_in, is_called_off, meetings
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS


def calendar_of(
    state: State, organizer: Address, owner: str | None = None, on: date | None = None
) -> bytes:
    """Return the calendar of one owner (municipality code or office), or of the whole dossier.

    Args:
        state: the dossier.
        organizer: the mailbox behind it.
        owner: whose calendar; nothing means everybody's. What has no day stands in none.
        on: leave out what lapsed more than 90 days before this day.

    Raises:
        GehoordError: nobody by that name owes anything in this dossier.
    """
    actions = list(state.actions) if owner is None else state.actions.where(owner=owner)
    if not actions and owner is not None:
        raise _owes_nothing(state, owner)
    plan = state.proposal.title
    who = actions[0].owner_name if owner else "alle acties"
    held = _meetings(state) if owner is None or state.eenheid.party(owner) else {}
    entries = list(_entries(state, actions, held))
    return feed(f"{plan}: {who}", shown(entries, on) if on else entries, organizer)


def _entries(
    state: State, actions: Iterable[Action], held: Mapping[str, BodyMeeting]
) -> Iterator[Entry]:
    """Yield how each action with a day stands in a calendar."""
    for action in actions:
        if action.due_on:
            meeting = held.get(action.id) or held_in(state, action)
            yield entry(action, action.due_on, state.proposal.title, meeting)


def _meetings(state: State) -> dict[str, BodyMeeting]:
    return {meeting.action.id: meeting for meeting in meetings(state)}


def _owes_nothing(state: State, owner: str) -> GehoordError:
    owners = ", ".join(sorted({a.owner for a in state.actions if a.municipality is None}))
    return GehoordError(
        f"'{owner}' heeft in dit dossier geen acties. Kies een gemeente of: {owners}."
    )


def mailbox(state: State, address: str) -> Address:
    """Return the functional mailbox behind a dossier: what its calendars and invitations name."""
    return mailbox_of(state.dossier.eenheid_name, address)


def mailbox_of(eenheid: str, address: str) -> Address:
    """Return the functional mailbox of a unit, as people see it in the sender of a mail."""
    return Address(address, f"Beleidsplan {eenheid}")


def _key(action: Action) -> tuple[str, str, str]:
    """Return what the UID follows from: dossier, step, and owner (with the year, if yearly)."""
    dossier, step, owner = action.id.split("/", 2)
    return dossier, step, owner


def entry(action: Action, on: date, plan: str, meeting: BodyMeeting | None) -> Entry:
    """Return how an action stands in a calendar: at the hour of its meeting, or on its last day.

    What happens in another meeting, or is not held after all, keeps its hour and its place.

    Args:
        action: what is owed.
        on: its last day.
        plan: the title of the procedure.
        meeting: the one in which it is done, if its hour is known.
    """
    rough = action.precision is Precision.APPROXIMATE
    day: date | datetime = _shown_on(action, on)
    end: date | datetime | None = None
    if meeting:
        day = datetime.combine(on, meeting.sitting.start, AMSTERDAM)
        if meeting.sitting.end:
            end = datetime.combine(on, meeting.sitting.end, AMSTERDAM)
    return Entry(
        key=_key(action),
        title=f"{action.owner_name}: {action.title}",
        start=day,
        end=end,
        changed_at=changed_at(action.changed_on, action.sequence),
        description=" ".join(_description(action, plan, meeting)),
        location=meeting.sitting.place if meeting else "",
        approximate=action.words if rough else None,
        within=None if rough or action.names_day else action.due_in_words,
        sequence=action.sequence,
        cancelled=action.state is ActionState.LAPSED or bool(meeting and is_called_off(action)),
    )


def _shown_on(action: Action, day: date) -> date:
    """Return the day on which it stands: of a month or an approximation the last working day."""
    while not action.names_day and expected_holidays().is_day_off(day):
        day -= timedelta(days=1)
    return day


def changed_at(day: date, sequence: int) -> datetime:
    """Return the moment that a calendar names for a change; of two on one day the last is later.

    >>> changed_at(date(2026, 11, 26), 1).isoformat()
    '2026-11-26T00:00:01+00:00'
    """
    return datetime.combine(day, time(), UTC) + timedelta(seconds=sequence)


def _description(action: Action, plan: str, meeting: BodyMeeting | None) -> Iterator[str]:
    yield f"{plan}."
    if meeting is None:
        is_stretch = action.days is not None and action.days.span.days > 1
        if is_stretch and action.kind.takes_its_whole_window and (begins := action.start_in_words):
            yield f"Dit kan vanaf {begins}."
        if action.names_day:
            yield f"{action.due_in_words[0].upper()}{action.due_in_words[1:]}."
    elif meeting.agenda:
        yield f"In deze vergadering ook: {enumeration(list(meeting.agenda))}."
    if article := _GROUNDS.get(action.kind):
        yield f"Grond: {article}."


_GROUNDS: Final = {StepKind.HEARING: HEAR_COUNCILS, StepKind.ADOPTION: ADOPT}
