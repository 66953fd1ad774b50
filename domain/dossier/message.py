# SPDX-License-Identifier: EUPL-1.2
"""A message in the outbox: what it is in columns, and the key under which it never leaves twice."""

import hashlib
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from gehoord.domain.dossier.mode import Mode
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.step import Letter


class MessageKind(StrEnum):
    """What sort of message it is."""

    LETTER = "brief"
    REMINDER = "herinnering"
    LATE = "te laat"
    MOVED = "verplaatst"
    CHANGED = "wijziging"
    PRIORITY = "prioriteit"
    CORRECTION = "herstel"
    INVITATION = "uitnodiging"
    DRAFT = "ter lezing"
    REPLY = "antwoord op verzoek"
    RECEIPT = "ontvangst"
    UNDELIVERED = "niet aangekomen"
    TRIAL = "proefbrief"
    LINK = "toegang"
    UNKNOWN = "onbekend"


class MessageState(StrEnum):
    """Where a message stands."""

    WAITING = "wacht"
    SENDING = "onderweg"
    SENT = "verzonden"
    WITHDRAWN = "ingetrokken"
    UNREACHABLE = "adres werkt niet"
    REFUSED = "geweigerd"


LONGEST_SUBJECT: Final = 140
"""Signs in a subject; mail programs show fewer."""

STUCK: Final = (MessageState.UNREACHABLE, MessageState.REFUSED)
"""The states of a message that is not tried again until its recipient has another address."""

CAN_LEAVE: Final = (MessageState.WAITING, MessageState.SENDING)
"""The states of a message that did not leave, as far as is known, and still will."""

LEFT: Final = (MessageState.SENDING, MessageState.SENT)
"""The states of a message that its recipient has, or may have by now."""

NOT_LEFT: Final = (*CAN_LEAVE, *STUCK)
"""The states of a message that did not leave, as far as is known."""


class Attachment(Frozen):
    """A part of a message: text kept with it, or a document of the register by its SHA-256."""

    name: str
    media_type: str
    content: str = ""
    document: str | None = None

    @property
    def is_letter(self) -> bool:
        """Whether it is the letter of its message, kept as HTML."""
        return self.document is None and self.media_type == "text/html"

    @property
    def method(self) -> str:
        """What it asks a calendar to do: ``REQUEST``, ``CANCEL``, or nothing (RFC 6047 2.4)."""
        return self.media_type.partition("; method=")[2]


class Missed(Frozen):
    """An address at which a message did not arrive, and since when (UTC)."""

    address: str
    since: datetime


class Topic(Frozen):
    """What a message is about and for whom; two with the same topic are one message.

    Attributes:
        letter: which letter it carries, if it carries one.
        step: the step that its letter belongs to or its action is of.
        owner: who owes the action it is about; nothing when it is about a step or the dossier.
        municipality: the CBS code of the municipality of its recipient.
        version: the number of the version it is about.
        round: which time the recipient is asked about the ontwerp, from 1.
        rung: of a reminder, such as ``14 dagen voor``; of several in one mail none. Of a receipt
            that goes to the address of before too: that it is that one. Of an answer to a request
            the number of that. Of a draft to be read: that it reminds of it, or is made anew.
        due_on: the day that a reminder or a list of what is late is about; of several reminders in
            one mail that of the mail.
        cause: the step whose move it tells.
        edition: counts receipts, invitations, drafts that went to be read, priorities, corrections,
            moves, answers to a request, lists of what is late on one day, reminders in one mail,
            trials, links to a page, and letters sent again.
    """

    dossier: str
    kind: MessageKind
    recipient: str
    letter: Letter | None = None
    step: str | None = None
    owner: str | None = None
    municipality: str | None = None
    version: int | None = None
    round: int | None = None
    rung: str = ""
    due_on: date | None = None
    cause: str | None = None
    edition: int = 0

    @property
    def is_reminder(self) -> bool:
        """Whether it reminds somebody of an action."""
        return self.kind is MessageKind.REMINDER

    @property
    def is_trial(self) -> bool:
        """Whether it tries a letter out: it is for the adviser alone and counts as sent nowhere."""
        return self.kind is MessageKind.TRIAL

    @property
    def to_griffie(self) -> bool:
        """Whether the griffie of a municipality gets it; anybody else is reached by the adviser."""
        return self.municipality is not None and self.recipient == self.municipality

    @property
    def is_for_its_recipient_alone(self) -> bool:
        """Whether nobody can pass it on: it is to a griffie, or it reminds another than adviser."""
        return self.to_griffie or (self.is_reminder and self.recipient != ADVISER)

    @property
    def occasion(self) -> str:
        """Why it is sent, in Dutch words."""
        match self.kind:
            case MessageKind.REMINDER:
                again = f", {self.edition}" if self.edition else ""
                return f"{self.kind}{self.rung and f' {self.rung}'}, dag {self.due_on}{again}"
            case MessageKind.LATE | MessageKind.UNDELIVERED:
                again = f", {self.edition}" if self.edition else ""
                return f"{self.kind}, dag {self.due_on}{again}"
            case MessageKind.MOVED:
                return f"{self.kind} {self.cause}, {self.edition}"
            case kind if kind in _COUNTED:
                return ", ".join(filter(None, [f"{self.kind} {self.edition}", self.rung]))
            case MessageKind.CHANGED:
                return f"{MessageKind.LETTER} {self.letter}, versie {self.version}"
            case MessageKind.LETTER:
                return f"{self.kind} {self.letter}{self._times}"
            case _:
                return str(self.kind)

    @property
    def _times(self) -> str:
        """Which time a letter is sent: of the ontwerp in which round, and how often again."""
        time = f", versie {self.version}, {self.round}e keer" if self.round else ""
        return f"{time}, {self.edition}x opnieuw verzonden" if self.edition else time


_COUNTED: Final = (
    MessageKind.INVITATION,
    MessageKind.DRAFT,
    MessageKind.PRIORITY,
    MessageKind.CORRECTION,
    MessageKind.REPLY,
    MessageKind.RECEIPT,
    MessageKind.TRIAL,
    MessageKind.LINK,
)
"""The kinds of which one recipient gets several, each with a number."""


def message_key(topic: Topic) -> str:
    """Return the key of a message, from which its Message-ID follows; nobody takes it apart."""
    step = MessageKind.CHANGED if topic.kind is MessageKind.CHANGED else topic.step
    place = "/".join(filter(None, [topic.dossier, step, topic.owner]))
    return f"{place}|{topic.occasion}|{topic.recipient}"


def mail_id(key: str, domain: str) -> str:
    """Return the Message-ID of a message, without its angle brackets.

    Args:
        key: of the message.
        domain: of its sender; a message of 0.1.0 knew none.
    """
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain or 'gehoord'}"


FORMER_ADDRESS: Final = "vorig adres"
"""The rung of a receipt that tells a former address that mail goes elsewhere from now on."""


class Message(Topic):
    """One message to one recipient. The id is its key: the same message never leaves twice.

    ``facts`` holds what an invitation says of its meeting, or of what a reminder or a list for the
    adviser tells, so that a later one need not be compared in its words; nothing in a message that
    was made before facts were kept. ``mode`` is that of its dossier at the moment at which the
    register took it.

    Attributes:
        address: where it goes; several are parted by a comma and a blank.
        thread: the conversation it belongs to: with the same recipient, about the same action.
        mail_domain: what its Message-ID ends in; empty in a message of 0.1.0.
        attempts: how often somebody took it in hand.
        next_attempt_at: before this moment nobody takes it in hand again.
        failing_since: the first attempt that failed, as long as an address is not reached.
        failure: why the last attempt failed.
        reached: which of several addresses have it.
        dead: which of them do not work.
        missed: where it did not arrive before it got the address it now has.
        sent_at: when the first address got it.
        paper: the SHA-256 of the PDF with which its letter leaves; empty when it has none.
    """

    id: str
    address: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()
    facts: tuple[str, ...] = ()
    created_on: date
    thread: str = ""
    mail_domain: str = ""
    mode: Mode = Mode.UNKNOWN
    state: MessageState = MessageState.WAITING
    attempts: int = 0
    lease_until: datetime | None = None
    next_attempt_at: datetime | None = None
    failing_since: datetime | None = None
    failure: str = ""
    reached: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    missed: tuple[Missed, ...] = ()
    sent_at: datetime | None = None
    paper: str = ""

    @property
    def mail_id(self) -> str:
        """What a mail program knows it by, for ever the same."""
        return mail_id(self.id, self.mail_domain)

    @property
    def has_left(self) -> bool:
        """Whether its recipient has it, as far as is known: at one of several addresses counts."""
        return self.state in LEFT or bool(self.reached)

    @property
    def calls_off(self) -> bool:
        """Whether it takes an invitation back."""
        return any(part.method == "CANCEL" for part in self.attachments)
