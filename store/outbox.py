"""The outbox: who may send a message now, and what has left. At least once, never lost."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.message import CAN_LEAVE, Message, MessageState
from gehoord.domain.outgoing.leaving import Waiting
from gehoord.store.register import Change, Register, table_of
from gehoord.store.rows import objects

LEASE: Final = timedelta(minutes=10)
"""How long a sender may take over one message before another may try."""


def waiting(register: Register) -> list[Waiting]:
    """Return all messages that wait, or whose sender went silent, oldest first."""
    with register.reading() as reader:
        return [Waiting(*row) for row in reader.rows(_WAITING, now=register.now())]


def claim(register: Register, identifier: str) -> Message | None:
    """Take one message for sending, or nothing when another sender has it.

    The claim is one conditional UPDATE; it lapses after `LEASE`.

    Raises:
        UnreadableRowError: the row was changed outside Gehoord; it stays as it is.
    """
    now = register.now()
    taken = {"key": identifier, "now": now, "until": now + LEASE}
    with register.delivering() as connection:
        rows = connection.execute(_CLAIM, taken)
        return next(iter(objects(Message, rows, _MESSAGES.name)), None)


def mark_sent(register: Register, message: Message) -> None:
    """Record that a claimed message has left.

    If it got another address while it was being sent, it left to the old one: it then waits, and
    goes to the new one in the next round.
    """
    left = {**_claimed(message), "to": MessageState.SENT, "at": register.now()}
    with register.delivering() as connection:
        if connection.execute(_LEFT, {**left, "address_then": message.address}).rowcount == 0:
            connection.execute(_SETTLE, {**left, "to": MessageState.WAITING, "at": None})


def withdraw(register: Register, message: Message) -> None:
    """Keep a claimed message from leaving for good: what it asks is no longer asked."""
    _settle(register, message, MessageState.WITHDRAWN)


def give_back(register: Register, message: Message) -> None:
    """Let a message that could not be sent wait for the next round."""
    _settle(register, message, MessageState.WAITING)


def _settle(register: Register, message: Message, state: MessageState) -> None:
    with register.delivering() as connection:
        connection.execute(_SETTLE, {**_claimed(message), "to": state, "at": None})


def _claimed(message: Message) -> dict[str, Any]:
    return {"key": message.id, "tried": message.attempts}


_MESSAGES: Final = table_of(Message)
_DOSSIERS: Final = table_of(Dossier)


def _as_text(table: sa.Table) -> sa.ColumnElement[str]:
    """Return the mode as it stands there: one that cannot be read holds up no other message."""
    return sa.type_coerce(table.c.mode, sa.String)


_KEY: Final = _MESSAGES.c.id == sa.bindparam("key")
_FREE: Final = sa.or_(
    _MESSAGES.c.state == MessageState.WAITING,
    sa.and_(
        _MESSAGES.c.state == MessageState.SENDING,
        _MESSAGES.c.lease_until < sa.bindparam("now", type_=_MESSAGES.c.lease_until.type),
    ),
)
_WAITING: Final = (
    sa.select(_MESSAGES.c.id, _MESSAGES.c.dossier, _as_text(_MESSAGES), _as_text(_DOSSIERS))
    .join_from(_MESSAGES, _DOSSIERS)
    .where(_FREE)
    .order_by(_MESSAGES.c.created_on, _MESSAGES.c.id)
)
_CLAIM: Final = (
    sa.update(_MESSAGES)
    .where(_KEY, _FREE)
    .values(
        state=MessageState.SENDING,
        lease_until=sa.bindparam("until"),
        attempts=_MESSAGES.c.attempts + 1,
    )
    .returning(_MESSAGES)
)
_SETTLE: Final = (
    sa.update(_MESSAGES)
    .where(_KEY, _MESSAGES.c.attempts == sa.bindparam("tried"))
    .values(state=sa.bindparam("to"), sent_at=sa.bindparam("at"), lease_until=None)
)
_LEFT: Final = _SETTLE.where(_MESSAGES.c.address == sa.bindparam("address_then"))
"""The statements of a round, made and compiled once."""


def take_as_sent(change: Change, messages: Iterable[Message]) -> None:
    """Record of messages that a person knows them to have left; when is not known."""
    for message in messages:
        change._connection.execute(_TAKEN, {"key": message.id})
        change._note_sending([message])


_TAKEN: Final = (
    sa.update(_MESSAGES)
    .where(_KEY, _MESSAGES.c.state.in_(CAN_LEAVE))
    .values(state=MessageState.SENT, lease_until=None)
)
