"""The outbox: who may send a message now, and what has left. At least once, never lost."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.message import Message, MessageState
from gehoord.store.register import Register, table_of
from gehoord.store.rows import objects

LEASE: Final = timedelta(minutes=10)
"""How long a sender may take over one message before another may try."""


def waiting(register: Register) -> list[str]:
    """Return the ids of all messages that wait, or whose sender went silent, oldest first."""
    table = table_of(Message)
    with register.reading() as reader:
        rows = reader._connection.execute(
            sa.select(table.c.id)
            .where(_free(register.now()))
            .order_by(table.c.created_on, table.c.id)
        )
        return list(rows.scalars())


def claim(register: Register, identifier: str) -> Message | None:
    """Take one message for sending, or nothing when another sender has it.

    The claim is one conditional UPDATE; it lapses after `LEASE`.

    Raises:
        UnreadableRowError: the row was changed outside Gehoord; it stays as it is.
    """
    table = table_of(Message)
    now = register.now()
    with register.delivering() as connection:
        rows = connection.execute(
            sa.update(table)
            .where(table.c.id == identifier, _free(now))
            .values(
                state=MessageState.SENDING,
                lease_until=now + LEASE,
                attempts=table.c.attempts + 1,
            )
            .returning(table)
        )
        return next(iter(objects(Message, rows, table.name)), None)


def mark_sent(register: Register, message: Message) -> None:
    """Record that a claimed message has left."""
    _settle(register, message, state=MessageState.SENT, sent_at=register.now(), lease_until=None)


def withdraw(register: Register, message: Message) -> None:
    """Keep a claimed message from leaving for good: what it asks is no longer asked."""
    _settle(register, message, state=MessageState.WITHDRAWN, lease_until=None)


def give_back(register: Register, message: Message) -> None:
    """Let a message that could not be sent wait for the next round."""
    _settle(register, message, state=MessageState.WAITING, lease_until=None)


def _settle(register: Register, message: Message, **values: object) -> None:
    table = table_of(Message)
    with register.delivering() as connection:
        connection.execute(
            sa.update(table)
            .where(table.c.id == message.id, table.c.attempts == message.attempts)
            .values(**values)
        )


def _free(now: datetime) -> sa.ColumnElement[bool]:
    table = table_of(Message)
    return sa.or_(
        table.c.state == MessageState.WAITING,
        sa.and_(table.c.state == MessageState.SENDING, table.c.lease_until < now),
    )
