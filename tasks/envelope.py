# SPDX-License-Identifier: EUPL-1.2
"""Where a message goes and whom it comes from: what stands on the outside of its mail."""

from collections.abc import Callable
from functools import cache
from typing import Final

import sqlalchemy as sa

from gehoord.calendar.ical.address import Address, addresses
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.message import Message, MessageState, mail_id
from gehoord.domain.dossier.papers import sent_as
from gehoord.domain.errors import GehoordError
from gehoord.store.register import Register
from gehoord.store.since import last_place
from gehoord.store.state import state_in
from gehoord.store.table_of import table_of
from gehoord.tasks.accesses import token_for
from gehoord.tasks.mime import Sources, Writer
from gehoord.tasks.seal import seal_of
from gehoord.tasks.settings import Settings
from gehoord.templates.calendars import mailbox_of


def addressed(message: Message, settings: Settings) -> tuple[str, ...]:
    """Return where a message goes; nowhere when its recipient is not reached.

    A griffie has addresses of its own or cannot be reached. Nor is a reminder for anybody else of
    use to another; a letter goes to the adviser, who knows the way to them.

    Raises:
        GehoordError: an address is none.
    """
    if message.address:
        try:
            return tuple(found.mail for found in addresses(message.address))
        except ValueError as error:
            raise GehoordError(str(error)) from None
    if not message.is_for_its_recipient_alone:
        return (settings.mail_from,)
    return () if settings.is_live else (_made_up(message),)


def _made_up(message: Message) -> str:
    """Return the address that stands for one that is not known, where nothing leaves."""
    who = message.recipient.lower().replace(" ", "-")
    return f"griffie-{who}@proef.invalid" if message.to_griffie else f"{who}@proef.invalid"


def open_addresses(message: Message, to: tuple[str, ...]) -> tuple[str, ...]:
    """Return the addresses at which a message has not arrived, and still may."""
    return tuple(mail for mail in to if mail not in (*message.reached, *message.dead))


def writer_of(
    register: Register, settings: Settings, letter: Callable[[Message], bytes | None]
) -> Writer:
    """Return what writes the mails of one round: what it needs besides comes from the register.

    Args:
        register: what the messages are in.
        settings: how they are sent.
        letter: gives the letter of a message as PDF; nothing when it leaves as HTML.
    """

    @cache
    def sender(dossier: str) -> Address:
        with register.reading() as reader:
            eenheid = reader.dossier(dossier).eenheid_name
        return mailbox_of(eenheid, settings.mail_from)

    @cache
    def journal(dossier: str) -> str:
        with register.reading() as reader:
            place = last_place(reader, dossier)
        return f"{dossier} {place.number}\r\n {place.hash}"

    def first(message: Message) -> str:
        if not message.thread:
            return ""
        about = {name: getattr(message, name) for name in ("dossier", "thread", "recipient")}
        with register.reading() as reader:
            begun = reader.rows(_FIRST, **about)
        if not begun or begun[0].id == message.id:
            return ""
        return mail_id(begun[0].id, begun[0].mail_domain)

    return Writer(
        Sources(
            sender=lambda message: sender(message.dossier),
            first=first,
            document=lambda dossier, sha256: _document(register, dossier, sha256),
            journal=lambda message: journal(message.dossier),
            token=lambda message: _token(register, message, settings),
            letter=letter,
        )
    )


def _document(register: Register, dossier: str, sha256: str) -> tuple[str, bytes]:
    """Return a document by the name under which its dossier sends it."""
    with register.reading() as reader:
        name, content = reader.document(sha256)
        return sent_as(state_in(reader, dossier), sha256) or name, content


def _token(register: Register, message: Message, settings: Settings) -> str | None:
    """Return the key to the page of the recipient of a message, as it is on this day."""
    today = register.now().astimezone(AMSTERDAM).date()
    with register.reading() as reader:
        seal = seal_of(settings.home, reader)
        return token_for(reader, seal, message.dossier, message.recipient, today)


_C: Final = table_of(Message).c
_FIRST: Final = (
    sa.select(_C.id, _C.mail_domain)
    .where(*(_C[name] == sa.bindparam(name) for name in ("dossier", "thread", "recipient")))
    .where(_C.state != MessageState.WITHDRAWN)
    .order_by(_C.created_on, _C.edition, _C.id)
    .limit(1)
)
"""The message that began a conversation."""
