# SPDX-License-Identifier: EUPL-1.2
"""Tells what a program does while it takes its time."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from gehoord.app.printing import say

EVERY_SECONDS: Final = 15.0


@contextmanager
def telling(what: str, every: float = EVERY_SECONDS) -> Iterator[None]:
    """Say what is begun, and every few seconds that it goes on.

    Args:
        what: a sentence without its full stop: "Prefect start".
        every: seconds between two lines.
    """
    done = threading.Event()
    began = time.monotonic()

    def go_on() -> None:
        while not done.wait(every):
            say(f"{what} ({round(time.monotonic() - began)} seconden).")

    say(f"{what}.")
    teller = threading.Thread(target=go_on, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()
