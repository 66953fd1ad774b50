# SPDX-License-Identifier: EUPL-1.2
"""The mails that invite guests to an information session, tell a change, or call it off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gehoord.calendar.dutch import full_day_in_words
from gehoord.calendar.ical.address import Address, addresses
from gehoord.calendar.ical.entry import changed_at
from gehoord.calendar.ical.invitation import invitation, method
from gehoord.domain.dossier.addressees import Recipient, addressee_of, recipients
from gehoord.domain.dossier.attendance import is_on
from gehoord.domain.dossier.guests import guests
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.message import Attachment, Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.invitations import CALLED_OFF
from gehoord.templates.calendars import mailbox
from gehoord.templates.correspondence import News, invited_to_session
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.session_calendar import session_entry, title_of

GuestInvitations = Mapping[tuple[str, str], Message]
"""The last invitation by the rung of its session and the key of its recipient."""


@dataclass(frozen=True, slots=True)
class GuestInvitation:
    """A session as a guest should know it now, with what he was told of it last."""

    session: InfoSession
    recipient: Recipient
    last: Message | None
    called_off: bool

    @property
    def edition(self) -> int:
        """The number of the next message about it: never one twice."""
        counted = self.session.sequence
        return counted if self.last is None else max(counted, self.last.edition + 1)

    @property
    def news(self) -> News:
        """Whether it is the first invitation, another one, or a cancellation."""
        if self.called_off:
            return "vervallen"
        return "gewijzigd" if self.last and not self.last.calls_off else "nieuw"

    def facts(self, organizer: str) -> tuple[str, ...]:
        """Return what the guest acts on: whether, when and where, and who asks whom."""
        session = self.session
        return (
            CALLED_OFF if self.called_off else "gaat door",
            session.meets_on.isoformat(),
            session.start.isoformat(),
            session.end.isoformat() if session.end else "",
            session.place,
            organizer,
            self.recipient.address,
        )


def news_for_guests(post: Outgoing, last: GuestInvitations) -> Iterator[Message]:
    """Yield what guests must hear of the sessions to come and do not know yet.

    A session of the past is let be, and so is one that was held and counted. Who has no address is
    not invited by mail.

    Args:
        post: the dossier and the day; a session on it is still to come.
        last: what guests were told last.
    """
    for session in post.state.sessions:
        if session.meets_on >= post.on and not session.counted_on:
            for item in _of(post.state, session, last):
                if item.last is None or item.last.facts != item.facts(post.mail_from):
                    yield _message(post, item)


def _of(state: State, session: InfoSession, last: GuestInvitations) -> Iterator[GuestInvitation]:
    """Yield how each guest should know a session; of one that is off, who were invited."""
    rung, goes_on = rung_of(session), is_on(state, session)
    told = {key: message for (of, key), message in last.items() if of == rung}
    if goes_on:
        found = list(recipients(state, guests(state, session)))
    else:
        found = [addressee_of(state, key) for key in told]
    for recipient in found:
        if recipient.address:
            yield GuestInvitation(session, recipient, told.get(recipient.id), not goes_on)


def rung_of(session: InfoSession) -> str:
    """Return what tells the invitations to a session from all others."""
    return f"sessie {session.number}"


def _message(post: Outgoing, item: GuestInvitation) -> Message:
    session, recipient = item.session, item.recipient
    rendered = invited_to_session(
        post.to(recipient.name, recipient.party),
        session=title_of(post.state, session),
        day=full_day_in_words(session.meets_on),
        hour=session.sitting.in_words,
        place=session.place,
        news=item.news,
    )
    owners = {a.owner for a in post.state.actions.where(step=session.step)} if session.step else ()
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.INVITATION,
        recipient=recipient.id,
        step=session.step,
        owner=next(iter(owners)) if len(owners) == 1 else None,
        municipality=recipient.municipality,
        rung=rung_of(session),
        due_on=session.meets_on,
        edition=item.edition,
    )
    message = post.message(topic, recipient.address, rendered, _calendar(post, item))
    return message.model_copy(update={"facts": item.facts(post.mail_from)})


def _calendar(post: Outgoing, item: GuestInvitation) -> Attachment:
    """Return the session as an invitation to a calendar (RFC 6047)."""
    line = replace(
        session_entry(post.state, item.session),
        cancelled=item.called_off,
        sequence=item.edition,
        changed_at=changed_at(post.on, item.edition),
    )
    recipient = item.recipient
    asked = [Address(found.mail, recipient.name) for found in addresses(recipient.address)]
    content = invitation(line, mailbox(post.state, post.mail_from), *asked).decode()
    kind = f"text/calendar; method={method(line)}"
    return Attachment(name="uitnodiging.ics", media_type=kind, content=content)
