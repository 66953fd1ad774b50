"""Sends what waits in the outbox: as files in mode `proef`, to the mail server in mode `live`."""

import hashlib
import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import PurePosixPath
from typing import Final

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.invitation import invitation_part
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.message import Message
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.reminders import is_overtaken
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.tasks.settings import Settings
from gehoord.tasks.whole_file import write_whole

Sender = Callable[[Message, EmailMessage], None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one round of sending came to. ``held`` says in Dutch why the rest still waits."""

    sent: int = 0
    again: int = 0
    held: tuple[str, ...] = ()


def deliver(register: Register, settings: Settings) -> Delivery:
    """Send every message that waits, each claimed first, so that no other sender takes it too.

    A crash between sending and marking gives one resend with the same Message-ID.
    """
    todo = outbox.waiting(register)
    if not todo:
        return Delivery()
    sent = again = 0
    held: list[str] = []
    try:
        with _sender(settings) as send:
            for identifier in todo:
                try:
                    message = outbox.claim(register, identifier)
                except GehoordError as error:
                    held.append(f"bericht '{identifier}': {_reason(error)}")
                    continue
                if message is None:
                    continue
                if _is_overtaken(register, message):
                    outbox.withdraw(register, message)
                    continue
                if settings.mail_mode == "live" and not _address(message, settings):
                    held.append(f"van {message.recipient} is geen adres bekend")
                    outbox.give_back(register, message)
                    continue
                try:
                    send(message, as_mail(register, message, settings))
                except _CANNOT_LEAVE as error:
                    held.append(f"{message.recipient}: {_reason(error)}")
                    outbox.give_back(register, message)
                    continue
                outbox.mark_sent(register, message)
                sent += 1
                again += message.attempts > 1
    except (OSError, smtplib.SMTPException) as error:
        held.append(f"de mailserver {settings.smtp_host} is niet te bereiken ({error})")
    return Delivery(sent, again, tuple(held))


def _is_overtaken(register: Register, message: Message) -> bool:
    """Whether a reminder waited so long that it asks nothing any more."""
    if not message.is_reminder:
        return False
    with register.reading() as reader:
        actions = reader.all(Action, message.dossier, step=message.step, owner=message.owner)
        hearings = reader.all(Hearing, message.dossier, municipality=message.recipient)
    return is_overtaken(message, next(iter(actions), None), next(iter(hearings), None))


_CANNOT_LEAVE: Final = (
    OSError,
    smtplib.SMTPException,
    GehoordError,
    MessageError,
    ValueError,
    LookupError,
    AttributeError,
)
"""What stops one message; the library meets a bad header with the last four."""


def _reason(error: Exception) -> str:
    if isinstance(error, (OSError, smtplib.SMTPException)):
        return str(error)
    if isinstance(error, GehoordError):
        return str(error).rstrip(".")
    return f"dit bericht kan niet als mail worden geschreven ('{error}')"


def as_mail(register: Register, message: Message, settings: Settings) -> EmailMessage:
    """Return a message as a mail. Its Message-ID follows from its key, for ever.

    Raises:
        GehoordError: its address is none, or a document of it is not in the register.
        ValueError: a header cannot be written.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(message.subject)
    mail["From"] = settings.mail_from
    mail["To"] = _checked(message, settings)
    mail["Date"] = format_datetime(register.now())
    mail["Message-ID"] = f"<{hashlib.sha256(message.id.encode()).hexdigest()[:32]}@gehoord>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.body)
    for part in message.attachments:
        media_type, _, asked = part.media_type.partition("; method=")
        main, _, sub = media_type.partition("/")
        if asked:
            mail.make_alternative()
            mail.attach(invitation_part(part.content.encode(), asked))
        elif part.document:
            with register.reading() as reader:
                name, content = reader.document(part.document)
            mail.add_attachment(content, maintype=main, subtype=sub, filename=_file_name(name))
        elif main == "text":
            mail.add_attachment(part.content, subtype=sub, filename=_file_name(part.name))
    return mail


def _file_name(name: str) -> str:
    """Return the name under which a part travels: on one line, and without a folder."""
    return PurePosixPath(one_line(name).replace("\\", "/")).name or "bijlage"


@contextmanager
def _sender(settings: Settings) -> Iterator[Sender]:
    if settings.mail_mode == "proef":
        yield lambda message, mail: _write(message, mail, settings)
        return
    secure = ssl.create_default_context()
    connect = (
        smtplib.SMTP_SSL(settings.smtp_host, settings.smtp_port, timeout=30, context=secure)
        if settings.smtp_security == "tls"
        else smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=30)
    )
    with connect as server:
        if settings.smtp_security == "starttls":
            server.starttls(context=secure)
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
        yield lambda _, mail: _submit(server, mail)


def _submit(server: smtplib.SMTP, mail: EmailMessage) -> None:
    try:
        server.send_message(mail)
    except smtplib.SMTPException:
        if server.sock is not None:
            server.rset()
        raise


def _write(message: Message, mail: EmailMessage, settings: Settings) -> None:
    """Write a mail as a file, whole or not at all; its name follows from its key."""
    folder = settings.outbox / message.dossier
    folder.mkdir(parents=True, exist_ok=True)
    words = re.sub(r"[^a-z0-9]+", "-", f"{message.occasion}-{message.recipient}".lower()).strip("-")
    short = hashlib.sha256(message.id.encode()).hexdigest()[:8]
    file = folder / f"{message.created_on}-{words[:80]}-{short}.eml"
    write_whole(file, mail.as_bytes())


def _checked(message: Message, settings: Settings) -> str:
    """Return where a message goes; an address of its own must be one, and one only."""
    try:
        return Address(message.address).mail if message.address else _address(message, settings)
    except ValueError as error:
        raise GehoordError(str(error)) from None


def _address(message: Message, settings: Settings) -> str:
    """Return where a message goes.

    A griffie has an address of its own or cannot be reached; what is meant for anybody else goes
    to the adviser, who knows the way to them.
    """
    if message.address:
        return message.address
    if not message.to_griffie:
        return settings.mail_from
    return (
        "" if settings.mail_mode == "live" else f"griffie-{message.recipient.lower()}@proef.invalid"
    )
