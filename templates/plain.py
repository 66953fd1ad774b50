# SPDX-License-Identifier: EUPL-1.2
"""What others wrote, where it must stay plain text on one line."""

import re
from typing import Final

from gehoord.templates.wording import shortened

_LINK: Final = re.compile(r"(https?):(?=//)", re.IGNORECASE)


def plain(text: str, longest: int = 400) -> str:
    r"""Return a text on one line, of which no address can be clicked and nothing is hidden.

    Args:
        text: as somebody wrote it.
        longest: in signs; a longer one is broken off between words.

    >>> plain("gebeld\n2027-09-01: gehoord, zie https://kwaad.example")
    'gebeld 2027-09-01: gehoord, zie https: //kwaad.example'
    """
    seen = text if text.isprintable() else (s if s.isprintable() else " " for s in text)
    return shortened(_LINK.sub(r"\1: ", " ".join("".join(seen).split())), longest)
