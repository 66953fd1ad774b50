# SPDX-License-Identifier: EUPL-1.2
"""Work that is done piece by piece, and that somebody may stop: the piece in hand is finished."""

import signal
import threading
from types import FrameType
from typing import Any, Final

_SIGNS: Final = (signal.SIGTERM, signal.SIGINT)


class Stopping:
    """Holds back a request to stop until the piece in hand is done; a second one is not held back.

    Where signals cannot be heard, outside the main thread, nothing is held back.
    """

    def __init__(self) -> None:
        self.is_asked = False
        self._sign: int | None = None
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> "Stopping":
        if threading.current_thread() is threading.main_thread():
            heard = [sign for sign in _SIGNS if signal.getsignal(sign) is not signal.SIG_IGN]
            self._before = {sign: signal.signal(sign, self._hear) for sign in heard}
        return self

    def __exit__(self, *_: object) -> None:
        """Let the program stop now, in the way it always would."""
        self._restore()
        if self._sign is not None:
            signal.raise_signal(self._sign)

    def _hear(self, sign: int, _: FrameType | None) -> None:
        self.is_asked, self._sign = True, sign
        self._restore()

    def _restore(self) -> None:
        while self._before:
            sign, before = self._before.popitem()
            signal.signal(sign, signal.SIG_DFL if before is None else before)
