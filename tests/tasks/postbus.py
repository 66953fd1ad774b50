"""A mail server that keeps what it receives."""

from pathlib import Path
from typing import Any

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
