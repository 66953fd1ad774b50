# SPDX-License-Identifier: EUPL-1.2
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


def settle(register: Register, tried: Message) -> None:
    """Record what became of a message after an attempt.

    If it got another address meanwhile, it left to the old one or failed there: it then waits, and
    goes to the new one in the next round. If somebody else took it in hand, it is his.

    Args:
        register: what the message is in.
        tried: the message as it now stands.
    """
    now = {f"new_{name}": getattr(tried, name) for name in _DELIVERY}
    with register.delivering() as connection:
        key = _claimed(tried)
        settled = connection.execute(_SETTLED, {**key, "address_then": tried.address, **now})
        if settled.rowcount == 0:
            connection.execute(_RELEASED, {**key, "to": MessageState.WAITING})


def withdraw(register: Register, message: Message) -> None:
    """Keep a claimed message from leaving for good: what it asks is no longer asked."""
    _release(register, message, MessageState.WITHDRAWN)


def release(register: Register, message: Message) -> None:
    """Let a claimed message wait for the next round, as if nobody had taken it in hand."""
    _release(register, message, MessageState.WAITING)


def _release(register: Register, message: Message, state: MessageState) -> None:
    with register.delivering() as connection:
        connection.execute(_RELEASED, {**_claimed(message), "to": state})


def _claimed(message: Message) -> dict[str, Any]:
    return {"key": message.id, "tried": message.attempts}


_DELIVERY: Final = (
    "state",
    "lease_until",
    "next_attempt_at",
    "failing_since",
    "failure",
    "reached",
    "dead",
    "sent_at",
)
"""The columns that say what became of a message."""
_MESSAGES: Final = table_of(Message)
_DOSSIERS: Final = table_of(Dossier)


def _as_text(table: sa.Table) -> sa.ColumnElement[str]:
    """Return the mode as it stands there: one that cannot be read holds up no other message."""
    return sa.type_coerce(table.c.mode, sa.String)


_KEY: Final = _MESSAGES.c.id == sa.bindparam("key")
_NOW: Final = sa.bindparam("now", type_=_MESSAGES.c.lease_until.type)
_IS_DUE: Final = sa.or_(_MESSAGES.c.next_attempt_at.is_(None), _MESSAGES.c.next_attempt_at <= _NOW)
_FREE: Final = sa.or_(
    sa.and_(_MESSAGES.c.state == MessageState.WAITING, _IS_DUE),
    sa.and_(_MESSAGES.c.state == MessageState.SENDING, _MESSAGES.c.lease_until < _NOW),
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
_TRIED: Final = sa.update(_MESSAGES).where(_KEY, _MESSAGES.c.attempts == sa.bindparam("tried"))
_RELEASED: Final = _TRIED.values(state=sa.bindparam("to"), lease_until=None)
_SETTLED: Final = _TRIED.where(_MESSAGES.c.address == sa.bindparam("address_then")).values(
    {name: sa.bindparam(f"new_{name}", type_=_MESSAGES.c[name].type) for name in _DELIVERY}
)
"""The statements of a round, made and compiled once."""


def withdraw_within(change: Change, message: Message) -> None:
    """Keep a claimed message from leaving for good, in the change that puts others in its place."""
    change._connection.execute(_RELEASED, {**_claimed(message), "to": MessageState.WITHDRAWN})


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
