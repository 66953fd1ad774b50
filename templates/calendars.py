# SPDX-License-Identifier: EUPL-1.2
"""The calendars of a dossier, for each owner and for everybody: what stands in them, as bytes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.calendar.holidays import expected_holidays
from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry, changed_at, uid_of
from gehoord.calendar.ical.feed import feed, shown
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.meeting import BodyMeeting, held_in, is_called_off, meetings
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS
from gehoord.templates.council_calendar import council_meetings
from gehoord.templates.session_calendar import sessions_in_calendar


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
    entries = _entries(state, actions, plan, owner)
    return feed(f"{plan}: {who}", shown(entries, on) if on else entries, organizer)


def entries_of(state: State, owner: str) -> list[Entry]:
    """Return what stands in the calendar of an owner; of who owes nothing none."""
    return _entries(state, state.actions.where(owner=owner), state.proposal.title, owner)


def _entries(state: State, actions: list[Action], plan: str, owner: str | None) -> list[Entry]:
    """Return how what has a day stands in the calendar of an owner, or of all.

    That are the actions, the meetings that councils named, and the information sessions.
    """
    held = _meetings(state) if owner is None or state.eenheid.party(owner) else {}
    dated = [(action, action.due_on) for action in actions if action.due_on]
    asked = [entry(a, on, plan, held.get(a.id) or held_in(state, a)) for a, on in dated]
    return [*asked, *council_meetings(state, owner), *sessions_in_calendar(state, owner)]


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


def uid_of_action(action: Action) -> str:
    """Return by what the calendars know an action."""
    return uid_of(_key(action))


def _key(action: Action) -> tuple[str, str, str]:
    """Return what the UID follows from: dossier, step, and owner (with the year, if yearly)."""
    dossier, step, owner = action.id.split("/", 2)
    return dossier, step, owner


def entry(action: Action, on: date, plan: str, meeting: BodyMeeting | None) -> Entry:
    """Return how an action stands in a calendar: at the hour of its meeting, or on its last day.

    What happens in another meeting, or is not held after all, keeps its hour and its place. What
    was done without a meeting stands on the day on which it was: that day is sure.

    Args:
        action: what is owed.
        on: its last day.
        plan: the title of the procedure.
        meeting: the one in which it is done, if its hour is known.
    """
    start, end = _of_meeting(on, meeting) if meeting else (_shown_on(action, on), None)
    approximate, within = _as_written(action, is_sure=meeting is None and bool(action.own_day))
    return Entry(
        key=_key(action),
        title=f"{action.owner_name}: {action.title}",
        start=start,
        end=end,
        changed_at=changed_at(action.changed_on, action.sequence),
        description=" ".join(_description(action, plan, meeting)),
        location=meeting.sitting.place if meeting else "",
        approximate=approximate,
        within=within,
        sequence=action.sequence,
        cancelled=action.state is ActionState.LAPSED or bool(meeting and is_called_off(action)),
    )


def _as_written(action: Action, *, is_sure: bool) -> tuple[str | None, str | None]:
    """Return the words of an approximation, or of another time that names no day."""
    if is_sure:
        return None, None
    if action.precision is Precision.APPROXIMATE:
        return action.words, None
    return None, None if action.names_day else action.due_in_words


def _of_meeting(on: date, meeting: BodyMeeting) -> tuple[datetime, datetime | None]:
    """Return when a meeting on this day begins and, if that is known, ends."""
    end = meeting.sitting.end
    return (
        datetime.combine(on, meeting.sitting.start, AMSTERDAM),
        datetime.combine(on, end, AMSTERDAM) if end else None,
    )


def _shown_on(action: Action, day: date) -> date:
    """Return the day on which it stands: of a month or an approximation the last working day."""
    if action.own_day:
        return action.own_day
    while not action.names_day and expected_holidays().is_day_off(day):
        day -= timedelta(days=1)
    return day


def _description(action: Action, plan: str, meeting: BodyMeeting | None) -> Iterator[str]:
    yield f"{plan}."
    if meeting is None:
        yield from _on_which_day(action)
    elif meeting.agenda:
        yield f"In deze vergadering ook: {enumeration(list(meeting.agenda))}."
    if article := _GROUNDS.get(action.kind):
        yield f"Grond: {article}."


def _on_which_day(action: Action) -> Iterator[str]:
    if action.own_day:
        yield f"Gedaan op {day_in_words(action.own_day)}."
        return
    is_stretch = action.days is not None and action.days.span.days > 1
    if is_stretch and action.kind.takes_its_whole_window and (begins := action.start_in_words):
        yield f"Dit kan vanaf {begins}."
    if action.names_day:
        yield f"{action.due_in_words[0].upper()}{action.due_in_words[1:]}."


_GROUNDS: Final = {StepKind.HEARING: HEAR_COUNCILS, StepKind.ADOPTION: ADOPT}
