"""Invites bodies to their meetings and takes it back when a meeting lapses (iMIP, RFC 6047)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from gehoord.calendar.address import Address
from gehoord.calendar.dutch import full_day_in_words
from gehoord.calendar.entry import Entry
from gehoord.calendar.invitation import invitation, method
from gehoord.domain.action import ActionState
from gehoord.domain.facts import Facts
from gehoord.domain.meeting import BodyMeeting, meetings
from gehoord.domain.message import Attachment, Message, message_key
from gehoord.store.register import Change
from gehoord.tasks.calendars import entry, mailbox
from gehoord.tasks.letters import correspondence
from gehoord.templates.correspondence import News, invited

OCCASION: Final = "uitnodiging"


def invite(change: Change, facts: Facts, on: date) -> int:
    """Invite every body with an address to its meetings to come; tell what changed in them.

    Returns: how many messages are new.
    """
    known = invited_to(change.all(Message, facts.dossier.id))
    return change.send(_message(facts, m, on, known) for m in _to_tell(facts, on, known))


def tell_invited(change: Change, facts: Facts, on: date) -> int:
    """Tell what changed in the meetings to which a body was invited before: no new ones.

    Returns: how many messages are new.
    """
    known = invited_to(change.all(Message, facts.dossier.id))
    told = [m for m in _to_tell(facts, on, known) if m.action.id in known]
    return change.send(_message(facts, m, on, known) for m in told)


def invited_to(messages: Iterable[Message]) -> set[str]:
    """Return the ids of the actions for which a body was invited."""
    return {m.id.partition("|")[0] for m in messages if m.occasion.startswith(OCCASION)}


def _to_tell(facts: Facts, on: date, known: set[str]) -> Iterator[BodyMeeting]:
    """Yield the meetings to come, and those that lapsed after the invitation."""
    for meeting in meetings(facts):
        action = meeting.action
        told = action.state is ActionState.LAPSED and action.id in known
        wanted = action.state is ActionState.OPEN or told
        if wanted and meeting.party.address and action.due_on >= on:
            yield meeting


def _message(facts: Facts, meeting: BodyMeeting, on: date, known: set[str]) -> Message:
    """Return the invitation; the sequence of the action makes every change a new one."""
    action, party = meeting.action, meeting.party
    attendee = Address(party.address or "", party.name)
    line = entry(action, facts.proposal.title, meeting)
    occasion = f"{OCCASION} {action.sequence}"
    rendered = invited(
        correspondence(facts, on, party.name, to=party.id),
        meeting=action.title,
        day=full_day_in_words(action.due_on),
        hour=meeting.sitting.in_words,
        place=meeting.sitting.place,
        agenda=meeting.agenda,
        news=_news(line, known=action.id in known),
    )
    return Message(
        id=message_key(action.id, occasion, party.id),
        dossier=facts.dossier.id,
        occasion=occasion,
        recipient=party.id,
        address=attendee.mail,
        subject=rendered.subject,
        body=rendered.mail,
        attachments=(
            Attachment(
                name=f"{OCCASION}.ics",
                media_type=f"text/calendar; method={method(line)}",
                content=invitation(line, mailbox(facts), attendee).decode(),
            ),
        ),
        created_on=on,
    )


def _news(line: Entry, *, known: bool) -> News:
    if line.cancelled:
        return "vervallen"
    return "gewijzigd" if known else "nieuw"
