# SPDX-License-Identifier: EUPL-1.2
"""A file that is there whole or not at all, whoever writes it and whatever stops the machine."""

import os
from pathlib import Path
from uuid import uuid4


def write_whole(file: Path, content: bytes) -> None:
    """Write a file under a name of its own and then put it in its place; its folder must exist.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    fresh = file.with_name(f".{uuid4().hex}.nieuw")
    try:
        with fresh.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
