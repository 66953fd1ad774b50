# SPDX-License-Identifier: EUPL-1.2
"""Who has a draft: what became of the mail that brought it, or that it was sent by other means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.message import CAN_LEAVE, NOT_LEFT, Message, MessageKind
from gehoord.domain.dossier.state import State


@dataclass(frozen=True, slots=True)
class Handed:
    """A draft that was meant for one reader, and whether he has it.

    Attributes:
        reader: who is meant.
        circulation: with which it went.
        mail: the message; nothing of what was sent by other means, which he has.
    """

    reader: SentTo
    circulation: Circulation
    mail: Message | None

    @property
    def has_it(self) -> bool:
        """Whether it left, as far as is known."""
        return self.mail is None or self.mail.has_left

    @property
    def is_to_leave(self) -> bool:
        """Whether its mail did not leave, and still will."""
        return not self.has_it and self.mail is not None and self.mail.state in CAN_LEAVE

    @property
    def stands(self) -> bool:
        """Whether he has it, or still gets it: be it at another address than where it failed."""
        return self.has_it or (self.mail is not None and self.mail.state in NOT_LEFT)

    @property
    def left_on(self) -> date:
        """The day on which it left; that on which it was to, as long as that is not known."""
        if self.mail is None or self.mail.sent_at is None:
            return self.circulation.sent_on
        return self.mail.sent_at.astimezone(AMSTERDAM).date()

    @property
    def document(self) -> str | None:
        """The SHA-256 of the file that it brings, if that is known."""
        if self.mail is None:
            return self.circulation.document
        return next((part.document for part in self.mail.attachments if part.document), None)

    @property
    def addresses(self) -> set[str]:
        """Where it went or will go; not where it turned out not to arrive."""
        if self.mail is None:
            return set(self.reader.address.split(", "))
        return set(self.mail.address.split(", ")) - set(self.mail.dead)


def drafts_to_leave(state: State) -> int:
    """Return how many mails with a draft did not leave, and still will."""
    there = state.mails.where(kind=MessageKind.DRAFT, rung="")
    return sum(mail.state in CAN_LEAVE and not mail.has_left for mail in there)


def all_handed_in(state: State, circulation: Circulation) -> list[Handed]:
    """Return what became of a draft for each for whom it was meant in one circulation."""
    mails: dict[str, Message] = {}
    if circulation.is_by_mail:
        there = state.mails.where(kind=MessageKind.DRAFT, rung="")
        mails = {mail.recipient: mail for mail in there if mail.edition == circulation.number}
    return [Handed(one, circulation, mails.get(one.recipient)) for one in circulation.sent_to]


def handed_in(state: State, circulation: Circulation) -> list[Handed]:
    """Return what became of it for each, in their order.

    But who was named by mistake, or is of a municipality that ceased to exist.
    """
    gone = {each.key for each in state.reviewers if not each.counts}
    gone |= {municipality.code for municipality in state.municipalities if municipality.until}
    there = all_handed_in(state, circulation)
    return [one for one in there if not {one.reader.recipient, one.reader.code} & gone]


def handed(state: State, sent: Sequence[Circulation]) -> list[Handed]:
    """Return each reader of these circulations once: as he last got it, else as he last should.

    Args:
        state: the dossier.
        sent: by number.
    """
    found: dict[str, Handed] = {}
    for one in (each for circulation in sent for each in handed_in(state, circulation)):
        known = found.get(one.reader.recipient)
        if known is None or one.has_it or not known.has_it:
            found[one.reader.recipient] = one
    return list(found.values())
