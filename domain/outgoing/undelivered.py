# SPDX-License-Identifier: EUPL-1.2
"""Mail that does not arrive: the adviser is told once of each message and address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.reading_day import reading_day
from gehoord.domain.dossier.message import STUCK, Message, MessageKind, Topic
from gehoord.domain.eenheid.eenheid import ADVISER


@dataclass(frozen=True, slots=True)
class UndeliveredNews:
    """All mail of a dossier that does not arrive, of which the adviser was not told all.

    Attributes:
        topic: of the mail that says it.
        messages: what does not arrive, the longest waiting first.
    """

    topic: Topic
    messages: tuple[Message, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """What is told of: each message with the address at which it does not arrive."""
        return tuple(map(_fact, self.messages))


def is_undelivered(message: Message) -> bool:
    """Whether a message does not arrive at others than the adviser, who would not read it."""
    if message.recipient == ADVISER:
        return False
    return message.state in STUCK and bool(message.address or message.is_for_its_recipient_alone)


def news_of_undelivered(
    dossier: str, messages: Iterable[Message], earlier: Iterable[Message], on: date
) -> UndeliveredNews | None:
    """Return what does not arrive, if something is of which the adviser was not told.

    On a day on which no mail is read the news waits.

    Args:
        dossier: its name.
        messages: those that are not tried any more.
        earlier: the mails about what did not arrive that there are.
        on: the day.
    """
    found = sorted(filter(is_undelivered, messages), key=lambda m: (m.created_on, m.id))
    mails = list(earlier)
    told = {fact for mail in mails for fact in mail.facts}
    if told.issuperset(map(_fact, found)) or reading_day(on) != on:
        return None
    topic = Topic(
        dossier=dossier,
        kind=MessageKind.UNDELIVERED,
        recipient=ADVISER,
        due_on=on,
        edition=sum(mail.due_on == on for mail in mails),
    )
    return UndeliveredNews(topic, tuple(found))


def _fact(message: Message) -> str:
    return f"{message.id} {message.address}"
