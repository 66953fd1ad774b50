# SPDX-License-Identifier: EUPL-1.2
"""A mail server that keeps what it receives."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from aiosmtpd.controller import Controller

from gehoord.domain.dossier.attempt import Answers, after
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.mode import Mode
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.tasks.settings import Settings


class Postbus:
    """Keeps what it receives; answers as told, to everybody or to one address.

    Attributes:
        answer: to every mail, once it has it.
        asked: what it answers when an address is named; ``DROP`` breaks the connection off.
        handed: what it answers once it has the mail of an address; ``250 DROP`` takes it first.
        connections: how often somebody connected.
        logins: how often somebody tried to log in.
    """

    def __init__(self) -> None:
        self.received: list[Any] = []
        self.answer = "250 OK"
        self.asked: dict[str, str] = {}
        self.handed: dict[str, str] = {}
        self.connections = self.logins = 0
        self.slow = 0.0

    async def handle_EHLO(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        answer = self.asked.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return _ended(server, answer)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        await asyncio.sleep(self.slow)
        answer = next((self.handed[a] for a in envelope.rcpt_tos if a in self.handed), self.answer)
        if answer.startswith("250"):
            self.received.append(envelope)
        return _ended(server, answer)

    @property
    def addresses(self) -> list[str]:
        """Every address that has a mail, in order."""
        return sorted(address for envelope in self.received for address in envelope.rcpt_tos)


def _ended(server: Any, answer: str) -> str:
    """Break the connection off, as servers do after 421, or without a word."""
    if answer == "DROP":
        server.transport.abort()
    elif answer.startswith("421") or answer.endswith("DROP"):
        asyncio.get_running_loop().call_soon(server.transport.close)  # once it was said
    return answer


@contextmanager
def serving(handler: Any, **how: Any) -> Iterator[int]:
    """Run a mail server on a free port of the loopback, and give its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    controller = Controller(handler, hostname="127.0.0.1", port=port, **how)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def mark_sent(register: Register, message: Message) -> None:
    """Record that a claimed message has left."""
    taken = Answers(taken=(message.address,))
    outbox.settle(register, after(message, taken, register.now()))


def live(home: Path, port: int, **more: Any) -> Settings:
    return Settings(home=home, mail_mode="live", smtp_host="127.0.0.1", smtp_port=port, **more)


def in_trial(register: Register) -> Register:
    """The same register, as if all in it had been made in trial."""
    return _in_mode(register, Mode.TRIAL)


def in_earnest(register: Register) -> Register:
    """The same register, as if all in it had been made in earnest."""
    return _in_mode(register, Mode.LIVE)


def _in_mode(register: Register, mode: Mode) -> Register:
    with register.engine.begin() as connection:
        for table in ("dossier", "message"):
            connection.execute(sa.text(f"UPDATE {table} SET mode = '{mode}'"))  # noqa: S608
    return register
