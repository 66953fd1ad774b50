# SPDX-License-Identifier: EUPL-1.2
"""The words of a command as they were typed, also where Python did not know their encoding."""

import os
import re
import sys
from itertools import pairwise
from typing import Final

_UNDECODED: Final = re.compile("[\udc80-\udcff]")
"""What Python makes of a byte that the encoding of the terminal does not have."""

_ENCODINGS: Final = ("utf-8", "windows-1252")
_OUTPUT: Final = ("-o", "--output")


def as_typed(arguments: list[str] | None) -> list[str] | None:
    """Return the arguments of a command, those with bytes that were not decoded as text.

    The name of a file keeps them: the system knows it by these bytes.

    Args:
        arguments: nothing for those of this process; then nothing comes back if all are text.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if not any(map(_UNDECODED.search, given)):
        return arguments
    return [
        word if before in _OUTPUT or os.path.exists(word) else _decoded(word)  # noqa: PTH110
        for before, word in pairwise(["", *given])
    ]


def _decoded(word: str) -> str:
    """Return a word in the first encoding that its bytes can be in."""
    if not _UNDECODED.search(word):
        return word
    for encoding in _ENCODINGS:
        try:
            return word.encode("utf-8", "surrogateescape").decode(encoding)
        except UnicodeError:
            continue
    return word
