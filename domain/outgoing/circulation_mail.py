# SPDX-License-Identifier: EUPL-1.2
"""The mails about one draft that went to be read: which they are, and what day they told."""

from collections.abc import Iterable, Sequence
from datetime import date

from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.message import Message, MessageKind, message_key


def cause_of_move(circulation: Circulation) -> str:
    """Return by what the mails are known that tell the readers another last day."""
    return f"{circulation.step} {circulation.number}"


def mails_about(circulation: Circulation, mails: Iterable[Message]) -> list[Message]:
    """Return the drafts, the reminders and the other last days of what went out at one time."""
    cause = cause_of_move(circulation)
    return [
        m
        for m in mails
        if (m.kind is MessageKind.DRAFT and m.edition == circulation.number)
        or (m.kind is MessageKind.MOVED and m.cause == cause)
    ]


def day_known_to(recipient: str, about: Iterable[Message]) -> date | None:
    """Return the last day that a reader was told; nothing as long as he has no draft.

    Args:
        recipient: the key under which he gets his mail.
        about: the mails about what went out (`mails_about`).
    """
    his = [m for m in about if m.recipient == recipient and m.has_left]
    if not any(m.kind is MessageKind.DRAFT for m in his):
        return None
    moves = [m for m in his if m.kind is MessageKind.MOVED]
    last = max(moves, key=lambda m: m.edition) if moves else his[0]
    return last.due_on


def made_anew(message: Message, before: Sequence[Message]) -> Message:
    """Return a mail that was made before for the same reader, under a key of its own.

    Args:
        message: a draft or its reminder.
        before: the same, as they were made before.
    """
    if not before:
        return message
    rung = f"{message.rung} {len(before) + 1}".strip()
    again = message.model_copy(update={"rung": rung})
    return again.model_copy(update={"id": message_key(again)})
