# SPDX-License-Identifier: EUPL-1.2
"""Where a document is taken: by its hash, and by what it came with, which knows its name."""

from typing import Final
from urllib.parse import quote

BESIDE: Final = "bij"
"""By which an address says with what a document came."""


def link_to(document: str | None, beside: str) -> str:
    """Return where a document is taken, below a page of the desk.

    Args:
        document: its SHA-256.
        beside: the id of what it came with.
    """
    return f"stuk/{document}?{BESIDE}={quote(beside, safe='')}"
