# SPDX-License-Identifier: EUPL-1.2
"""Stopping a program that runs until somebody stops it: at any moment, and then in peace."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

_SIGNS: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stopped_at_once() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM both raise KeyboardInterrupt wherever the block is."""
    with _handled_by(signal.default_int_handler):
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let a second Ctrl-C wait until the block, which stops things, is done."""
    with _handled_by(signal.SIG_IGN):
        yield


@contextmanager
def _handled_by(handler: Any) -> Iterator[None]:
    before = {sign: signal.signal(sign, handler) for sign in _SIGNS}
    try:
        yield
    finally:
        for sign, old in before.items():
            signal.signal(sign, old)
