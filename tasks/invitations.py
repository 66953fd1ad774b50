"""Invites bodies to their meetings and takes it back when a meeting lapses (iMIP, RFC 6047)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from gehoord.calendar.dutch import full_day_in_words
from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.invitation import invitation, method
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.meeting import BodyMeeting, held_in, is_called_off, meetings
from gehoord.domain.dossier.message import Attachment, Message, MessageKind, Topic, message_key
from gehoord.domain.dossier.state import State
from gehoord.store.register import Change
from gehoord.tasks.calendars import entry, mailbox
from gehoord.templates.correspondence import News, invited
from gehoord.templates.fields import correspondence

_TAKEN_BACK: Final = "text/calendar; method=CANCEL"

Invitations = dict[tuple[str | None, str | None], Message]
"""The last invitation by the step and the owner of the action it is about."""


def invite(change: Change, state: State, on: date) -> int:
    """Invite every body with an address to its meetings to come, and tell what changed in them.

    Compares what each body should know with what it was sent last, so that it can be repeated. A
    meeting of the past is let be.

    Returns: how many messages are new.
    """
    if not any(party.address for party in state.eenheid.parties):
        return 0
    return change.send(_news(state, _last_invitations(change), on))


def tell_invited(change: Change, on: date) -> int:
    """Do the same once somebody was invited: before that, only `invite` begins.

    Returns: how many messages are new.
    """
    last = _last_invitations(change)
    return change.send(_news(change.state(), last, on)) if last else 0


def _last_invitations(change: Change) -> Invitations:
    """Return the last invitation to each action for which a body was invited."""
    found = change.all(Message, change.dossier_id, kind=MessageKind.INVITATION)
    return {(m.step, m.owner): m for m in sorted(found, key=lambda m: m.edition)}


def _news(state: State, last: Invitations, on: date) -> Iterator[Message]:
    """Yield what bodies do not know yet: meetings that are new or changed, then those called off.

    A meeting that became part of another one is called off too; that one tells the rest.
    """
    to_come = {m.action.id: m for m in meetings(state) if m.action.due_on >= on}
    for meeting in to_come.values():
        if meeting.party.address and meeting.action.state is ActionState.OPEN:
            told = last.get((meeting.action.step, meeting.action.owner))
            yield from _unless_known(state, meeting, told, on, called_off=False)
    for (step, owner), told in last.items():
        [action] = state.actions.where(step=step, owner=owner)
        if _was_called_off(told) or action.id in to_come or action.due_on < on:
            continue
        alone = held_in(state, action)
        if alone and (action.state is not ActionState.DONE or is_called_off(action)):
            yield from _unless_known(state, alone, told, on, called_off=True)


def _was_called_off(message: Message) -> bool:
    return message.attachments[0].media_type == _TAKEN_BACK


def _unless_known(
    state: State, meeting: BodyMeeting, last: Message | None, on: date, *, called_off: bool
) -> Iterator[Message]:
    """Yield the next edition of an invitation, unless the last one says the same."""
    attendee = Address(meeting.party.address or "", meeting.party.name)
    line = replace(entry(meeting.action, state.proposal.title, meeting), cancelled=called_off)

    def edition(sequence: int, day: date) -> str:
        changed_at = datetime.combine(day, time(), UTC)
        dated = replace(line, sequence=sequence, changed_at=changed_at)
        return invitation(dated, mailbox(state), attendee).decode()

    number = meeting.action.sequence
    if last is not None:
        number = max(number, last.edition + 1)
        if edition(last.edition, last.created_on) == last.attachments[0].content:
            return
    news: News = "gewijzigd" if last and not _was_called_off(last) else "nieuw"
    rendered = invited(
        correspondence(state, on, meeting.party.name, to=meeting.party.id),
        meeting=meeting.action.title,
        day=full_day_in_words(meeting.action.due_on),
        hour=meeting.sitting.in_words,
        place=meeting.sitting.place,
        agenda=meeting.agenda,
        news="vervallen" if called_off else news,
    )
    topic = Topic(
        dossier=state.dossier.id,
        kind=MessageKind.INVITATION,
        recipient=meeting.party.id,
        step=meeting.action.step,
        owner=meeting.action.owner,
        due_on=meeting.action.due_on,
        edition=number,
    )
    yield Message(
        **dict(topic),
        id=message_key(topic),
        address=attendee.mail,
        subject=rendered.subject,
        body=rendered.mail,
        attachments=(
            Attachment(
                name="uitnodiging.ics",
                media_type=f"text/calendar; method={method(line)}",
                content=edition(number, on),
            ),
        ),
        created_on=on,
    )
