# SPDX-License-Identifier: EUPL-1.2
"""Lets one process at a time do something; the next one waits."""

import asyncio
import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final

_GLANCE: Final = 0.05
"""Seconds after which who waits in turn looks again."""


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold a lock as long as the block runs; a process that is killed gives it up.

    Args:
        file: stands for what nobody else may do meanwhile; its folder must exist.
    """
    with file.open("ab") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield


@asynccontextmanager
async def alone_in_turn(file: Path) -> AsyncIterator[None]:
    """Hold the lock of `alone`, and let others of this process go on while it is awaited.

    Args:
        file: stands for what nobody else may do meanwhile; its folder must exist.
    """
    with file.open("ab") as opened:
        while not _is_taken(opened.fileno()):
            await asyncio.sleep(_GLANCE)
        yield


def _is_taken(opened: int) -> bool:
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
