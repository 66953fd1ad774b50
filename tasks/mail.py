"""Sends what waits in the outbox: as files in mode `proef`, to the mail server in mode `live`."""

import hashlib
import re
import smtplib
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.errors import MessageError
from itertools import chain
from typing import Final

from gehoord.calendar.ical.address import Address
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.leaving import stays
from gehoord.domain.outgoing.reminders import is_overtaken
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.store.state import state_in
from gehoord.tasks import left
from gehoord.tasks.mime import Mail, Writer
from gehoord.tasks.settings import Settings
from gehoord.tasks.whole_file import write_whole

Sender = Callable[[Message, Mail], None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one round of sending came to. ``held`` says in Dutch why the rest still waits."""

    sent: int = 0
    again: int = 0
    held: tuple[str, ...] = ()

    @classmethod
    def of(cls, each: Iterable["Delivery"]) -> "Delivery":
        """Return what many came to together."""
        ends = list(each)
        held = chain.from_iterable(end.held for end in ends)
        return cls(sum(end.sent for end in ends), sum(end.again for end in ends), tuple(held))


def deliver(register: Register, settings: Settings) -> Delivery:
    """Send every message that waits; one that cannot leave says why, and holds up no other.

    What was made in another mode than that of the settings stays, and so does that of an older copy
    of the register that was put back; both are named.

    A crash between sending and marking gives one resend with the same Message-ID.
    """
    waiting, mode = outbox.waiting(register), Mode(settings.mail_mode)
    leaving = [w for w in waiting if w.may_leave(mode)]
    came_to = [_held(why) for why in stays(waiting, mode)]
    todo, older = left.may_leave(register, settings.home, leaving)
    came_to += [_held(why) for why in older]
    if not todo:
        return Delivery.of(came_to)
    try:
        with _sender(settings) as send:
            sweep = _Sweep(register, settings, _writer(register, settings), send)
            for identifier in todo:
                came_to.append(sweep.deliver(identifier))
    except (OSError, smtplib.SMTPException) as error:
        came_to.append(_held(f"de mailserver {settings.smtp_host} is niet te bereiken ({error})"))
    return Delivery.of(came_to)


@dataclass(frozen=True, slots=True)
class _Sweep:
    """One round of sending, over one connection."""

    register: Register
    settings: Settings
    writer: Writer
    send: Sender

    def deliver(self, identifier: str) -> Delivery:
        """Say what became of one message, claimed first, so that no other sender takes it too."""
        try:
            message = outbox.claim(self.register, identifier)
        except GehoordError as error:
            return _held(f"bericht '{identifier}': {_reason(error)}")
        if message is None:
            return Delivery()
        try:
            if _is_overtaken(self.register, message):
                outbox.withdraw(self.register, message)
                return Delivery()
            if self.settings.is_live and not _address(message, self.settings):
                return self._hold(message, f"van {message.recipient} is geen adres bekend")
            self._post(message)
        except _CANNOT_LEAVE as error:
            return self._hold(message, f"{message.recipient}: {_reason(error)}")
        outbox.mark_sent(self.register, message)
        return Delivery(sent=1, again=int(message.attempts > 1))

    def _post(self, message: Message) -> None:
        to = _checked(message, self.settings)
        self.send(message, self.writer.mail(message, to, self.register.now()))

    def _hold(self, message: Message, why: str) -> Delivery:
        outbox.give_back(self.register, message)
        return _held(why)


def _held(why: str) -> Delivery:
    return Delivery(held=(why,))


def _is_overtaken(register: Register, message: Message) -> bool:
    """Whether a reminder waited so long that it asks nothing any more."""
    if not message.is_reminder:
        return False
    with register.reading() as reader:
        return is_overtaken(state_in(reader, message.dossier), message)


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


def as_mail(register: Register, message: Message, settings: Settings) -> Mail:
    """Return one message as a mail.

    Raises:
        GehoordError: its address is none, or a document of it is not in the register.
        ValueError: a header cannot be written.
    """
    return _writer(register, settings).mail(message, _checked(message, settings), register.now())


def _writer(register: Register, settings: Settings) -> Writer:
    def document(sha256: str) -> tuple[str, bytes]:
        with register.reading() as reader:
            return reader.document(sha256)

    return Writer(settings.mail_from, document)


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


def _submit(server: smtplib.SMTP, mail: Mail) -> None:
    try:
        server.sendmail(mail.sender, [mail.recipient], mail.content)
    except smtplib.SMTPException:
        if server.sock is not None:
            server.rset()
        raise


def _write(message: Message, mail: Mail, settings: Settings) -> None:
    """Write a mail as a file, whole or not at all; its name follows from its key."""
    folder = settings.outbox / message.dossier
    folder.mkdir(parents=True, exist_ok=True)
    words = re.sub(r"[^a-z0-9]+", "-", f"{message.occasion}-{message.recipient}".lower()).strip("-")
    short = hashlib.sha256(message.id.encode()).hexdigest()[:8]
    file = folder / f"{message.created_on}-{words[:80]}-{short}.eml"
    write_whole(file, mail.content)


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
    return "" if settings.is_live else f"griffie-{message.recipient.lower()}@proef.invalid"
