# SPDX-License-Identifier: EUPL-1.2
"""The mails that invite a body to a meeting, tell a change of it, or call it off (RFC 6047)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from gehoord.calendar.dutch import full_day_in_words
from gehoord.calendar.ical.address import Address, addresses
from gehoord.calendar.ical.entry import Entry, changed_at
from gehoord.calendar.ical.invitation import invitation, method
from gehoord.domain.dossier.message import Attachment, Message, MessageKind, Topic
from gehoord.domain.outgoing.invitations import Invitation
from gehoord.templates.calendars import entry, mailbox
from gehoord.templates.correspondence import News, invited
from gehoord.templates.outgoing.outgoing import Outgoing


def news_for_bodies(post: Outgoing, wanted: Iterable[Invitation]) -> Iterator[Message]:
    """Yield the next message about each meeting."""
    for item in wanted:
        if not _reads_as_before(post, item):
            yield _message(post, item)


def _reads_as_before(post: Outgoing, item: Invitation) -> bool:
    """Whether the last message, made before facts were kept, says the same word for word."""
    last = item.last
    if last is None or last.facts:
        return False
    return _calendar(post, item, last.edition, last.created_on) == last.attachments


def _message(post: Outgoing, item: Invitation) -> Message:
    meeting = item.meeting
    rendered = invited(
        post.to(meeting.party.name, meeting.party.id),
        meeting=meeting.action.title,
        day=full_day_in_words(meeting.on),
        hour=meeting.sitting.in_words,
        place=meeting.sitting.place,
        agenda=meeting.agenda,
        news=_news(item),
    )
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.INVITATION,
        recipient=meeting.party.id,
        step=meeting.action.step,
        owner=meeting.action.owner,
        due_on=meeting.on,
        edition=item.edition,
    )
    attached = _calendar(post, item, item.edition, post.on)
    message = post.message(topic, item.meeting.party.address or "", rendered, *attached)
    return message.model_copy(update={"facts": item.facts})


def _news(item: Invitation) -> News:
    if item.called_off:
        return "vervallen"
    return "gewijzigd" if item.last and not item.last.calls_off else "nieuw"


def _calendar(
    post: Outgoing, item: Invitation, edition: int, made_on: date
) -> tuple[Attachment, ...]:
    """Return what an edition of an invitation attaches."""
    line = _line(post, item, edition, made_on)
    content = invitation(line, mailbox(post.state, post.mail_from), *_attendees(item)).decode()
    kind = f"text/calendar; method={method(line)}"
    return (Attachment(name="uitnodiging.ics", media_type=kind, content=content),)


def _line(post: Outgoing, item: Invitation, edition: int, made_on: date) -> Entry:
    meeting = item.meeting
    return replace(
        entry(meeting.action, meeting.on, post.state.proposal.title, meeting),
        cancelled=item.called_off,
        sequence=edition,
        changed_at=changed_at(made_on, edition),
    )


def _attendees(item: Invitation) -> list[Address]:
    """Return every address of the body, each by the name of the body."""
    party = item.meeting.party
    return [Address(found.mail, party.name) for found in addresses(party.address or "")]
