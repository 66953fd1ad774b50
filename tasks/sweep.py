# SPDX-License-Identifier: EUPL-1.2
"""One round of sending, message by message: claimed, posted, and what became of it recorded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from email.errors import MessageError
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.attempt import Answers, after
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.dossier.reminded import reminded_in
from gehoord.domain.dossier.reviewer import Reviewer, key_of
from gehoord.domain.errors import GehoordError, NothingLeavesError
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.domain.outgoing.reminders import still_asked
from gehoord.domain.outgoing.review_reminders import reminds_of_draft, why_it_stays
from gehoord.domain.settable import unsettable
from gehoord.store import outbox
from gehoord.store.database import reason
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.store.state import state_in
from gehoord.tasks import postmarks
from gehoord.tasks.eml import Folder
from gehoord.tasks.envelope import addressed, open_addresses, writer_of
from gehoord.tasks.letters import set_letter
from gehoord.tasks.reminding import remind_of_the_rest
from gehoord.tasks.server import Server
from gehoord.tasks.settings import Settings
from gehoord.templates.paper.pdf import NotSetError

MOST_MARKS: Final = 3
"""How often the register is told that a message left, before a postmark is kept instead."""

_UNWRITABLE: Final = (
    GehoordError,
    MessageError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)
"""What stops one message: the library meets a bad header with all but the first."""


class Sweep:
    """One round.

    Args:
        register: what is sent.
        settings: how.
        held: gets in Dutch what does not leave, and why.
    """

    def __init__(self, register: Register, settings: Settings, held: list[str]) -> None:
        self.sent = self.again = self.done = 0
        self.as_html: list[str] = []
        self.unset: list[str] = []
        self._register, self._settings, self._held = register, settings, held
        self._writer = writer_of(register, settings, self._letter)

    def deliver(self, identifier: str, post: Server | Folder) -> None:
        """Send one message, claimed first, so that no other sender takes it too.

        Raises:
            NothingLeavesError: the mail server or the register fails; the message waits as it was.
        """
        message = self._claimed(identifier)
        if message:
            try:
                with _database():
                    answers = self._answers(message, post) if self._is_asked(message) else None
            except NothingLeavesError:
                with suppress(SQLAlchemyError):  # then its lease ends by itself
                    outbox.release(self._register, message)
                raise
            if answers:
                self._keep(after(message, answers, self._register.now()), answers)
        self.done += 1

    def _claimed(self, identifier: str) -> Message | None:
        try:
            with _database():
                return outbox.claim(self._register, identifier)
        except NothingLeavesError:
            raise
        except GehoordError as error:
            self._held.append(f"bericht '{identifier}': {_reason(error)}")
            return None

    def _is_asked(self, message: Message) -> bool:
        """Whether it is no reminder of what was done, or moved, while it waited.

        Of several in one mail those that are still asked go in another one, in the next round.
        """
        if message.kind is MessageKind.DRAFT:
            return self._is_to_be_read(message)
        if not message.is_reminder:
            return True
        try:
            with self._register.reading() as reader:
                asked = still_asked(state_in(reader, message.dossier), message)
        except GehoordError as error:
            return self._hold(message, error)
        if len(asked) == len(reminded_in(message)):
            return True
        if asked:
            remind_of_the_rest(self._register, message, self._today())
        else:
            outbox.withdraw(self._register, message)
        return False

    def _is_to_be_read(self, message: Message) -> bool:
        """Whether a draft, or what reminds of it, can still be responded to on this day.

        Of a draft that leaves no more the adviser hears so: its reader does not get it.
        """
        try:
            with self._register.reading() as reader:
                why = why_it_stays(state_in(reader, message.dossier), message, self._today())
        except GehoordError as error:
            return self._hold(message, error)
        if why:
            outbox.withdraw(self._register, message)
        if why and not reminds_of_draft(message):
            self._held.append(f"{self._who(message)}: het concept gaat niet meer weg, want {why}")
        return not why

    def _hold(self, message: Message, error: GehoordError) -> bool:
        """Let a message wait for the next round; it does not leave in this one."""
        outbox.release(self._register, message)
        self._held.append(f"{message.recipient}: {_reason(error)}")
        return False

    def _today(self) -> date:
        return self._register.now().astimezone(AMSTERDAM).date()

    def _answers(self, message: Message, post: Server | Folder) -> Answers:
        try:
            to = addressed(message, self._settings)
        except _UNWRITABLE as error:
            return Answers(never={str(message.address): _reason(error)})
        if not to:
            return Answers(never={"": "er is geen adres bekend"})
        left = open_addresses(message, to)
        try:
            mail = self._writer.mail(message, to, self._register.now())
        except _UNWRITABLE as error:
            return Answers(later=dict.fromkeys(left, _reason(error)))
        return post.post(message, mail.only_to(left))

    def _letter(self, message: Message) -> bytes | None:
        """Return the letter of a message as PDF; one that cannot be one leaves as HTML."""
        try:
            pdf = set_letter(self._register, message)
        except NotSetError as error:
            self.as_html.append(f"{self._who(message)}: {_reason(error)}")
            return None
        if odd := unsettable(letter_of(message) or ""):
            self.unset.append(f"{self._who(message)}: het teken '{odd}' heeft daar geen vorm")
        return pdf

    def _keep(self, message: Message, answers: Answers) -> None:
        """Record what became of a message, and count or name it."""
        if message.state is MessageState.SENT:
            self.sent += 1
            self.again += message.attempts > 1
        if answers.objections:
            self._held.append(f"{self._who(message)}: {_objection(message, answers)}")
        try:
            _try_often(lambda: outbox.settle(self._register, message))
        except SQLAlchemyError as error:
            raise NothingLeavesError(self._unmarked(message, answers, reason(error))) from None

    def _unmarked(self, message: Message, answers: Answers, why: str) -> str:
        """Return what to say when the register does not take what became of a message."""
        self.done += 1
        if not answers.taken:
            return f"de database weigert dit ({why})"
        said = f"het bericht aan {self._who(message)} is verzonden, maar de database weigert dat"
        try:
            postmarks.keep(self._settings.home, message)
        except OSError:
            return (
                f"{said} ({why}), een volgende ronde kan het nog eens verzenden met hetzelfde "
                f"kenmerk ({message.mail_id})"
            )
        return f"{said} ({why}), de volgende ronde legt dat vast en verzendt het niet nog eens"

    def _who(self, message: Message) -> str:
        """Return who gets a message, by the name that people know."""
        try:
            with self._register.reading() as reader:
                return _name_in(reader, message)
        except SQLAlchemyError:  # it is no moment to ask for a name
            return message.recipient


def _name_in(reader: Reader, message: Message) -> str:
    """Return who gets a message as people call him: of which municipality, or who reads along."""
    if message.municipality is None:
        there = reader.values(Reviewer, ["number", "name"], message.dossier)
        named = {key_of(number): str(name) for number, name in there}
        return named.get(message.recipient, message.recipient)
    found = reader.values(FrozenMunicipality, ["name"], message.dossier, code=message.municipality)
    names = [str(name) for (name,) in found]
    return message.recipient.replace(message.municipality, names[0]) if names else message.recipient


def _objection(message: Message, answers: Answers) -> str:
    """Say in Dutch what stood in the way of a message, and what that means for it."""
    match message.state:
        case MessageState.UNREACHABLE:
            return (
                f"het adres werkt niet ({answers.objections}), leg een adres vast dat wel werkt "
                "met 'gehoord record adres'"
            )
        case MessageState.REFUSED:
            return (
                f"de mailserver wil dit bericht niet hebben ({answers.objections}), vraag de "
                "beheerder van de mailserver waarom, en leg daarna hetzelfde adres nog eens vast "
                "met 'gehoord record adres': dan gaat het opnieuw weg"
            )
        case MessageState.SENT:
            return f"een van de adressen werkt niet ({answers.objections})"
        case _:
            return answers.objections


def _try_often(record: Callable[[], None]) -> None:
    """Do what the database may refuse for a moment, a few times at most."""
    for _ in range(MOST_MARKS - 1):
        with suppress(SQLAlchemyError):
            return record()
    return record()


@contextmanager
def _database() -> Iterator[None]:
    """Say that nothing leaves when the database refuses."""
    try:
        yield
    except SQLAlchemyError as error:
        raise NothingLeavesError(f"de database weigert dit ({reason(error)})") from None


def _reason(error: Exception) -> str:
    if isinstance(error, GehoordError):
        return str(error).rstrip(".")
    return f"dit bericht kan niet als mail worden geschreven ('{error}')"
