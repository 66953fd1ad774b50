"""What a dossier sends on one day: the fields of its letters, and how each becomes a message."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from gehoord.domain.dossier.message import Attachment, Message, Topic, message_key
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.outgoing.thread import thread_of
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.step import Letter
from gehoord.templates.calendars import calendar_of, mailbox
from gehoord.templates.correspondence import Correspondence, Rendered
from gehoord.templates.fields import correspondence
from gehoord.templates.outgoing.addressees import Recipient


@dataclass(frozen=True)
class Outgoing:
    """The outgoing post of a dossier.

    Attributes:
        state: the dossier as it stands.
        on: the day on which it is put in the outbox.
        mail_from: the address behind the procedure.
    """

    state: State
    on: date
    mail_from: str

    @cached_property
    def _to_all(self) -> Correspondence:
        return correspondence(self.state, self.on)

    def to(self, recipient: str, party: str = "") -> Correspondence:
        """Return what may be said to one recipient.

        Args:
            recipient: by name.
            party: the id of the office, body or group it is; see `Correspondence`.
        """
        body = self.state.eenheid.party(party)
        greeting = body.greeting if body else ""
        return replace(self._to_all, recipient=recipient, to=party, greeting=greeting)

    def about(self, planned: PlannedStep, recipient: Recipient) -> Correspondence:
        """Return what a notice may say to one recipient; only a letter of one's own has a note."""
        step = planned.step
        return replace(
            self.to(recipient.name, recipient.party),
            title_of_step=step.title,
            subject_of_step=step.subject or "",
            note=step.note if step.letter is Letter.NOTE else "",
        )

    def message(
        self, topic: Topic, address: str, rendered: Rendered, *attachments: Attachment
    ) -> Message:
        """Return a message, with its letter before its other attachments."""
        letter = Attachment(name="brief.html", media_type="text/html", content=rendered.letter)
        return Message(
            **dict(topic),
            id=message_key(topic),
            address=address,
            subject=rendered.subject,
            body=rendered.mail,
            attachments=(letter, *attachments) if rendered.letter else attachments,
            created_on=self.on,
            thread=thread_of(self.state, topic),
            mail_domain=self.mail_from.rpartition("@")[2],
        )

    def calendar(self, owner: str) -> Attachment:
        """Return the calendar of one owner as an attachment."""
        content = calendar_of(self.state, mailbox(self.state, self.mail_from), owner).decode()
        return Attachment(name="agenda.ics", media_type="text/calendar", content=content)


def document_of(version: DraftVersion | None, name: str) -> list[Attachment]:
    """Return the document of a version as an attachment, if it has one."""
    if version is None or version.document is None:
        return []
    kind = "application/octet-stream"
    return [Attachment(name=name, media_type=kind, document=version.document)]
