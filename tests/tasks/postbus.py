"""A mail server that keeps what it receives."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from gehoord.domain.dossier.mode import Mode
from gehoord.store.register import Register
from gehoord.tasks.settings import Settings


class Postbus:
    """Keeps what it receives; answers as told."""

    def __init__(self) -> None:
        self.received: list[Any] = []
        self.answer = "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.received.append(envelope)
        return self.answer


def live(home: Path, port: int) -> Settings:
    return Settings(home=home, mail_mode="live", smtp_host="127.0.0.1", smtp_port=port)


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
