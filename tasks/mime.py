"""How a message becomes the bytes of a mail: its headers, its text and its attachments.

The standard library writes each header, once for the same words; what is put together here are
bytes. A round of sending writes the same document to hundreds of councils, and encodes it once.
"""

import binascii
import hashlib
import re
from base64 import encodebytes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from gehoord.calendar.ical.invitation import invitation_part
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.message import Attachment, Message


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it leaves: from and to one address, and all its bytes."""

    sender: str
    recipient: str
    content: bytes


class Writer:
    """Writes the mails of one round.

    Args:
        sender: the address they come from.
        document: gives the name and the bytes of a document by its SHA-256.
    """

    def __init__(self, sender: str, document: Callable[[str], tuple[str, bytes]]) -> None:
        self._sender = sender
        self._document = document
        self._encoded: dict[tuple[str, str], bytes] = {}

    def mail(self, message: Message, recipient: str, at: datetime) -> Mail:
        """Return a message as a mail. Its Message-ID follows from its key, for ever.

        Raises:
            GehoordError: a document of it is not in the register.
            ValueError: a header cannot be written.
        """
        key = hashlib.sha256(message.id.encode()).hexdigest()[:32]
        headers = (
            _header("Subject", one_line(message.subject)),
            _header("From", self._sender),
            _header("To", recipient),
            _header("Date", format_datetime(at)),
            f"Message-ID: <{key}@gehoord>\r\nAuto-Submitted: auto-generated\r\n".encode(),
            b"MIME-Version: 1.0\r\n",
            self._content(message, key),
        )
        return Mail(self._sender, recipient, b"".join(headers))

    def _content(self, message: Message, key: str) -> bytes:
        """Return the text with its invitations as alternatives, and its other attachments."""
        alternatives, attached = [_text(message.body)], []
        for part in message.attachments:
            if part.method:
                invitation = invitation_part(part.content.encode(), part.method)
                alternatives.append(invitation.as_bytes(policy=SMTP))
            elif part.document or part.media_type.startswith("text/"):
                attached.append(self._attached(part))
        text = _together("alternative", alternatives, key)
        return _together("mixed", [text, *attached], key)

    def _attached(self, part: Attachment) -> bytes:
        if part.document is None:
            lines = _LINE_END.sub(b"\r\n", part.content.encode())
            return _head(part.media_type, part.name) + encodebytes(lines).replace(b"\n", b"\r\n")
        key = (part.document, part.media_type)
        if key not in self._encoded:
            name, content = self._document(part.document)
            encoded = encodebytes(content).replace(b"\n", b"\r\n")
            self._encoded[key] = _head(part.media_type, name) + encoded
        return self._encoded[key]


_LINE_END: Final = re.compile(rb"\r\n|\r|\n")


@lru_cache(maxsize=4096)
def _header(name: str, value: str) -> bytes:
    _, parsed = SMTP.header_store_parse(name, value)
    return SMTP.fold_binary(name, parsed)


@lru_cache(maxsize=256)
def _head(media_type: str, name: str) -> bytes:
    """Return the headers of an attachment in base64, and the empty line after them."""
    main, _, sub = media_type.partition("/")
    part = EmailMessage(policy=SMTP)
    charset = {"charset": "utf-8"} if main == "text" else {}
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
