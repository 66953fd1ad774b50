# SPDX-License-Identifier: EUPL-1.2
"""What became of one attempt to send a message: it left, it waits for the next, or it is given up.

Each address of a message stands by itself: what one mailbox refuses keeps nothing from another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from gehoord.domain.dossier.message import Message, MessageState

FIRST_WAIT: Final = timedelta(minutes=15)
"""How long a message waits after its first attempt; after each further one twice as long."""

LONGEST_WAIT: Final = timedelta(hours=4)

GIVEN_UP_AFTER: Final = timedelta(hours=48)
"""From the first attempt that failed; after it the address is taken not to work."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the mail server said to one message.

    Attributes:
        taken: the addresses it took the message for.
        later: those for which it may take it another time, each with what it said.
        never: those for which it refuses it for good, likewise.
        refused: why it will not have this message for anybody, if it said so.
        blames_mail: whether it let addresses wait only once it had the mail itself: no address is
            to blame then.
    """

    taken: tuple[str, ...] = ()
    later: Mapping[str, str] = field(default_factory=dict)
    never: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""
    blames_mail: bool = False

    @property
    def objections(self) -> str:
        """What stands in the way, in the words of the server, each address by its name."""
        said = [*self.never.items(), *self.later.items(), ("", self.refused)]
        named = [f"{to}: {why}" if to not in why else why for to, why in said]
        return "; ".join(filter(None, named))


def after(message: Message, answers: Answers, at: datetime) -> Message:
    """Return a message as it stands after an attempt.

    Args:
        message: as it was claimed for this attempt.
        answers: what was said to it.
        at: the moment, in UTC.
    """
    since = message.failing_since or at
    later, never = tuple(answers.later), tuple(answers.never)
    if answers.refused or at - since >= GIVEN_UP_AFTER:
        later, never = (), (*never, *later)
    update = {
        "reached": (*message.reached, *answers.taken),
        "dead": (*message.dead, *never),
        "sent_at": message.sent_at or _sent_at(answers, at),
        "failure": answers.objections or message.failure,
        "failing_since": since if later or never or answers.refused else None,
        "next_attempt_at": at + wait(message.attempts) if later else None,
        "lease_until": None,
    }
    found = message.model_copy(update=update)
    return found.model_copy(update={"state": _state(found, answers, waits=bool(later))})


def _sent_at(answers: Answers, at: datetime) -> datetime | None:
    return at if answers.taken else None


def _state(message: Message, answers: Answers, *, waits: bool) -> MessageState:
    if waits:
        return MessageState.WAITING
    if message.reached:
        return MessageState.SENT
    is_refused = answers.refused or answers.blames_mail
    return MessageState.REFUSED if is_refused else MessageState.UNREACHABLE


def wait(attempts: int) -> timedelta:
    """Return how long a message waits after so many attempts.

    >>> [str(wait(n)) for n in (1, 2, 3, 5, 9)]
    ['0:15:00', '0:30:00', '1:00:00', '4:00:00', '4:00:00']
    """
    doubled = min(max(attempts - 1, 0), 10)
    return min(FIRST_WAIT * (1 << doubled), LONGEST_WAIT)
