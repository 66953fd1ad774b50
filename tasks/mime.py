# SPDX-License-Identifier: EUPL-1.2
"""How a message becomes the bytes of a mail: its headers, its text and its attachments.

The standard library writes each header, once for the same words; what is put together here are
bytes. A round of sending writes the same document to hundreds of councils, and encodes it once.
"""

import binascii
import re
from base64 import encodebytes
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.invitation import invitation_part
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.message import Message
from gehoord.domain.outgoing.own_page import bears_own_page, with_key
from gehoord.tasks.media_type import MediaType, media_type

LETTER: Final = "brief.pdf"
"""The name under which a letter travels."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it leaves: from one address to one or more, and all its bytes."""

    sender: str
    to: tuple[str, ...]
    content: bytes

    def only_to(self, some: tuple[str, ...]) -> "Mail":
        """Return the same mail for some of its addresses; it still names them all."""
        return replace(self, to=some)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the writer of mails finds what a message does not hold itself.

    Attributes:
        sender: the mailbox that a message comes from.
        first: the Message-ID of the first message of its conversation; empty when it is that one.
        document: the name and the bytes of a document by its dossier and its SHA-256.
        journal: up to where the journal of its dossier has come, as one line.
        token: the key to the page of its recipient, if he has one.
        letter: the letter of a message as PDF; nothing when it leaves as HTML.
    """

    sender: Callable[[Message], Address]
    first: Callable[[Message], str]
    document: Callable[[str, str], tuple[str, bytes]]
    journal: Callable[[Message], str]
    token: Callable[[Message], str | None] = lambda _message: None
    letter: Callable[[Message], bytes | None] = lambda _message: None


class Writer:
    """Writes the mails of one round.

    Args:
        sources: gives what a message does not hold itself.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._encoded: dict[tuple[str, str], bytes] = {}

    def mail(self, message: Message, to: tuple[str, ...], at: datetime) -> Mail:
        """Return a message as a mail. Its Message-ID follows from its key, for ever.

        Raises:
            GehoordError: a document of it is not in the register.
            ValueError: a header cannot be written.
        """
        sender = self._sources.sender(message)
        first = self._sources.first(message)
        answers = f"In-Reply-To: <{first}>\r\nReferences: <{first}>\r\n" if first else ""
        headers = (
            _subject(message.subject),
            _header("From", formataddr((one_line(sender.name), sender.mail))),
            _header("Reply-To", sender.mail),
            _header("To", ", ".join(to)),
            _header("Date", format_datetime(at)),
            f"Message-ID: <{message.mail_id}>\r\n{answers}".encode(),
            f"X-Gehoord-Journaal: {self._sources.journal(message)}\r\n".encode(),
            _BY_A_MACHINE,
            self._content(message, message.mail_id.partition("@")[0]),
        )
        return Mail(sender.mail, to, b"".join(headers))

    def _content(self, message: Message, key: str) -> bytes:
        """Return the text with its invitations as alternatives, and its other attachments."""
        alternatives, attached = [_text(self._body(message))], []
        for part in message.attachments:
            if part.method:
                invitation = invitation_part(part.content.encode(), part.method)
                alternatives.append(invitation.as_bytes(policy=SMTP))
            elif part.document:
                attached.append(self._document(message.dossier, part.document))
            elif part.is_letter and (pdf := self._sources.letter(message)):
                attached.append(_attached(MediaType("application/pdf"), LETTER, pdf))
            else:
                lines = _LINE_END.sub(b"\r\n", part.content.encode())
                attached.append(_attached(MediaType(part.media_type, "utf-8"), part.name, lines))
        text = _together("alternative", alternatives, key)
        return _together("mixed", [text, *attached], key)

    def _body(self, message: Message) -> str:
        """Return the text as it leaves; the key to a page stands in no other copy of it."""
        if not bears_own_page(message.body):
            return message.body
        return with_key(message.body, self._sources.token(message))

    def _document(self, dossier: str, sha256: str) -> bytes:
        key = (dossier, sha256)
        if key not in self._encoded:
            name, content = self._sources.document(dossier, sha256)
            self._encoded[key] = _attached(media_type(name, content), name, content)
        return self._encoded[key]


_BY_A_MACHINE: Final = (
    b"Auto-Submitted: auto-generated\r\n"
    b"X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply\r\n"
    b"MIME-Version: 1.0\r\n"
)
"""Asks other machines for no answer but that the mail did not arrive."""
_LINE_END: Final = re.compile(rb"\r\n|\r|\n")


@lru_cache(maxsize=4096)
def _header(name: str, value: str) -> bytes:
    _, parsed = SMTP.header_store_parse(name, value)
    return SMTP.fold_binary(name, parsed)


@lru_cache(maxsize=4096)
def _subject(text: str) -> bytes:
    """Return the subject: never nothing, and never a first line with nothing on it.

    Some mail programs show only that line. The library leaves it empty when the first word is too
    long for it; written in encoded words it is not.
    """
    line = one_line(text)
    if not any(sign.isprintable() and not sign.isspace() for sign in line):
        line = "Bericht over het beleidsplan"
    header = _header("Subject", line)
    if header.split(b"\r\n", 1)[0].removeprefix(b"Subject:").strip():
        return header
    encoded = Header(line, "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {encoded}\r\n".encode()


def _attached(kind: MediaType, name: str, content: bytes) -> bytes:
    return _head(kind, name) + encodebytes(content).replace(b"\n", b"\r\n")


@lru_cache(maxsize=256)
def _head(kind: MediaType, name: str) -> bytes:
    """Return the headers of an attachment in base64, and the empty line after them."""
    main, _, sub = kind.name.partition("/")
    part = EmailMessage(policy=SMTP)
    charset = {"charset": kind.charset} if main == "text" and kind.charset else {}
    part.set_content(
        b"", maintype=main, subtype=sub, filename=_file_name(name), params=charset or None
    )
    del part["MIME-Version"]  # the mail around it has one
    return part.as_bytes().rstrip(b"\r\n") + b"\r\n\r\n"


def _file_name(name: str) -> str:
    """Return the name under which a part travels: on one line, and without a folder."""
    return PurePosixPath(one_line(name).replace("\\", "/")).name or "bijlage"


def _text(body: str) -> bytes:
    lines = b"\n".join(body.encode().splitlines())
    return _PLAIN + binascii.b2a_qp(lines).replace(b"\n", b"\r\n") + b"\r\n"


_PLAIN = (
    b'Content-Type: text/plain; charset="utf-8"\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
)


def _together(subtype: str, parts: Sequence[bytes], key: str) -> bytes:
    """Return parts as one; the boundary holds a sign that neither encoding can write."""
    if len(parts) == 1:
        return parts[0]
    boundary = f"=_{subtype}_{key}".encode()
    head = b'Content-Type: multipart/%b;\r\n boundary="%b"\r\n\r\n' % (subtype.encode(), boundary)
    between = b"\r\n--" + boundary + b"\r\n"
    end = b"\r\n--" + boundary + b"--\r\n"
    return head + between[2:] + between.join(parts) + end
