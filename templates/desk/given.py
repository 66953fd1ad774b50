# SPDX-License-Identifier: EUPL-1.2
"""The letters and documents that a party got, as it finds them back on its page."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.message import Attachment, Message
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class GivenPiece:
    """One letter or document, under the SHA-256 of its bytes; ``name`` is what a person reads."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class GivenMail:
    """A mail that brought something: its subject, the day on which it left, and what it brought."""

    subject: str
    on: date
    pieces: tuple[GivenPiece, ...]


def given(
    mails: Iterable[Message], files: Mapping[str, str], taken_back: Mapping[str, date]
) -> tuple[GivenMail, ...]:
    """Return what came with these mails, the last first; mails that brought nothing are left out.

    Args:
        mails: those that left to one party.
        files: the name of each document by its SHA-256.
        taken_back: on which day a document was withdrawn that they brought, by its SHA-256.
    """
    names = {key: _as_it_stands(name, taken_back.get(key)) for key, name in files.items()}
    last_first = sorted(mails, key=lambda m: (_left_on(m), m.id), reverse=True)
    told = (GivenMail(one_line(m.subject), _left_on(m), _pieces(m, names)) for m in last_first)
    return tuple(mail for mail in told if mail.pieces)


def _as_it_stands(file: str, taken_back_on: date | None) -> str:
    """Return the name of a file; of one that was withdrawn with since when not to use it."""
    if taken_back_on is None:
        return file
    return f"{file}, ingetrokken op {day_in_words(taken_back_on)}: gebruik dit stuk niet meer"


def documents_of(mails: Iterable[Message]) -> set[str]:
    """Return the SHA-256 of every document that came with these mails."""
    return {a.document for m in mails for a in m.attachments if a.document}


def with_letter(mails: Iterable[Message], sha256: str) -> Message | None:
    """Return the mail that brought the letter with this hash as HTML, if there is one."""
    letters = ((m, a.content.encode()) for m in mails for a in m.attachments if a.is_letter)
    return next((mail for mail, letter in letters if _hashed(letter) == sha256), None)


def _left_on(message: Message) -> date:
    return message.sent_at.astimezone(AMSTERDAM).date() if message.sent_at else message.created_on


def _pieces(message: Message, files: Mapping[str, str]) -> tuple[GivenPiece, ...]:
    return tuple(
        _document(attachment, files[attachment.document])
        if attachment.document
        else GivenPiece("Brief", _hashed(attachment.content.encode()))
        for attachment in message.attachments
        if attachment.document in files or attachment.is_letter
    )


def _document(attachment: Attachment, file: str) -> GivenPiece:
    """Return a document as it was called in the letter, with the name of its file."""
    name, file = capital(one_line(attachment.name)), one_line(file)
    return GivenPiece(f"{name} ({file})" if name else file, attachment.document or "")


def _hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
