# SPDX-License-Identifier: EUPL-1.2
"""What a dossier sends on one day: the fields of its letters, and how each becomes a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.addressees import Recipient
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.message import Attachment, Message, Topic, message_key
from gehoord.domain.dossier.nota import Said, said_by_council
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import OF_PART
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import PER_MUNICIPALITY
from gehoord.domain.outgoing.thread import thread_of
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import Letter, Step
from gehoord.templates.calendars import calendar_of, mailbox
from gehoord.templates.correspondence import Correspondence, Rendered
from gehoord.templates.fields import account_of, announced_part, correspondence
from gehoord.templates.told_zienswijzen import ToldZienswijzen, told_zienswijzen


@dataclass(frozen=True)
class Outgoing:
    """The outgoing post of a dossier.

    Attributes:
        state: the dossier as it stands.
        on: the day on which it is put in the outbox.
        mail_from: the address behind the procedure.
        page: the address of the page of whoever gets a mail, as mails are kept with it; empty when
            there is no desk.
        letters: the day of the last letter that each recipient got before, by his key.
    """

    state: State
    on: date
    mail_from: str
    page: str = ""
    letters: Mapping[str, date] = field(default_factory=dict)

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
        page = self.page if self.page and self._owes(party) else ""
        return replace(self._to_all, recipient=recipient, to=party, greeting=greeting, page=page)

    def _owes(self, party: str) -> bool:
        """Whether a party is asked anything in this dossier: only then it has a page of its own."""
        return party in PER_MUNICIPALITY or bool(self.state.actions.where(owner=party))

    def about(self, planned: PlannedStep, recipient: Recipient) -> Correspondence:
        """Return what a notice may say to one recipient; only a letter of one's own has a note."""
        step = planned.step
        carried = carried_by(self.state, step)
        earlier = self.letters.get(recipient.id)
        of_year = account_of(carried) if isinstance(carried, Besluit) else {}
        of_part = announced_part(self.state) if step.id == OF_PART.announcement else {}
        return replace(
            self.to(recipient.name, recipient.party),
            title_of_step=step.title,
            subject_of_step=step.subject or "",
            note=step.note if step.letter is Letter.NOTE else "",
            has_document=carried is not None and carried.document is not None,
            your_reference=self.state.given_letterhead.references.get(recipient.id, ""),
            earlier_on=day_in_words(earlier) if earlier else "",
            zienswijzen=self._answered_by(recipient) if step.letter is Letter.ADOPTION else None,
            **of_year,
            **of_part,
        )

    def _answered_by(self, recipient: Recipient) -> ToldZienswijzen | None:
        """Return what the council of a reader answered; nothing if it gave no zienswijze.

        With it what was answered by the councils whose municipalities went into his.
        """
        code = recipient.municipality or ""
        before = [m.code for m in self.state.municipalities if code in m.successors]
        own = self._said_by_council.get(code, ())
        others = [one for gone in before for one in self._said_by_council.get(gone, ())]
        return told_zienswijzen(own, others) if own or others else None

    @cached_property
    def _said_by_council(self) -> Mapping[str, Sequence[Said]]:
        return said_by_council(self.state)

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


def carried_by(state: State, step: Step) -> DraftVersion | Besluit | None:
    """Return what goes with the letter of a step: a version, a jaarverslag, or nothing."""
    if step.letter is Letter.ONTWERP:
        return state.ontwerp
    if step.letter is Letter.JAARVERSLAG and step.year:
        return state.jaarverslag(step.year)
    return state.final if step.letter in _WITH_PLAN else None


_WITH_PLAN: Final = (Letter.ADOPTION, Letter.ANNOUNCEMENT, Letter.SEND_OUT)


def document_of(carried: DraftVersion | Besluit | None, name: str) -> list[Attachment]:
    """Return the document of a version or a jaarverslag as an attachment, if it has one."""
    if carried is None or carried.document is None:
        return []
    kind = "application/octet-stream"
    return [Attachment(name=name, media_type=kind, document=carried.document)]
