"""Lets one process at a time do something; the next one waits."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold a lock as long as the block runs; a process that is killed gives it up.

    Args:
        file: stands for what nobody else may do meanwhile; its folder must exist.
    """
    with file.open("ab") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
