# SPDX-License-Identifier: EUPL-1.2
"""A document as it is handed in: its bytes, with a name and a media type."""

import hashlib
from typing import Final

from pydantic import Field

from gehoord.domain.frozen import Frozen

LARGEST: Final = 25_000_000
"""Bytes. Most mail servers take no more."""

LARGEST_SENT_IN: Final = 10_000_000
"""Bytes. What anybody with a link may send in is smaller than what the adviser keeps."""


class Document(Frozen):
    """A document. ``name`` is that of its file, without a folder."""

    name: str = Field(min_length=1, max_length=255)
    media_type: str = Field("application/octet-stream", max_length=100)
    content: bytes = Field(repr=False)

    @property
    def sha256(self) -> str:
        """The key under which the register keeps it: the SHA-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()
