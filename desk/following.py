# SPDX-License-Identifier: EUPL-1.2
"""Lets mail, calendars and board follow an answer, after whoever answered has his receipt."""

import logging
import threading
from collections.abc import Callable
from typing import Final

_CONSOLE: Final = logging.getLogger(__name__)


class Following:
    """Lets what was answered be followed by one at a time, as often as it takes and no oftener.

    Answers that come meanwhile wait together: they are followed once, by whoever is at it. What
    goes wrong undoes no answer; the next one, or the daily look, catches up.

    Args:
        follow: lets mail, calendars and board follow a dossier, by its name.
    """

    def __init__(self, follow: Callable[[str], None]) -> None:
        self._follow = follow
        self._waiting: set[str] = set()
        self._is_at_it = False
        self._lock = threading.Lock()

    def __call__(self, dossier: str) -> None:
        """Let a dossier be followed: now, or by who is at it already."""
        with self._lock:
            self._waiting.add(dossier)
            if self._is_at_it:
                return
            self._is_at_it = True
        while (name := self._next()) is not None:
            try:
                self._follow(name)
            except Exception:
                # The answer is kept already, and its receipt given. What follows reaches mail
                # servers, disks and Prefect; what these are known to do wrong is told apart where
                # that is done. Whatever else it is, is a fault of ours: it stands whole in the
                # log, and may neither keep the dossiers that wait from being followed, nor leave
                # this one at it for ever, so that no later answer would be.
                _CONSOLE.exception("Na een antwoord volgde niet alles.")

    def _next(self) -> str | None:
        with self._lock:
            if self._waiting:
                return self._waiting.pop()
            self._is_at_it = False
            return None
