# SPDX-License-Identifier: EUPL-1.2
"""A line to the desk, which is cut when the other end keeps it waiting."""

import asyncio
from collections.abc import Iterable
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from gehoord.desk.sent_in import SECONDS

PATIENCE: Final[dict[object, float]] = {h11.IDLE: 10.0, h11.SEND_BODY: SECONDS + 5}
"""Seconds for all of the head of a request, and for all that is sent in with it. A form that takes
too long is told so first; this is for who sends on what nobody reads."""
LONGEST_ANSWER: Final = 120.0
"""Seconds for making an answer, and for taking all of it."""
MOST_WAITED_FOR: Final = 300
"""Lines at which the other end is to act. One more, and the line that was longest so is cut."""


class TimedLine(H11Protocol):
    """One line. uvicorn by itself waits for ever on who says nothing, or a byte now and then."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._stage: object = None
        self._since = 0.0
        self._alarm: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a line, if need be in the place of another."""
        super().connection_made(transport)
        self._attend()
        if len(self.connections) > MOST_WAITED_FOR:
            _make_room(line for line in self.connections if isinstance(line, TimedLine))

    def handle_events(self) -> None:
        """Act on what came in."""
        super().handle_events()
        self._attend()

    def on_response_complete(self) -> None:
        """Wait for what is asked next."""
        super().on_response_complete()
        self._stage = None
        self._attend()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        if self._alarm:
            self._alarm.cancel()
        super().connection_lost(exc)

    @property
    def waited_since(self) -> float | None:
        """Since when the other end is to act, on the clock of the loop; nothing when it is not."""
        return self._since if self._stage in PATIENCE and not self.transport.is_closing() else None

    def cut(self) -> None:
        """End it at once, without a word."""
        self.transport.abort()

    def _attend(self) -> None:
        """Begin to count anew when the line has come to another stage."""
        if self._stage is not self.conn.their_state:
            self._stage, self._since = self.conn.their_state, self.loop.time()
            self._wake_at(self._since + PATIENCE.get(self._stage, LONGEST_ANSWER))

    def _wake_at(self, moment: float) -> None:
        if self._alarm:
            self._alarm.cancel()
        self._alarm = self.loop.call_at(moment, self._look)

    def _look(self) -> None:
        """Cut the line, unless the answer before is still being taken."""
        now = self.loop.time()
        if self.transport.get_write_buffer_size() and now < self._since + LONGEST_ANSWER:
            self._wake_at(now + 1)
        else:
            self.cut()


def _make_room(lines: Iterable[TimedLine]) -> None:
    """Cut the line that waits longest, when too many do."""
    waiting = {line: since for line in lines if (since := line.waited_since) is not None}
    if len(waiting) > MOST_WAITED_FOR:
        min(waiting, key=lambda line: waiting[line]).cut()
